import type { RouteRecordRaw } from 'vue-router'

export const loansRoutes: RouteRecordRaw[] = [
  { path: '/loan-sets', component: () => import('./LoanListPage.vue'), meta: { title: 'loans.title' } },
  { path: '/loan-sets/new', component: () => import('./LoanSendPage.vue'), meta: { title: 'loans.send' } },
  { path: '/loan-sets/:id', component: () => import('./LoanPage.vue'), props: true, meta: { title: 'loans.title' } },
]
