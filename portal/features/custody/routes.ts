import type { RouteRecordRaw } from 'vue-router'

export const custodyRoutes: RouteRecordRaw[] = [
  { path: '/serials/:id', component: () => import('./SerialPage.vue'), props: true, meta: { title: 'custody.serial' } },
]
