import type { RouteRecordRaw } from 'vue-router'

export const inventoryRoutes: RouteRecordRaw[] = [
  { path: '/inventory', component: () => import('./InventoryPage.vue'), meta: { title: 'inventory.title' } },
  { path: '/on-their-way', component: () => import('./OutgoingPage.vue'), meta: { title: 'inventory.sent.page' } },
]
