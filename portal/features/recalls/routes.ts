import type { RouteRecordRaw } from 'vue-router'

export const recallsRoutes: RouteRecordRaw[] = [
  { path: '/notices', component: () => import('./NoticeListPage.vue'), meta: { title: 'notices.title' } },
  { path: '/notices/:id', component: () => import('./NoticePage.vue'), props: true, meta: { title: 'notices.title' } },
]
