import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { givenText } from '../../kernel/input-text.ts'
import { dayText, momentText } from '../../kernel/times.ts'
import type { Change } from '../../record/change.ts'
import { jurisdictions } from '../clocks/clock-row.ts'
import { isClockRule } from '../clocks/clock-table.ts'
import { fileRecallReport, saveAuthority } from './authority.cypher.ts'
import type { RecordRecallAuthorityInput, RecordRecallReportInput } from './authority.input.ts'
import type { ChangeRecallSuccess } from './recall.type.ts'

const done = (recallId: string): ChangeRecallSuccess => ({ __typename: 'ChangeRecallSuccess', recallId }) as ChangeRecallSuccess

const missing = (): never => {
  throw new Refusal('NOT_FOUND', 'There is no such recall.', ['recall'])
}

/** Level, authority and number of a recall in one jurisdiction, as a person has them from the authority or the firm's decision. */
export const recordRecallAuthority = async (change: Change, input: RecordRecallAuthorityInput): Promise<ChangeRecallSuccess> => {
  const { recall, jurisdiction } = input
  if (!(jurisdictions as readonly string[]).includes(jurisdiction)) throw new Refusal('INVALID_INPUT', `jurisdiction is one of ${jurisdictions.join(', ')}.`, ['jurisdiction'])
  if (jurisdiction === 'EU' && input.level) throw new Refusal('INVALID_INPUT', 'The Union has no classes of recalls.', ['level'])
  const decidedOn = dayText(input.decidedOn)
  if (decidedOn !== null && decidedOn > change.at.slice(0, 10)) throw new Refusal('INVALID_INPUT', 'decidedOn is in the future.', ['decidedOn'])
  const properties = { level: input.level ?? null, authority: givenText(input.authority, 'authority', 200), reference: givenText(input.reference, 'reference', 200), decidedOn }
  const [saved] = await change.run(saveAuthority, { recall, jurisdiction, properties })
  if (!saved) return missing()
  const before = (saved.before ?? {}) as Record<string, string | null>
  change.audit({ subject: recall, changes: Object.entries(properties).map(([field, after]) => ({ field: `authority.${jurisdiction}.${field}`, before: before[field] ?? null, after })) })
  return done(recall)
}

/** That holders were notified, or a report was filed: meets the deadline of its rule. It stays as it was recorded. */
export const recordRecallReport = async (change: Change, { recall, rule, filedOn, reference, note }: RecordRecallReportInput): Promise<ChangeRecallSuccess> => {
  if (!isClockRule(rule, 'RECALL')) throw new Refusal('INVALID_INPUT', 'rule is the rule of one of the recall’s deadlines.', ['rule'])
  const on = momentText(filedOn) ?? change.at
  if (on > change.at) throw new Refusal('INVALID_INPUT', 'filedOn is in the future.', ['filedOn'])
  const number = givenText(reference, 'reference', 200)
  if (number === null) throw new Refusal('INVALID_INPUT', 'Give the number under which it was filed, or what proves it.', ['reference'])
  const report = { id: newId('fil'), rule, filedOn: on, reference: number, note: givenText(note, 'note', 1_000), organization: change.viewer.organization, by: change.viewer.person }
  if ((await change.run(fileRecallReport, { recall, report })).length === 0) return missing()
  change.audit({ subject: recall, changes: [{ field: `filed.${rule}`, before: null, after: `${on} ${number}` }] })
  return done(recall)
}
