import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { neededText } from '../../kernel/input-text.ts'
import { momentText } from '../../kernel/times.ts'
import type { Change } from '../../record/change.ts'
import type {
  AnswerReporterRequestInput, AskReporterInput, AssessAdverseEventInput, CodeAdverseEventInput, ConcludeAdverseEventInput, EraseReporterInput, RecordFiledReportInput, ReopenAdverseEventInput, TriageAdverseEventInput,
} from './adverse-event.input.ts'
import type { HandleAdverseEventSuccess } from './adverse-event.type.ts'
import { caseAfter, type CaseState, type CaseStep, codesIn } from './case.rules.ts'
import { answerRequest, askReporter, caseToFollow, caseToHandle, type CaseUnderChange, eraseContact, fileReport, followTicket, saveCase } from './case-write.cypher.ts'
import { isClockRule } from '../clocks/clock-table.ts'
import { imdrfRelease } from './imdrf-terms.ts'

const done = (caseId: string): HandleAdverseEventSuccess => ({ __typename: 'HandleAdverseEventSuccess', caseId }) as HandleAdverseEventSuccess

const caseFor = async (change: Change, id: string, step: CaseStep): Promise<CaseUnderChange & { readonly next: CaseState }> => {
  const [found] = await change.run(caseToHandle, { id, at: change.at })
  if (!found) throw new Refusal('NOT_FOUND', 'There is no such case.', ['adverseEvent'])
  return { ...found, next: caseAfter(step, found.status) }
}

/** Words may name a patient or a reporter: in the record they stand apart, by reference, so that they can be erased. */
const words = new Set(['assessment', 'conclusion'])

const text = (value: unknown): string | null => (value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value))

/** Saves what a step sets, with its record, field by field; `beside` is what it has written itself. Open pages of both sides hear that it changed. */
const save = async (change: Change, { id, status, next, maker, organization, before }: CaseUnderChange & { next: CaseState }, properties: object, { reason, beside = {} }: { reason?: string | null | undefined; beside?: object } = {}): Promise<HandleAdverseEventSuccess> => {
  await change.run(saveCase, { id, properties: { ...properties, status: next } })
  const changes = Object.entries({ ...properties, ...beside, ...(status === next ? {} : { status: next }) }).map(([field, value]) =>
    ({ field, before: text(before[field]), after: text(value), ...(words.has(field) ? { person: id } : {}) }))
  for (const told of new Set([organization, maker])) if (told) change.tell({ type: 'adverseEvent.changed', subject: id, organization: told, data: { adverseEvent: id } })
  change.audit({ subject: id, ...(maker ? { maker } : {}), changes, ...(reason ? { reason } : {}) })
  return done(id)
}

const priorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT']

/** Sets which ticket told the maker first; answers its reference, or null for none. */
const follow = async ({ run }: Change, caseId: string, ticket: string): Promise<string | null> => {
  const [followed] = await run(followTicket, { case: caseId, ticket })
  if (ticket !== '' && !followed?.ticket) throw new Refusal('NOT_FOUND', 'There is no such ticket of this device or lot.', ['ticket'])
  return followed?.ticket ?? null
}

export const triage = async (change: Change, input: TriageAdverseEventInput): Promise<HandleAdverseEventSuccess> => {
  if (!priorities.includes(input.priority)) throw new Refusal('INVALID_INPUT', `priority is one of ${priorities.join(', ')}.`, ['priority'])
  const found = await caseFor(change, input.adverseEvent, 'TRIAGE')
  const { priority, publicThreat, remedialAction, unexpected, note, ticket } = input
  const marks = Object.entries({ publicThreat, remedialAction, unexpected }).filter(([, value]) => value != null)
  const beside = ticket == null ? {} : { ticket: await follow(change, found.id, ticket) }
  return save(change, found, { priority, ...Object.fromEntries(marks) }, { reason: note, beside })
}

export const code = async (change: Change, input: CodeAdverseEventInput): Promise<HandleAdverseEventSuccess> => {
  const codes = codesIn(input)
  if (Object.keys(codes).length === 0) throw new Refusal('INVALID_INPUT', 'Give the codes of at least one annex.', ['deviceProblemCodes'])
  return save(change, await caseFor(change, input.adverseEvent, 'CODE'), { ...codes, codingRelease: imdrfRelease })
}

export const assess = async (change: Change, input: AssessAdverseEventInput): Promise<HandleAdverseEventSuccess> =>
  save(change, await caseFor(change, input.adverseEvent, 'ASSESS'), { assessment: neededText(input.assessment, 'assessment', 4_000) })

export const conclude = async (change: Change, input: ConcludeAdverseEventInput): Promise<HandleAdverseEventSuccess> => {
  const conclusion = neededText(input.conclusion, 'conclusion', 4_000)
  const found = await caseFor(change, input.adverseEvent, 'CONCLUDE')
  change.tell({ type: 'adverseEvent.concluded', subject: found.id, organization: found.organization, data: { adverseEvent: found.id, caseNumber: found.caseNumber } })
  return save(change, found, { conclusion, concludedAt: change.at })
}

export const reopen = async (change: Change, input: ReopenAdverseEventInput): Promise<HandleAdverseEventSuccess> =>
  save(change, await caseFor(change, input.adverseEvent, 'REOPEN'), { concludedAt: null }, { reason: neededText(input.reason, 'reason', 1_000) })

/** A question to the reporter's organization, which answers it in the portal. */
export const ask = async (change: Change, input: AskReporterInput): Promise<HandleAdverseEventSuccess> => {
  const question = neededText(input.question, 'question', 2_000)
  const found = await caseFor(change, input.adverseEvent, 'ASK')
  const request = { id: newId('ask'), askedAt: change.at, askedBy: change.viewer.person, question }
  await change.run(askReporter, { case: found.id, request })
  change.tell({ type: 'adverseEvent.asked', subject: found.id, organization: found.organization, data: { adverseEvent: found.id, caseNumber: found.caseNumber, request: request.id } })
  change.audit({ subject: found.id, ...(found.maker ? { maker: found.maker } : {}), changes: [{ field: 'request', before: null, after: question, person: found.id }] })
  return done(found.id)
}

export const answer = async (change: Change, { request: id, answer: text }: AnswerReporterRequestInput): Promise<HandleAdverseEventSuccess> => {
  const [answered] = await change.run(answerRequest, { id, at: change.at, answer: neededText(text, 'answer', 4_000), by: change.viewer.person })
  if (!answered) throw new Refusal('NOT_FOUND', 'There is no such question to you.', ['request'])
  const { case: caseId, maker } = answered
  if (maker) change.tell({ type: 'adverseEvent.answered', subject: caseId, organization: maker, data: { adverseEvent: caseId, request: id } })
  change.audit({ subject: caseId, ...(maker ? { maker } : {}), changes: [{ field: 'request.answered', before: null, after: id }] })
  return done(caseId)
}

/** What was filed, each organization for its own clocks. It stays as it was filed. */
export const recordFiled = async (change: Change, { adverseEvent, rule, filedOn, reference, note }: RecordFiledReportInput): Promise<HandleAdverseEventSuccess> => {
  if (!isClockRule(rule, 'CASE')) throw new Refusal('INVALID_INPUT', 'rule is the rule of one of the case’s clocks.', ['rule'])
  const on = momentText(filedOn) ?? change.at
  if (on > change.at) throw new Refusal('INVALID_INPUT', 'filedOn is in the future.', ['filedOn'])
  const [found] = await change.run(caseToFollow, { id: adverseEvent, at: change.at })
  if (!found) throw new Refusal('NOT_FOUND', 'There is no such case.', ['adverseEvent'])
  const report = { id: newId('fil'), rule, filedOn: on, reference: neededText(reference, 'reference', 200), note: note?.trim() || null, organization: change.viewer.organization, by: change.viewer.person }
  await change.run(fileReport, { case: found.id, report })
  change.audit({ subject: found.id, ...(found.maker ? { maker: found.maker } : {}), changes: [{ field: `filed.${rule}`, before: null, after: `${on} ${report.reference}` }] })
  return done(found.id)
}

/** The right to erasure: the person goes, the case stays. The reporter's own organization asks for it. */
export const eraseReporter = async (change: Change, { adverseEvent, reason }: EraseReporterInput): Promise<HandleAdverseEventSuccess> => {
  const [found] = await change.run(caseToFollow, { id: adverseEvent, at: change.at })
  if (!found) throw new Refusal('NOT_FOUND', 'There is no such case.', ['adverseEvent'])
  const [gone] = await change.run(eraseContact, { contact: found.reporter })
  change.audit({ subject: found.id, ...(found.maker ? { maker: found.maker } : {}), changes: [{ field: 'reporter', before: gone?.erased ? 'kept' : 'erased before', after: 'erased' }], reason: neededText(reason, 'reason', 1_000) })
  return done(found.id)
}
