import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'
import { goodsTasks, type Task } from '../outbox/report.ts'

const page = () => import('./GoodsPage.vue')
const props = (task: Task) => ({ query: { code } }: RouteLocationNormalized) => ({ task, ...(typeof code === 'string' ? { code } : {}) })

export const goodsRoutes: RouteRecordRaw[] = [
  ...goodsTasks.map((task): RouteRecordRaw => ({ path: `/${task}`, component: page, props: props(task), meta: { title: `goods.title.${task}` } })),
  { path: '/acceptance-records', component: () => import('./AcceptanceListPage.vue'), meta: { title: 'goods.records.title' } },
]
