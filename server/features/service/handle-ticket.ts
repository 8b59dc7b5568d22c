import { Refusal } from '../../kernel/errors.ts'
import { newId, newReference } from '../../kernel/ids.ts'
import { neededText } from '../../kernel/input-text.ts'
import { dayText } from '../../kernel/times.ts'
import type { Change } from '../../record/change.ts'
import { scannedCode } from '../custody/scanned-code.ts'
import { serialByCode } from '../custody/serial.cypher.ts'
import type { AdvanceServiceTicketInput, AssignServiceTicketInput, OpenServiceTicketInput, RecordMeasurementInput } from './ticket.input.ts'
import { nextDue, ticketAfter, withinLimits } from './ticket.rules.ts'
import type { HandleServiceTicketSuccess, OpenServiceTicketSuccess } from './ticket.type.ts'
import { addMeasurement, createTicket, saveTicket, setServiceDue, ticketToChange, type TicketUnderChange } from './ticket-write.cypher.ts'

const deviceOf = async (change: Change, code: string): Promise<string> => {
  const found = await change.run(serialByCode, scannedCode(code))
  const [device, other] = found
  if (!device) throw new Refusal('NOT_FOUND', 'There is no such device of yours. A ticket is about one device with a serial number.', ['code'])
  if (other) throw new Refusal('INVALID_INPUT', `${code} fits several devices: scan the whole label.`, ['code'])
  return device.serial.id
}

/** A hospital or distributor asks for a repair, a calibration, a return … of a device that it sees; the maker's desk is told. */
export const openTicket = async (change: Change, input: OpenServiceTicketInput): Promise<OpenServiceTicketSuccess> => {
  const { at, viewer } = change
  const summary = neededText(input.summary, 'summary', 300)
  const description = input.description?.trim() ? neededText(input.description, 'description', 4_000) : null
  const serial = await deviceOf(change, input.code)
  const [id, reference] = [newId('tkt'), newReference('SV', at)]
  const properties = { id, reference, kind: input.kind, status: 'OPEN', summary, description, priority: input.priority ?? 'NORMAL', openedAt: at, organization: viewer.organization, openedByPerson: viewer.person }
  const [created] = await change.run(createTicket, { serial, properties })
  const maker = created?.maker ?? ''
  if (maker !== viewer.organization) change.tell({ type: 'serviceTicket.opened', subject: id, organization: maker, data: { ticket: id, reference, kind: input.kind } })
  change.audit({ subject: id, maker, changes: [{ field: 'status', before: null, after: 'OPEN' }, { field: 'kind', before: null, after: input.kind }] })
  return { __typename: 'OpenServiceTicketSuccess', ticketId: id } as OpenServiceTicketSuccess
}

const ticketFor = async (change: Change, id: string): Promise<TicketUnderChange> => {
  const [ticket] = await change.run(ticketToChange, { id, at: change.at })
  if (!ticket) throw new Refusal('NOT_FOUND', 'There is no such ticket.', ['ticket'])
  return ticket
}

/** The desk is the maker's; who opened a ticket may take it back. */
const refuseStrangers = ({ maker, organization }: TicketUnderChange, { viewer }: Change, step?: string): void => {
  if (maker === viewer.organization || (step === 'CANCEL' && organization === viewer.organization)) return
  throw new Refusal('NOT_ALLOWED', 'The maker’s service works on the ticket; who opened it may cancel it.', ['ticket'])
}

const done = (ticketId: string): HandleServiceTicketSuccess => ({ __typename: 'HandleServiceTicketSuccess', ticketId }) as HandleServiceTicketSuccess

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))

/** Saves what changed, with its record; tells the other side. */
const save = async (change: Change, ticket: TicketUnderChange, properties: object, before: Record<string, unknown> = {}): Promise<HandleServiceTicketSuccess> => {
  const { id, maker, organization, reference } = ticket
  await change.run(saveTicket, { id, properties })
  change.audit({ subject: id, maker, changes: Object.entries(properties).map(([field, after]) => ({ field, before: text(before[field]), after: text(after), ...(field === 'assignee' ? { person: id } : {}) })) })
  const other = change.viewer.organization === maker ? organization : maker
  if (other !== change.viewer.organization) change.tell({ type: 'serviceTicket.changed', subject: id, organization: other, data: { ticket: id, reference } })
  return done(id)
}

const due = async (change: Change, ticket: TicketUnderChange, nextDueOn: string | null): Promise<void> => {
  const dueOn = nextDue({ ...ticket, nextDueOn }, change.at.slice(0, 10))
  if (dueOn === undefined) return
  await change.run(setServiceDue, { serial: ticket.serial, dueOn })
  change.audit({ subject: ticket.serial, changes: [{ field: 'serviceDueOn', before: ticket.serviceDueOn, after: dueOn }], reason: ticket.reference })
}

/** One step of its life. A closed maintenance or calibration sets when the next is due. */
export const advanceTicket = async (change: Change, input: AdvanceServiceTicketInput): Promise<HandleServiceTicketSuccess> => {
  const ticket = await ticketFor(change, input.ticket)
  refuseStrangers(ticket, change, input.step)
  const status = ticketAfter(input.step, ticket.status)
  const { resolution, decontamination, capaNumber } = input
  if (input.step === 'RESOLVE' && !resolution?.trim()) throw new Refusal('INVALID_INPUT', 'Say what was done, or found.', ['resolution'])
  if (input.step === 'CLOSE') await due(change, ticket, dayText(input.nextDueOn))
  const ends = status === 'CLOSED' || status === 'CANCELLED'
  return save(change, ticket, {
    status, closedAt: ends ? change.at : null,
    ...(resolution?.trim() ? { resolution: neededText(resolution, 'resolution', 4_000) } : {}), ...(decontamination ? { decontamination: neededText(decontamination, 'decontamination', 1_000) } : {}),
    ...(capaNumber ? { capaNumber: neededText(capaNumber, 'capaNumber', 100) } : {}),
  }, { status: ticket.status })
}

export const assignTicket = async (change: Change, { ticket: id, assignee, priority }: AssignServiceTicketInput): Promise<HandleServiceTicketSuccess> => {
  const ticket = await ticketFor(change, id)
  refuseStrangers(ticket, change)
  return save(change, ticket, { assignee: assignee ? neededText(assignee, 'assignee', 200) : null, ...(priority ? { priority } : {}) })
}

export const recordMeasurement = async (change: Change, input: RecordMeasurementInput): Promise<HandleServiceTicketSuccess> => {
  const ticket = await ticketFor(change, input.ticket)
  refuseStrangers(ticket, change)
  const [lower, upper] = [input.lower ?? null, input.upper ?? null]
  if (lower !== null && upper !== null && lower > upper) throw new Refusal('INVALID_INPUT', 'The lower limit is above the upper.', ['lower'])
  const measurement = { id: newId('msr'), measuredAt: change.at, quantity: neededText(input.quantity, 'quantity', 100), value: input.value, unit: neededText(input.unit, 'unit', 20), lower, upper, passed: withinLimits(input.value, lower, upper) }
  await change.run(addMeasurement, { ticket: ticket.id, measurement })
  change.audit({ subject: ticket.id, maker: ticket.maker, changes: [{ field: `measurement.${measurement.quantity}`, before: null, after: `${measurement.value} ${measurement.unit}` }] })
  return done(ticket.id)
}
