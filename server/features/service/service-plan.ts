import { Refusal } from '../../kernel/errors.ts'
import { dayText, earliestDay } from '../../kernel/times.ts'
import type { Change } from '../../record/change.ts'
import { findOwnProduct } from '../custody/report/register-lot.cypher.ts'
import { readLabel } from '../identify/read-label.ts'
import { setFirstDueOfProduct } from './first-due.cypher.ts'
import { planToChange, savePlan } from './service-plan.cypher.ts'
import type { SetServicePlanInput, SetServicePlanSuccess } from './service-plan.type.ts'

const longest = 240

const months = (value: number | null | undefined, field: string): number | null => {
  if (value == null) return null
  if (value < 1 || value > longest) throw new Refusal('INVALID_INPUT', `${field} is from 1 to ${longest} months; leave it out where there is no plan.`, [field])
  return value
}

const text = (value: number | null): string | null => (value === null ? null : String(value))

/** Devices that are in service already and have no day get this one. Answers how many. */
const dateDevices = async ({ at, run }: Change, product: string, on: string): Promise<number> => {
  if (on < earliestDay(at)) throw new Refusal('INVALID_INPUT', 'firstDueOn is in the past.', ['firstDueOn'])
  const [set] = await run(setFirstDueOfProduct, { product, on })
  return set?.devices ?? 0
}

/** How often the maker's product is to be serviced, from when it is next put into service, installed, maintained or calibrated; days that are set stay. */
export const setServicePlan = async (change: Change, input: SetServicePlanInput): Promise<SetServicePlanSuccess> => {
  const plan = { maintenanceMonths: months(input.maintenanceMonths, 'maintenanceMonths'), calibrationMonths: months(input.calibrationMonths, 'calibrationMonths') }
  const firstDueOn = dayText(input.firstDueOn)
  const [own] = await change.run(findOwnProduct, { code: input.product.trim(), di: readLabel(input.product).di ?? null })
  const [before] = own ? await change.run(planToChange, { id: own.id, at: change.at }) : []
  if (!before) throw new Refusal('NOT_FOUND', 'There is no such product of yours.', ['product'])
  await change.run(savePlan, { id: before.id, plan })
  const devicesDated = firstDueOn === null ? 0 : await dateDevices(change, before.id, firstDueOn)
  const intervals = (['maintenanceMonths', 'calibrationMonths'] as const).map((field) => ({ field, before: text(before[field]), after: text(plan[field]) }))
  const dated = firstDueOn === null ? [] : [{ field: 'firstDueOn', before: null, after: firstDueOn }, { field: 'devicesDated', before: null, after: String(devicesDated) }]
  change.audit({ subject: before.id, changes: [...intervals, ...dated] })
  return { __typename: 'SetServicePlanSuccess', productId: before.id, devicesDated } as SetServicePlanSuccess
}
