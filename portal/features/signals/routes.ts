import type { RouteRecordRaw } from 'vue-router'

export const signalsRoutes: RouteRecordRaw[] = [
  { path: '/signals', component: () => import('./SignalsPage.vue'), meta: { title: 'signals.title' } },
]
