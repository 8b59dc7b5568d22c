import type { RouteRecordRaw } from 'vue-router'

export const findingsRoutes: RouteRecordRaw[] = [
  { path: '/findings', component: () => import('./FindingsPage.vue'), meta: { title: 'findings.title' } },
]
