import type { RouteRecordRaw } from 'vue-router'

export const feedbackRoutes: RouteRecordRaw[] = [
  { path: '/report-problem', component: () => import('./ReportPage.vue'), meta: { title: 'cases.report.title' } },
  { path: '/cases', component: () => import('./CaseListPage.vue'), meta: { title: 'cases.title' } },
  { path: '/cases/:id', component: () => import('./CasePage.vue'), props: true, meta: { title: 'cases.title' } },
]
