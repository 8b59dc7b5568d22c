import type { RouteRecordRaw } from 'vue-router'

export const genealogyRoutes: RouteRecordRaw[] = [
  { path: '/genealogy', component: () => import('./GenealogyPage.vue'), meta: { title: 'genealogy.title' } },
]
