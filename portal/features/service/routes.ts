import type { RouteRecordRaw } from 'vue-router'

export const serviceRoutes: RouteRecordRaw[] = [
  { path: '/tickets', component: () => import('./TicketListPage.vue'), meta: { title: 'tickets.title' } },
  { path: '/tickets/new', component: () => import('./TicketOpenPage.vue'), meta: { title: 'tickets.create' } },
  { path: '/tickets/:id', component: () => import('./TicketPage.vue'), props: true, meta: { title: 'tickets.title' } },
]
