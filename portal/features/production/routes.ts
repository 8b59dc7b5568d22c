import type { RouteRecordRaw } from 'vue-router'

export const productionRoutes: RouteRecordRaw[] = [
  { path: '/lots/new', component: () => import('./RegisterLotPage.vue'), meta: { title: 'production.lot.title' } },
  { path: '/production', component: () => import('./ProductionPage.vue'), meta: { title: 'production.made.title' } },
]
