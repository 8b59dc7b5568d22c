import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'
import type { Task } from '../outbox/report.ts'

const page = () => import('./GoodsPage.vue')
const props = (task: Task) => ({ query: { code } }: RouteLocationNormalized) => ({ task, ...(typeof code === 'string' ? { code } : {}) })

export const goodsRoutes: RouteRecordRaw[] = [
  { path: '/receive', component: page, props: props('receive'), meta: { title: 'goods.title.receive' } },
  { path: '/sell', component: page, props: props('sell'), meta: { title: 'goods.title.sell' } },
  { path: '/acceptance-records', component: () => import('./AcceptanceListPage.vue'), meta: { title: 'goods.records.title' } },
  { path: '/use', component: page, props: props('use'), meta: { title: 'goods.title.use' } },
]
