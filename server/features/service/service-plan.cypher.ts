import { ownedByViewer, seesNow, visible } from '../../access/visible.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import type { ServicePlan } from './ticket.rules.ts'

interface Dues {
  readonly maintenanceDueOn: string | null
  readonly calibrationDueOn: string | null
}

export const plansOfProducts = cypher<{ ids: readonly string[] }, ServicePlan & { product: string }>()`
UNWIND $in.ids AS id
MATCH (product:Product {id: id})
WHERE ${visible.product}
RETURN id AS product, product.serviceIntervalMonths AS maintenanceMonths, product.calibrationIntervalMonths AS calibrationMonths
`

/** What a former holder had is serviced by others now. */
export const duesOfSerials = cypher<{ ids: readonly string[] }, Dues & { serial: string }>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})-[:OF]->(product:Product)
WHERE ${seesNow}
RETURN id AS serial, serial.serviceDueOn AS maintenanceDueOn, serial.calibrationDueOn AS calibrationDueOn
`

/** Locks the maker's own product. */
export const planToChange = cypher<{ id: string; at: string }, ServicePlan & { id: string }>()`
MATCH (product:Product {id: $in.id})
WHERE ${ownedByViewer}
SET product.planChangedAt = $in.at
RETURN product.id AS id, product.serviceIntervalMonths AS maintenanceMonths, product.calibrationIntervalMonths AS calibrationMonths
`

export const savePlan = cypher<{ id: string; plan: ServicePlan }, never>()`
MATCH (product:Product {id: $in.id})
SET product.serviceIntervalMonths = toInteger($in.plan.maintenanceMonths), product.calibrationIntervalMonths = toInteger($in.plan.calibrationMonths)
`

export interface DueRow {
  readonly kind: 'MAINTENANCE' | 'CALIBRATION'
  readonly dueOn: string
  readonly serial: string
}

/** Anchors: the maker's devices by day, from an index; what the viewer holds or has put into service, of which there are few. */
const makers = (day: ReturnType<typeof part>) => part`MATCH (serial:Serial) WHERE $viewer.internal AND serial.maker = $viewer.organization AND ${day} <= $in.until`
const holders = (day: ReturnType<typeof part>) => part`CALL () {
    MATCH (:Organization {id: $viewer.organization})<-[:HELD_BY]-(serial:Serial) WHERE serial.serviceDueOn IS NOT NULL OR serial.calibrationDueOn IS NOT NULL RETURN serial
    UNION
    MATCH (:Organization {id: $viewer.organization})-[:OPERATES]->(:Site)<-[:USED_AT]-(serial:Serial) WHERE serial.serviceDueOn IS NOT NULL OR serial.calibrationDueOn IS NOT NULL RETURN serial
  }
  WITH serial WHERE ${day} <= $in.until`

const inUse = part`NOT serial.status IN ['DESTROYED', 'LOST', 'CONSUMED']`
const [maintenance, calibration] = [part`serial.serviceDueOn`, part`serial.calibrationDueOn`]

interface Until {
  readonly until: string
}
type DuePage = Until & { readonly after: { readonly dueOn: string; readonly serial: string; readonly kind: string }; readonly limit: number }

const branch = (anchor: typeof makers, day: typeof maintenance, kind: typeof maintenance) => part`
  ${anchor(day)} AND ${day} >= $in.after.dueOn AND ${inUse}
  WITH serial, ${day} AS dueOn, ${kind} AS kind
  WHERE dueOn > $in.after.dueOn OR serial.id > $in.after.serial OR serial.id = $in.after.serial AND kind > $in.after.kind
  RETURN serial.id AS serial, dueOn, kind ORDER BY dueOn, serial, kind LIMIT toInteger($in.limit)`

const pageOver = (anchor: typeof makers) => cypher<DuePage, DueRow>()`
CALL () {${branch(anchor, maintenance, part`'MAINTENANCE'`)}
  UNION ALL
  ${branch(anchor, calibration, part`'CALIBRATION'`)}
}
RETURN serial, dueOn, kind ORDER BY dueOn, serial, kind LIMIT toInteger($in.limit)
`

const countOver = (anchor: typeof makers) => cypher<Until, { total: number }>()`
CALL () {
  ${anchor(maintenance)} AND ${inUse} RETURN count(*) AS number
  UNION ALL
  ${anchor(calibration)} AND ${inUse} RETURN count(*) AS number
}
RETURN sum(number) AS total
`

/** What is due first comes first. */
export const duePages = { maker: pageOver(makers), holder: pageOver(holders) }
export const dueCounts = { maker: countOver(makers), holder: countOver(holders) }
