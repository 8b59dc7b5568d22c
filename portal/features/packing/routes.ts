import type { RouteRecordRaw } from 'vue-router'

export const packingRoutes: RouteRecordRaw[] = [
  { path: '/packing', component: () => import('./PackingPage.vue'), meta: { title: 'packing.title' } },
]
