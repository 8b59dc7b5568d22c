import type { RouteRecordRaw } from 'vue-router'

export const accountRoutes: RouteRecordRaw[] = [
  { path: '/account', component: () => import('./AccountPage.vue'), meta: { title: 'account.title' } },
  { path: '/account/sessions', component: () => import('./SessionsPage.vue'), meta: { title: 'account.sessions' } },
]
