import { cypher, part } from '../../kernel/cypher.ts'

/** Months after a day as ticket.rules counts them: the last of a month that has no such day. Neo4j has no duration of null months. */
const later = (months: ReturnType<typeof part>) => part`CASE WHEN ${months} IS NOT NULL THEN toString(date(row.on) + duration({months: coalesce(${months}, 0)})) END`

/** By its product's plan, what was put into service has the days of its first services; days that are set stay. */
export const setFirstDue = cypher<{ rows: readonly { readonly serial: string; readonly on: string }[] }, never>()`
UNWIND $in.rows AS row
MATCH (serial:Serial {id: row.serial})-[:OF]->(product:Product)
WHERE product.serviceIntervalMonths IS NOT NULL OR product.calibrationIntervalMonths IS NOT NULL
SET serial.serviceDueOn = coalesce(serial.serviceDueOn, ${later(part`product.serviceIntervalMonths`)}),
  serial.calibrationDueOn = coalesce(serial.calibrationDueOn, ${later(part`product.calibrationIntervalMonths`)})
`

/** One day for the devices in service that have none, by what the product's plan asks. Answers how many got one. */
export const setFirstDueOfProduct = cypher<{ product: string; on: string }, { devices: number }>()`
MATCH (product:Product {id: $in.product})<-[:OF]-(serial:Serial {status: 'IN_SERVICE'})
WITH serial, product.serviceIntervalMonths IS NOT NULL AND serial.serviceDueOn IS NULL AS maintained, product.calibrationIntervalMonths IS NOT NULL AND serial.calibrationDueOn IS NULL AS calibrated
WHERE maintained OR calibrated
SET serial.serviceDueOn = CASE WHEN maintained THEN $in.on ELSE serial.serviceDueOn END, serial.calibrationDueOn = CASE WHEN calibrated THEN $in.on ELSE serial.calibrationDueOn END
RETURN count(*) AS devices
`
