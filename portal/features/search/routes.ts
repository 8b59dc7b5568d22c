import type { RouteRecordRaw } from 'vue-router'

export const searchRoutes: RouteRecordRaw[] = [
  { path: '/search', component: () => import('./SearchPage.vue'), meta: { title: 'search.title' } },
]
