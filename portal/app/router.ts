import { createRouter, createWebHistory } from 'vue-router'
import { accountRoutes } from '../features/account/routes.ts'
import { adminRoutes } from '../features/admin/routes.ts'
import { auditRoutes } from '../features/audit/routes.ts'
import { catalogRoutes } from '../features/catalog/routes.ts'
import { inventoryRoutes } from '../features/custody/inventory.routes.ts'
import { clocksRoutes } from '../features/clocks/routes.ts'
import { custodyRoutes } from '../features/custody/routes.ts'
import { deliveryRoutes } from '../features/delivery/routes.ts'
import { feedbackRoutes } from '../features/feedback/routes.ts'
import { filesRoutes } from '../features/files/routes.ts'
import { filingsRoutes } from '../features/filings/routes.ts'
import { findingsRoutes } from '../features/findings/routes.ts'
import { genealogyRoutes } from '../features/genealogy/routes.ts'
import { goodsRoutes } from '../features/goods/routes.ts'
import { identifyRoutes } from '../features/identify/routes.ts'
import { loansRoutes } from '../features/loans/routes.ts'
import { outboxRoutes } from '../features/outbox/routes.ts'
import { packingRoutes } from '../features/packing/routes.ts'
import { partnersRoutes } from '../features/partners/routes.ts'
import { productionRoutes } from '../features/production/routes.ts'
import { queriesRoutes } from '../features/queries/routes.ts'
import { recallsRoutes } from '../features/recalls/routes.ts'
import { searchRoutes } from '../features/search/routes.ts'
import { serviceRoutes } from '../features/service/routes.ts'
import { signalsRoutes } from '../features/signals/routes.ts'
import { todayRoutes } from '../features/today/routes.ts'
import type { MessageKey } from './all-messages.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** What the page is called, until it knows the name of the thing it shows. */
    title: MessageKey
  }
}

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  routes: [
    ...todayRoutes,
    ...identifyRoutes,
    ...goodsRoutes,
    ...loansRoutes,
    ...outboxRoutes,
    ...recallsRoutes,
    ...deliveryRoutes,
    ...feedbackRoutes,
    ...signalsRoutes,
    ...clocksRoutes,
    ...serviceRoutes,
    ...filesRoutes,
    ...filingsRoutes,
    ...findingsRoutes,
    ...custodyRoutes,
    ...inventoryRoutes,
    ...genealogyRoutes,
    ...catalogRoutes,
    ...packingRoutes,
    ...partnersRoutes,
    ...searchRoutes,
    ...productionRoutes,
    ...queriesRoutes,
    ...auditRoutes,
    ...accountRoutes,
    ...adminRoutes,
    { path: '/more', component: () => import('./AllTasksPage.vue'), meta: { title: 'app.allTasks' } },
    { path: '/:rest(.*)*', component: () => import('./NotFoundPage.vue'), meta: { title: 'app.notFound.title' } },
  ],
})
