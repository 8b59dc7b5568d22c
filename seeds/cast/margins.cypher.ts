import { cypher } from '../../server/kernel/cypher.ts'

/** When the goods in a tray left for the first time, and from whom. */
export const shipmentOfTray = cypher<{ sscc: string }, { event: string; sentAt: string; lender: string }>()`
MATCH (:LogisticUnit {sscc: $in.sscc})<-[:CONCERNS]-(event:Event {bizStep: 'shipping'})-[:FROM_PARTY]->(lender:Organization)
RETURN event.id AS event, event.eventTime AS sentAt, lender.id AS lender ORDER BY sentAt LIMIT 1`

/** A register's file does not say how long a registration is valid. */
export const setRegistrationEnds = cypher<{ rows: readonly { id: string; validUntil: string }[] }, never>()`
UNWIND $in.rows AS row
MATCH (registration:Registration {id: row.id})
SET registration.validUntil = row.validUntil`

/** Nor how often equipment is to be serviced. */
export const setServiceIntervals = cypher<{ rows: readonly { di: string; maintenance: number; calibration: number }[] }, never>()`
UNWIND $in.rows AS row
MATCH (:DeviceIdentifier {code: row.di})-[:IDENTIFIES]->(product:Product)
SET product.serviceIntervalMonths = toInteger(row.maintenance), product.calibrationIntervalMonths = toInteger(row.calibration)`

export const setServiceDays = cypher<{ rows: readonly { di: string; serialNumber: string; dueOn: string }[] }, never>()`
UNWIND $in.rows AS row
MATCH (:DeviceIdentifier {code: row.di})-[:IDENTIFIES]->(product:Product)
MATCH (serial:Serial {key: product.id + '|' + row.serialNumber})
SET serial.serviceDueOn = row.dueOn`
