import { BadInput, Refusal } from '../../kernel/errors.ts'
import { newId, newReference } from '../../kernel/ids.ts'
import type { Change } from '../../record/change.ts'
import { dayText, momentText } from '../../kernel/times.ts'
import type { DraftRecallInput } from './recall.input.ts'
import type { RecallScopeInput } from './recall-scope.input.ts'
import { stateAfter } from './recall.rules.ts'
import type { DraftRecallSuccess } from './recall.type.ts'
import { recallToChange, saveDraft, scopeMembers, type ScopeMembers } from './recall-write.cypher.ts'
import { refuseUnfound, scopeCodes } from './scope-codes.rules.ts'

const longest = { title: 300, titleZh: 300, reason: 4_000, reasonZh: 4_000, riskStatement: 4_000, riskStatementZh: 4_000 } as const

/** A text that must be there; @throws Refusal for none or too much of it */
const textOf = (input: DraftRecallInput, field: keyof typeof longest): string | null => {
  const text = input[field]?.trim() ?? ''
  const needed = field === 'title' || field === 'reason'
  if ((needed && text === '') || text.length > longest[field]) throw new Refusal('INVALID_INPUT', `${field} takes ${needed ? '1' : '0'} to ${longest[field]} characters; it has ${text.length}.`, [field])
  return text === '' ? null : text
}

/** The members of a scope within a change. @throws Refusal where a code finds nothing, or more than one thing */
export const membersOf = async (change: Change, input: RecallScopeInput): Promise<ScopeMembers> => {
  try {
    const codes = scopeCodes(input)
    const [members] = await change.run(scopeMembers, codes)
    if (!members) throw new Refusal('NOT_ALLOWED', 'Only the maker of the devices can recall them.')
    refuseUnfound(codes.codes, new Map(members.found.map(({ index, things }) => [index, things])))
    return members
  } catch (error) {
    throw error instanceof BadInput ? new Refusal('INVALID_INPUT', error.message, ['scope']) : error
  }
}

/** Days as text, all the way down: what is read again from JSON must compare with the graph's days. */
const plain = ({ excluding, manufacturedFrom, manufacturedTo, ...codes }: RecallScopeInput): RecallScopeInput => ({
  ...codes, manufacturedFrom: dayText(manufacturedFrom), manufacturedTo: dayText(manufacturedTo), excluding: excluding ? plain(excluding) : null,
})

const propertiesOf = (input: DraftRecallInput) => ({
  title: textOf(input, 'title'), titleZh: textOf(input, 'titleZh'), reason: textOf(input, 'reason'), reasonZh: textOf(input, 'reasonZh'),
  riskStatement: textOf(input, 'riskStatement'), riskStatementZh: textOf(input, 'riskStatementZh'),
  classification: input.classification, actions: [...new Set(input.actions)], drill: input.drill ?? false, scope: JSON.stringify(plain(input.scope)),
  respondBy: momentText(input.respondBy), estimatedCompletion: dayText(input.estimatedCompletion),
})

const beginning = ({ at, viewer }: Change, id: string): object =>
  ({ reference: newReference('RC', at), status: 'DRAFT', maker: viewer.organization, draftedBy: viewer.person, draftedAt: at, place: `${at}|${id}`, changedAt: at })

const refuseUnrevisable = async (change: Change, id: string): Promise<void> => {
  const [recall] = await change.run(recallToChange, { id, at: change.at })
  if (!recall) throw new Refusal('NOT_FOUND', 'There is no such recall.', ['recall'])
  stateAfter('REVISE', recall.status)
}

/** A new draft, or one revised. Nobody outside learns of it. Its scope is found at once, so that a mistyped lot shows now and not at the signature. */
export const draftRecall = async (change: Change, input: DraftRecallInput): Promise<DraftRecallSuccess> => {
  if (input.actions.length === 0) throw new Refusal('INVALID_INPUT', 'Say at least one thing that holders are to do.', ['actions'])
  const properties = propertiesOf(input)
  if (input.recall) await refuseUnrevisable(change, input.recall)
  await membersOf(change, input.scope)
  const id = input.recall ?? newId('rcl')
  const cases = input.adverseEvents ?? []
  const [saved] = await change.run(saveDraft, { id, properties: { ...properties, ...(input.recall ? {} : { id, ...beginning(change, id) }) }, adverseEvents: cases })
  if (saved?.cases !== cases.length) throw new Refusal('NOT_FOUND', 'One of the adverse events is not there.', ['adverseEvents'])
  const told = Object.entries(properties).map(([field, value]) => ({ field, before: null, after: value === null ? null : typeof value === 'string' ? value : JSON.stringify(value) }))
  change.audit({ subject: id, changes: [{ field: 'status', before: input.recall ? 'DRAFT' : null, after: 'DRAFT' }, ...told] })
  return { __typename: 'DraftRecallSuccess', recallId: id } as DraftRecallSuccess
}
