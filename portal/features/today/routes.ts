import type { RouteRecordRaw } from 'vue-router'

export const todayRoutes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./TodayPage.vue'), meta: { title: 'today.title' } },
]
