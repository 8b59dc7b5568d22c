import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { givenText, neededText } from '../../kernel/input-text.ts'
import { dayText, latestDay } from '../../kernel/times.ts'
import type { Change } from '../../record/change.ts'
import type { AdvanceServiceTicketInput, AssignServiceTicketInput, NoteServiceTicketInput, RecordMeasurementInput } from './ticket.input.ts'
import { mayTake, nextDue, ticketAfter, type TicketSide, withinLimits } from './ticket.rules.ts'
import type { HandleServiceTicketSuccess } from './ticket.type.ts'
import { attachPapers, certify } from './ticket-papers.ts'
import { addMeasurement, addNote, saveTicket, serviceProvider, setServiceDue, ticketToChange, type TicketUnderChange } from './ticket-write.cypher.ts'

const ticketFor = async (change: Change, id: string): Promise<TicketUnderChange> => {
  const [ticket] = await change.run(ticketToChange, { id, at: change.at })
  if (!ticket) throw new Refusal('NOT_FOUND', 'There is no such ticket.', ['ticket'])
  return ticket
}

const sideOf = ({ maker, provider }: TicketUnderChange, { viewer }: Change): TicketSide =>
  maker === viewer.organization ? 'DESK' : provider === viewer.organization ? 'PROVIDER' : 'OPENER'

const refuse = (): never => {
  throw new Refusal('NOT_ALLOWED', 'The maker’s service works on the ticket, or a service provider that it was given to; who opened it may cancel it, and write to the desk.', ['ticket'])
}

const done = (ticketId: string): HandleServiceTicketSuccess => ({ __typename: 'HandleServiceTicketSuccess', ticketId }) as HandleServiceTicketSuccess

/** Words may name somebody: in the record they stand apart, by reference, so that they can be erased. */
const words = new Set(['assignee', 'resolution', 'decontamination', 'note'])

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))

/** The other sides hear that something changed. */
const tellOthers = ({ viewer, tell }: Change, { id, maker, organization, provider, reference }: TicketUnderChange): void => {
  for (const other of new Set([maker, organization, provider])) if (other !== null && other !== viewer.organization) tell({ type: 'serviceTicket.changed', subject: id, organization: other, data: { ticket: id, reference } })
}

/** Puts on record what changed of a ticket. */
const record = (change: Change, { id, maker, before }: TicketUnderChange, changed: Record<string, unknown>): void =>
  change.audit({ subject: id, maker, changes: Object.entries(changed).map(([field, after]) => ({ field, before: before[field] ?? null, after: text(after), ...(words.has(field) ? { person: id } : {}) })) })

/** Saves what changed, with its record; tells the other sides. */
const save = async (change: Change, ticket: TicketUnderChange, properties: Record<string, unknown>): Promise<HandleServiceTicketSuccess> => {
  await change.run(saveTicket, { id: ticket.id, properties })
  record(change, ticket, properties)
  tellOthers(change, ticket)
  return done(ticket.id)
}

/** Sets when the next services are due, counted from the day of this one. */
const setDue = async (change: Change, ticket: TicketUnderChange, doneOn: string, nextDueOn: string | null): Promise<void> => {
  if (nextDueOn !== null && !ticket.isDevice) throw new Refusal('INVALID_INPUT', 'A lot has no next service.', ['nextDueOn'])
  if (nextDueOn !== null && nextDueOn <= doneOn) throw new Refusal('INVALID_INPUT', 'The next service is due after this one.', ['nextDueOn'])
  const next = nextDue(ticket.kind, ticket, doneOn, nextDueOn)
  if (Object.keys(next).length === 0) return
  await change.run(setServiceDue, { serial: ticket.thing, due: next })
  change.audit({ subject: ticket.thing, changes: Object.entries(next).map(([field, after]) => ({ field: `service.${field}`, before: ticket.due[field as keyof typeof next], after: after as string })), reason: ticket.reference })
}

const dayDone = (change: Change, { doneOn }: AdvanceServiceTicketInput): string | null => {
  const day = dayText(doneOn)
  if (day !== null && day > latestDay(change.at)) throw new Refusal('INVALID_INPUT', 'doneOn is in the future.', ['doneOn'])
  return day
}

/** What was given with a step, without what was not. */
const given = (change: Change, input: AdvanceServiceTicketInput): Record<string, string> => Object.fromEntries(Object.entries({
  resolution: givenText(input.resolution, 'resolution', 4_000), decontamination: givenText(input.decontamination, 'decontamination', 1_000),
  capaNumber: givenText(input.capaNumber, 'capaNumber', 100), doneOn: dayDone(change, input),
}).flatMap(([field, value]) => (value === null ? [] : [[field, value]])))

const refuseUnfinished = ({ kind, before: { decontamination } }: TicketUnderChange, { step }: AdvanceServiceTicketInput, said: Record<string, string>): void => {
  if (step !== 'RESOLVE') return
  if (!said['resolution']) throw new Refusal('INVALID_INPUT', 'Say what was done, or found.', ['resolution'])
  if (kind === 'RETURN' && !decontamination && !said['decontamination']) throw new Refusal('INVALID_INPUT', 'Say how what was returned was decontaminated, or that it was not.', ['decontamination'])
}

/** One step of its life. What is closed sets when the next is due. */
export const advanceTicket = async (change: Change, input: AdvanceServiceTicketInput): Promise<HandleServiceTicketSuccess> => {
  const ticket = await ticketFor(change, input.ticket)
  const takesBack = input.step === 'CANCEL' && ticket.organization === change.viewer.organization
  if (!takesBack && !mayTake(sideOf(ticket, change), input.step)) refuse()
  if (input.capaNumber && sideOf(ticket, change) !== 'DESK') throw new Refusal('NOT_ALLOWED', 'A corrective action is the maker’s.', ['capaNumber'])
  const status = ticketAfter(input.step, ticket.status)
  const said = given(change, input)
  refuseUnfinished(ticket, input, said)
  await certify(change, ticket, input.certificates ?? [])
  const doneOn = said['doneOn'] ?? ticket.before['doneOn'] ?? change.at.slice(0, 10)
  if (input.step === 'CLOSE') await setDue(change, ticket, doneOn, dayText(input.nextDueOn))
  const ends = status === 'CLOSED' || status === 'CANCELLED'
  return save(change, ticket, { ...said, status, closedAt: ends ? change.at : null, doneOn: status === 'RESOLVED' || status === 'CLOSED' ? doneOn : null })
}

/** The provider that is asked for; null for none any more, undefined where none is spoken of. */
const providerOf = async (change: Change, code: string | null | undefined): Promise<string | null | undefined> => {
  if (code === null || code === undefined) return undefined
  if (code.trim() === '') return null
  const [found] = await change.run(serviceProvider, { code: code.trim() })
  if (!found) throw new Refusal('NOT_FOUND', 'There is no such service provider on the hub.', ['provider'])
  return found.id
}

/** Who works on it: somebody of the desk, or a service provider, which is told. */
export const assignTicket = async (change: Change, { ticket: id, assignee, priority, provider: code }: AssignServiceTicketInput): Promise<HandleServiceTicketSuccess> => {
  const ticket = await ticketFor(change, id)
  if (sideOf(ticket, change) !== 'DESK') refuse()
  const provider = await providerOf(change, code)
  if (provider && provider !== ticket.provider) change.tell({ type: 'serviceTicket.opened', subject: id, organization: provider, data: { ticket: id, reference: ticket.reference, kind: ticket.kind } })
  return save(change, ticket, { assignee: assignee ? neededText(assignee, 'assignee', 200) : null, ...(priority ? { priority } : {}), ...(provider !== undefined ? { provider } : {}) })
}

/** Either side writes to the other: what is waited for, an answer, a photo. */
export const noteTicket = async (change: Change, input: NoteServiceTicketInput): Promise<HandleServiceTicketSuccess> => {
  const ticket = await ticketFor(change, input.ticket)
  const note = neededText(input.text, 'text', 4_000)
  await change.run(addNote, { ticket: ticket.id, note: { id: newId('nte'), at: change.at, text: note } })
  await attachPapers(change, ticket.id, input.documents ?? [])
  record(change, ticket, { note })
  tellOthers(change, ticket)
  return done(ticket.id)
}

export const recordMeasurement = async (change: Change, input: RecordMeasurementInput): Promise<HandleServiceTicketSuccess> => {
  const ticket = await ticketFor(change, input.ticket)
  if (sideOf(ticket, change) === 'OPENER') refuse()
  const [lower, upper] = [input.lower ?? null, input.upper ?? null]
  if (lower !== null && upper !== null && lower > upper) throw new Refusal('INVALID_INPUT', 'The lower limit is above the upper.', ['lower'])
  const measurement = { id: newId('msr'), measuredAt: change.at, quantity: neededText(input.quantity, 'quantity', 100), value: input.value, unit: neededText(input.unit, 'unit', 20), lower, upper, passed: withinLimits(input.value, lower, upper) }
  await change.run(addMeasurement, { ticket: ticket.id, measurement })
  record(change, ticket, { [`measurement.${measurement.quantity}`]: `${measurement.value} ${measurement.unit}` })
  return done(ticket.id)
}
