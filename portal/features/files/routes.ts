import type { RouteRecordRaw } from 'vue-router'

export const filesRoutes: RouteRecordRaw[] = [
  { path: '/files', component: () => import('./FilesPage.vue'), meta: { title: 'files.title' } },
  { path: '/files/:id', component: () => import('./ImportPage.vue'), props: true, meta: { title: 'files.import' } },
]
