import type { RouteRecordRaw } from 'vue-router'

export const partnersRoutes: RouteRecordRaw[] = [
  { path: '/organizations', component: () => import('./OrganizationListPage.vue'), meta: { title: 'partners.title' } },
  { path: '/organizations/:id', component: () => import('./OrganizationPage.vue'), props: true, meta: { title: 'partners.organization' } },
]
