import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { neededText } from '../../kernel/input-text.ts'
import { dayText } from '../../kernel/times.ts'
import type { Change } from '../../record/change.ts'
import { contentHash, signRecord } from '../../record/sign.ts'
import type { ReviseClockRuleInput } from './clock.input.ts'
import type { ReviseClockRuleSuccess } from './clock.type.ts'
import { saveVersion } from './clock-rule.cypher.ts'
import type { ClockRow } from './clock-row.ts'
import { clockTable } from './clock-table.ts'
import { calendarOf, dayAt, type LimitUnit } from './clock-versions.rules.ts'

const most: Readonly<Record<LimitUnit, number>> = { HOURS: 720, DAYS: 365, WORKING_DAYS: 250 }

const refuseLimit = ({ limit, unit }: ReviseClockRuleInput, { jurisdiction }: ClockRow): void => {
  if (limit < (unit === 'DAYS' ? 0 : 1) || limit > most[unit]) throw new Refusal('INVALID_INPUT', `limit is from ${unit === 'DAYS' ? 0 : 1} to ${most[unit]} of these.`, ['limit'])
  if (unit === 'WORKING_DAYS' && !calendarOf[jurisdiction]) throw new Refusal('INVALID_INPUT', `The hub has no calendar of working days for ${jurisdiction}: give the limit in days.`, ['unit'])
}

/** A version counts from its first day on: what started earlier must not change under whoever relies on it. */
const validityOf = (input: ReviseClockRuleInput, { jurisdiction }: ClockRow, at: string): { readonly validFrom: string; readonly validTo: string | null } => {
  const [validFrom, validTo] = [dayText(input.validFrom) ?? '', dayText(input.validTo)]
  if (validFrom < dayAt(at, jurisdiction)) throw new Refusal('INVALID_INPUT', 'validFrom is today or later: what has started keeps the version of its day.', ['validFrom'])
  if (validTo !== null && validTo < validFrom) throw new Refusal('INVALID_INPUT', 'validTo is before validFrom.', ['validTo'])
  return { validFrom, validTo }
}

/**
 * A new version of a rule, for the organization of who signs it. The hub's own row and earlier versions stay.
 * @throws Refusal NOT_FOUND for a rule that is none, INVALID_INPUT with the field, SIGNATURE_REFUSED
 */
export const reviseClockRule = async (change: Change, input: ReviseClockRuleInput): Promise<ReviseClockRuleSuccess> => {
  const row = clockTable.find(({ id }) => id === input.rule)
  if (!row) throw new Refusal('NOT_FOUND', 'There is no such rule.', ['rule'])
  refuseLimit(input, row)
  const text = (field: 'title' | 'titleZh' | 'recipient'): string => neededText(input[field] ?? row[field], field, 300)
  const version = {
    id: newId('clk'), rule: row.id, limit: input.limit, unit: input.unit, title: text('title'), titleZh: text('titleZh'), recipient: text('recipient'),
    source: neededText(input.source, 'source', 500), verified: input.verified, ...validityOf(input, row, change.at), reason: neededText(input.reason, 'reason', 1_000), at: change.at,
  }
  await signRecord(change, { subject: version.id, hash: contentHash(version), act: 'REVISE_CLOCK_RULE', signature: input.signature })
  const [saved] = await change.run(saveVersion, { rule: row.id, properties: version, at: change.at })
  const told = Object.entries({ ...version, version: saved?.version }).map(([field, value]) => ({ field, before: null, after: value === null || value === undefined ? null : String(value) }))
  change.audit({ subject: version.id, maker: change.viewer.organization, changes: told, reason: version.reason })
  return { __typename: 'ReviseClockRuleSuccess', rule: row.id } as ReviseClockRuleSuccess
}
