import { Refusal } from '../../kernel/errors.ts'
import { newId, newReference } from '../../kernel/ids.ts'
import { givenText } from '../../kernel/input-text.ts'
import { dayText, latestDay } from '../../kernel/times.ts'
import type { Change } from '../../record/change.ts'
import { scannedCode } from '../custody/scanned-code.ts'
import { reportedThing, type ReportedThing, thingOfTicket } from './adverse-event.cypher.ts'
import type { SubmitAdverseEventInput } from './adverse-event.input.ts'
import type { SubmitAdverseEventSuccess } from './adverse-event.type.ts'
import { codesIn, refuseUnclear } from './case.rules.ts'
import { createCase } from './case-write.cypher.ts'
import { imdrfRelease } from './imdrf-terms.ts'

const nothing: ReportedThing = { product: null, maker: null, batch: null, serial: null, things: 0 }

/** What the code names; an unknown or unread code is kept as it was given, since the event happened all the same. */
const thingOf = async (change: Change, code: string | null | undefined): Promise<ReportedThing> => {
  if (!code?.trim()) return nothing
  const [thing = nothing] = await change.run(reportedThing, scannedCode(code))
  if (thing.things > 1) throw new Refusal('INVALID_INPUT', `${code} fits ${thing.things} different devices: scan the whole label.`, ['code'])
  return thing
}

/** What it is about; where it follows from a ticket, that ticket's device or lot. */
const reported = async (change: Change, { code, ticket }: SubmitAdverseEventInput): Promise<ReportedThing> => {
  if (!ticket) return thingOf(change, code)
  const [ofTicket] = await change.run(thingOfTicket, { ticket })
  if (!ofTicket) throw new Refusal('NOT_FOUND', 'There is no such ticket.', ['ticket'])
  const { serial, batch, product } = await thingOf(change, code)
  const isOther = (serial !== null && serial !== ofTicket.serial) || (batch !== null && batch !== ofTicket.batch) || (product !== null && product !== ofTicket.product)
  if (isOther) throw new Refusal('INVALID_INPUT', 'The ticket is about another device: leave out one of the two.', ['ticket'])
  return ofTicket
}

const propertiesOf = ({ at, viewer }: Change, id: string, contact: string, input: SubmitAdverseEventInput): object => ({
  id, caseNumber: newReference('AE', at), status: 'RECEIVED', organization: viewer.organization, receivedAt: at, place: `${at}|${id}`, submittedBy: viewer.person, reporter: contact,
  code: givenText(input.code, 'code', 500), deviceDescription: givenText(input.deviceDescription, 'deviceDescription', 1_000),
  occurredOn: dayText(input.occurredOn), occurredUntil: dayText(input.occurredUntil), awareOn: dayText(input.awareOn), description: input.description.trim(),
  outcomes: [...new Set(input.outcomes)], couldHaveCausedHarm: input.couldHaveCausedHarm ?? false, groupEvent: input.groupEvent ?? false,
  deviceAvailable: input.deviceAvailable ?? null, patientCount: input.patientCount ?? null,
  patientAgeYears: input.patient?.ageYears ?? null, patientSex: input.patient?.sex ?? null, patientWeightKg: input.patient?.weightKg ?? null,
  concomitantCodes: (input.concomitantCodes ?? []).slice(0, 50), attachments: input.attachments ?? [], codingRelease: imdrfRelease, ...codesIn(input),
})

/**
 * Somebody says that something went wrong with a device. It gets a case number at once; the maker is told. Who reported
 * stands apart, by reference, so that it can be erased and the case stays.
 */
export const submitAdverseEvent = async (change: Change, input: SubmitAdverseEventInput): Promise<SubmitAdverseEventSuccess> => {
  refuseUnclear(input, latestDay(change.at))
  const thing = await reported(change, input)
  const [id, contact] = [newId('adv'), newId('rpt')]
  const { name, email, phone, occupation, healthProfessional } = input.reporter
  const attachments = input.attachments ?? []
  const [created] = await change.run(createCase, {
    properties: propertiesOf(change, id, contact, input),
    contact: { id: contact, name: name.trim(), email: email.trim(), phone: givenText(phone, 'phone', 50), occupation: givenText(occupation, 'occupation', 100), healthProfessional: healthProfessional ?? null },
    product: thing.product, batch: thing.batch, serial: thing.serial, manufacturer: input.manufacturer?.trim() || null, ticket: input.ticket ?? null, attachments,
  })
  if (created?.attached !== attachments.length) throw new Refusal('NOT_FOUND', 'One of the attachments is none of your documents.', ['attachments'])
  if (created.maker && created.maker !== change.viewer.organization) change.tell({ type: 'adverseEvent.submitted', subject: id, organization: created.maker, data: { adverseEvent: id, outcomes: input.outcomes } })
  change.audit({ subject: id, ...(created.maker ? { maker: created.maker } : {}), changes: [{ field: 'status', before: null, after: 'RECEIVED' }, { field: 'outcomes', before: null, after: input.outcomes.join(', ') }] })
  return { __typename: 'SubmitAdverseEventSuccess', caseId: id } as SubmitAdverseEventSuccess
}
