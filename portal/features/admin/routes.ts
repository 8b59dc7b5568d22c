import type { RouteRecordRaw } from 'vue-router'

export const adminRoutes: RouteRecordRaw[] = [
  { path: '/admin/organizations/:id', component: () => import('./OrganizationAdminPage.vue'), props: true, meta: { title: 'partners.organization' } },
  { path: '/admin', component: () => import('./AdminPage.vue'), meta: { title: 'admin.title' } },
]
