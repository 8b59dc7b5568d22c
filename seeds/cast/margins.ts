import { createLoanSet } from '../../server/features/custody/loan/loan-write.cypher.ts'
import type { Writer } from '../../server/kernel/graph.ts'
import { stableId } from '../../server/kernel/ids.ts'
import type { Calendar } from './calendar.ts'
import { pump, syringePump } from './devices.ts'
import { setRegistrationEnds, setServiceDays, setServiceIntervals, shipmentOfTray } from './margins.cypher.ts'
import { loanTray } from './ports.ts'
import { numbered } from './supply.ts'

const registrationEnds = [
  { number: '浙械注准20182140337', validUntil: '2023-07-30' },
  { number: '国械注准20223140618', validUntil: '2027-05-17' },
]

const serviceDays = [
  { di: pump, serialNumber: 'ML4-260311-0452', dueOn: '2027-03-03' },
  ...numbered('SP2-2504-', 1, 4).map((serialNumber) => ({ di: syringePump, serialNumber, dueOn: '2027-05-14' })),
  { di: syringePump, serialNumber: 'SP2-2504-005', dueOn: '2026-05-19' },
]

/** That a shipment is a loan no event says. */
const lend = async (writer: Writer, calendar: Calendar): Promise<void> => {
  const { sscc, documentNumber } = loanTray
  const id = stableId('lns', documentNumber)
  const dueOn = calendar.day(loanTray.dueOn)
  for (const { event, sentAt, lender } of await writer.run(shipmentOfTray, { sscc })) {
    await writer.run(createLoanSet, { event, loanSet: { id, lender, documentNumber, sentAt, dueOn, isOpen: true, place: `${dueOn}|${id}` } })
  }
}

/** Writes beside catalogue and stories what neither can say. */
export const writeMargins = async (writer: Writer, calendar: Calendar): Promise<void> => {
  await writer.run(setRegistrationEnds, { rows: registrationEnds.map(({ number, validUntil }) => ({ id: stableId('reg', `CN|${number}`), validUntil: calendar.day(validUntil) })) })
  await writer.run(setServiceIntervals, { rows: [pump, syringePump].map((di) => ({ di, maintenance: 12, calibration: 24 })) })
  await lend(writer, calendar)
  await writer.run(setServiceDays, { rows: serviceDays.map((row) => ({ ...row, dueOn: calendar.day(row.dueOn) })) })
}
