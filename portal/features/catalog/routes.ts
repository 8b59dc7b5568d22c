import type { RouteRecordRaw } from 'vue-router'

export const catalogRoutes: RouteRecordRaw[] = [
  { path: '/products/:id', component: () => import('./ProductPage.vue'), props: true, meta: { title: 'catalog.product' } },
  { path: '/batches/:id', component: () => import('./BatchPage.vue'), props: true, meta: { title: 'catalog.batch' } },
  { path: '/logistic-units/:id', component: () => import('./LogisticUnitPage.vue'), props: true, meta: { title: 'catalog.logisticUnit' } },
]
