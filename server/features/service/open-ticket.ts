import { Refusal } from '../../kernel/errors.ts'
import { newId, newReference } from '../../kernel/ids.ts'
import { givenText, neededText } from '../../kernel/input-text.ts'
import type { Change } from '../../record/change.ts'
import { batchByCode } from '../custody/batch.cypher.ts'
import { scannedCode } from '../custody/scanned-code.ts'
import { serialByCode } from '../custody/serial.cypher.ts'
import type { OpenServiceTicketInput } from './ticket.input.ts'
import { lotKinds } from './ticket.rules.ts'
import type { OpenServiceTicketSuccess } from './ticket.type.ts'
import { attachPapers } from './ticket-papers.ts'
import { createTicket } from './ticket-write.cypher.ts'

interface About {
  readonly id: string
  /** Of a lot; undefined of a device. */
  readonly lotUnit?: string
}

/** The device, or the lot where the kind of ticket may be about one. */
const aboutWhat = async (change: Change, { code, kind }: OpenServiceTicketInput): Promise<About> => {
  const scanned = scannedCode(code)
  const devices = (await change.run(serialByCode, scanned)).map(({ serial }): About => ({ id: serial.id }))
  const lots = devices.length === 0 && lotKinds.has(kind) ? (await change.run(batchByCode, scanned)).map(({ batch }): About => ({ id: batch.id, lotUnit: batch.quantity?.unit ?? 'EA' })) : []
  const [first, other] = [...devices, ...lots]
  if (other) throw new Refusal('INVALID_INPUT', `${code} fits several things: scan the whole label.`, ['code'])
  if (first) return first
  throw new Refusal('NOT_FOUND', lotKinds.has(kind) ? 'There is no such device or lot of yours.' : 'There is no such device of yours. Only a complaint and a return may be about a lot; everything else is about one device with a serial number.', ['code'])
}

const amountOf = ({ quantity, unit }: OpenServiceTicketInput, { lotUnit }: About): object => {
  if (quantity == null) return {}
  if (lotUnit === undefined) throw new Refusal('INVALID_INPUT', 'A device with a serial number is one: give a quantity with a lot only.', ['quantity'])
  if (!(quantity > 0)) throw new Refusal('INVALID_INPUT', 'A quantity is above zero.', ['quantity'])
  return { quantity, unit: givenText(unit, 'unit', 20) ?? lotUnit }
}

/** A hospital or distributor asks for a repair, a calibration … of a device that it sees, or complains of a lot; the maker's desk is told. */
export const openTicket = async (change: Change, input: OpenServiceTicketInput): Promise<OpenServiceTicketSuccess> => {
  const { at, viewer } = change
  const summary = neededText(input.summary, 'summary', 300)
  const about = await aboutWhat(change, input)
  const [id, reference] = [newId('tkt'), newReference('SV', at)]
  const [created] = await change.run(createTicket, { thing: about.id, properties: {
    id, reference, kind: input.kind, status: 'OPEN', summary, description: givenText(input.description, 'description', 4_000), priority: input.priority ?? 'NORMAL',
    decontamination: givenText(input.decontamination, 'decontamination', 1_000), ...amountOf(input, about), openedAt: at, organization: viewer.organization, openedByPerson: viewer.person,
  } })
  const maker = created?.maker ?? ''
  await attachPapers(change, id, input.documents ?? [])
  if (maker !== viewer.organization) change.tell({ type: 'serviceTicket.opened', subject: id, organization: maker, data: { ticket: id, reference, kind: input.kind } })
  change.audit({ subject: id, maker, changes: [{ field: 'status', before: null, after: 'OPEN' }, { field: 'kind', before: null, after: input.kind }] })
  return { __typename: 'OpenServiceTicketSuccess', ticketId: id } as OpenServiceTicketSuccess
}
