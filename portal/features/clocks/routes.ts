import type { RouteRecordRaw } from 'vue-router'

export const clocksRoutes: RouteRecordRaw[] = [
  { path: '/deadlines', component: () => import('./RulesPage.vue'), meta: { title: 'clocks.title' } },
]
