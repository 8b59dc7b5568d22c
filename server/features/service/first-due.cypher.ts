import { cypher, part } from '../../kernel/cypher.ts'

/** Months after a day as ticket.rules counts them: the last of a month that has no such day. Neo4j has no duration of null months. */
const later = (months: ReturnType<typeof part>) => part`CASE WHEN ${months} IS NOT NULL THEN toString(date(row.on) + duration({months: coalesce(${months}, 0)})) END`

/** A device, the event that put it into service, and the day of it. */
export interface PutIntoService {
  readonly serial: string
  readonly event: string
  readonly on: string
}

/** By its product's plan, what was put into service has the days of its first services; days that are set stay, but for those that follow from an event that is declared an error. */
export const setFirstDue = cypher<{ rows: readonly PutIntoService[]; declared: readonly string[] }, never>()`
UNWIND $in.rows AS row
MATCH (serial:Serial {id: row.serial})-[:OF]->(product:Product)
WITH serial, row, ${later(part`product.serviceIntervalMonths`)} AS service, ${later(part`product.calibrationIntervalMonths`)} AS calibration
FOREACH (day IN CASE WHEN serial.serviceDueOn IS NULL OR serial.serviceDueBy IN $in.declared THEN [service] ELSE [] END | SET serial.serviceDueOn = day, serial.serviceDueBy = CASE WHEN day IS NOT NULL THEN row.event END)
FOREACH (day IN CASE WHEN serial.calibrationDueOn IS NULL OR serial.calibrationDueBy IN $in.declared THEN [calibration] ELSE [] END | SET serial.calibrationDueOn = day, serial.calibrationDueBy = CASE WHEN day IS NOT NULL THEN row.event END)
`

/** What was never put into service has no day on which a service is due: those go that follow from an event that is declared an error. */
export const withdrawFirstDue = cypher<{ serials: readonly string[]; declared: readonly string[] }, never>()`
UNWIND $in.serials AS id
MATCH (serial:Serial {id: id})
FOREACH (_ IN CASE WHEN serial.serviceDueBy IN $in.declared THEN [1] ELSE [] END | REMOVE serial.serviceDueOn, serial.serviceDueBy)
FOREACH (_ IN CASE WHEN serial.calibrationDueBy IN $in.declared THEN [1] ELSE [] END | REMOVE serial.calibrationDueOn, serial.calibrationDueBy)
`

/** One day for the devices in service that have none, by what the product's plan asks. Answers how many got one. */
export const setFirstDueOfProduct = cypher<{ product: string; on: string }, { devices: number }>()`
MATCH (product:Product {id: $in.product})<-[:OF]-(serial:Serial {status: 'IN_SERVICE'})
WITH serial, product.serviceIntervalMonths IS NOT NULL AND serial.serviceDueOn IS NULL AS maintained, product.calibrationIntervalMonths IS NOT NULL AND serial.calibrationDueOn IS NULL AS calibrated
WHERE maintained OR calibrated
SET serial.serviceDueOn = CASE WHEN maintained THEN $in.on ELSE serial.serviceDueOn END, serial.calibrationDueOn = CASE WHEN calibrated THEN $in.on ELSE serial.calibrationDueOn END
RETURN count(*) AS devices
`
