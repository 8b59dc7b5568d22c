import type { RouteRecordRaw } from 'vue-router'

export const outboxRoutes: RouteRecordRaw[] = [
  { path: '/outbox', component: () => import('./OutboxPage.vue'), meta: { title: 'outbox.title' } },
]
