import type { RouteRecordRaw } from 'vue-router'

export const filingsRoutes: RouteRecordRaw[] = [
  { path: '/reports/:subject', component: () => import('./AuthorityReportPage.vue'), props: true, meta: { title: 'filings.title' } },
]
