import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { duesOfSerials, plansOfProducts } from './service-plan.cypher.ts'
import type { ServicePlan } from './ticket.rules.ts'

export const planOfProduct = loaderOf<string, ServicePlan>(
  async ({ graph }, ids) => bySubject(await graph.read(plansOfProducts, { ids }), (row) => row.product, (row) => row),
  () => ({ maintenanceMonths: null, calibrationMonths: null }),
)

export const duesOfSerial = loaderOf<string, { readonly maintenanceDueOn: string | null; readonly calibrationDueOn: string | null }>(
  async ({ graph }, ids) => bySubject(await graph.read(duesOfSerials, { ids }), (row) => row.serial, (row) => row),
  () => ({ maintenanceDueOn: null, calibrationDueOn: null }),
)
