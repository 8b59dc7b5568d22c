import type { RouteRecordRaw } from 'vue-router'

export const queriesRoutes: RouteRecordRaw[] = [
  { path: '/queries', component: () => import('./QueriesPage.vue'), meta: { title: 'queries.title' } },
]
