import type { RouteRecordRaw } from 'vue-router'

export const deliveryRoutes: RouteRecordRaw[] = [
  { path: '/messages', component: () => import('./MessageListPage.vue'), meta: { title: 'messages.title' } },
]
