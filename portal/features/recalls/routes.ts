import type { RouteRecordRaw } from 'vue-router'

export const recallsRoutes: RouteRecordRaw[] = [
  { path: '/notices', component: () => import('./NoticeListPage.vue'), meta: { title: 'notices.title' } },
  { path: '/notices/:id', component: () => import('./NoticePage.vue'), props: true, meta: { title: 'notices.title' } },
  { path: '/recalls', component: () => import('./RecallListPage.vue'), meta: { title: 'recalls.title' } },
  { path: '/recalls/new', component: () => import('./RecallDraftPage.vue'), meta: { title: 'recalls.create' } },
  { path: '/recalls/:id', component: () => import('./RecallPage.vue'), props: true, meta: { title: 'recalls.title' } },
  { path: '/holds', component: () => import('./HoldsPage.vue'), meta: { title: 'recalls.hold.title' } },
]
