import type { RouteRecordRaw } from 'vue-router'

export const identifyRoutes: RouteRecordRaw[] = [
  { path: '/scan', component: () => import('./VerdictPage.vue'), meta: { title: 'identify.title' } },
]
