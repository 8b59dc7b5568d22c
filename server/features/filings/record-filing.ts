import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { neededText } from '../../kernel/input-text.ts'
import { momentText } from '../../kernel/times.ts'
import type { Change } from '../../record/change.ts'
import { sha256Of } from '../catalog/document-store.ts'
import { fileReport } from '../feedback/case-write.cypher.ts'
import { isClockRule } from '../clocks/clock-table.ts'
import { fileRecallReport } from '../recalls/authority.cypher.ts'
import { buildReport, caseForms } from './build-report.ts'
import { createFiling, type StoredFiling } from './filing.cypher.ts'
import type { RecordFilingInput } from './filing.input.ts'
import type { RecordFilingSuccess } from './filing.type.ts'

/** Meets the deadline of a case or recall, which counts what its organization filed by rule. */
const meetClock = async (change: Change, { subject, form, rule }: RecordFilingInput, filing: StoredFiling): Promise<void> => {
  if (!rule) return
  const isCase = caseForms[form] !== undefined
  if (!isClockRule(rule, isCase ? 'CASE' : 'RECALL')) throw new Refusal('INVALID_INPUT', 'rule is the rule of one of the case’s or recall’s deadlines.', ['rule'])
  const report = { id: newId('fil'), rule, filedOn: filing.filedOn, reference: filing.number, note: filing.authority, organization: filing.organization, by: filing.by }
  await (isCase ? change.run(fileReport, { case: subject, report }) : change.run(fileRecallReport, { recall: subject, report }))
}

/**
 * Records what was filed in an authority's own system, and freezes the report as the hub fills it now: its sum stands in
 * the audit record, so that a later change of either shows.
 */
export const recordFiling = async (change: Change, input: RecordFilingInput): Promise<RecordFilingSuccess> => {
  const { subject, form } = input
  const filedOn = momentText(input.filedOn) ?? change.at
  if (filedOn > change.at) throw new Refusal('INVALID_INPUT', 'filedOn is in the future.', ['filedOn'])
  const report = await buildReport(change.run, form, subject, change.at)
  if (!report) throw new Refusal('NOT_FOUND', 'There is no such case or recall of yours for this form.', ['subject'])
  const content = JSON.stringify(report)
  const { organization, person } = change.viewer
  const filing: StoredFiling = { id: newId('flg'), subject, form, authority: neededText(input.authority, 'authority', 200), filedOn, number: neededText(input.number, 'number', 200), recordedAt: change.at, sha256: sha256Of(content), content, organization, by: person }
  await change.run(createFiling, { row: filing })
  await meetClock(change, input, filing)
  const changes = [['form', form], ['authority', filing.authority], ['number', filing.number], ['filedOn', filedOn], ['sha256', filing.sha256]] as const
  change.audit({ subject, changes: changes.map(([field, after]) => ({ field: `filing.${field}`, before: null, after })) })
  return { __typename: 'RecordFilingSuccess', filingId: filing.id, subject } as RecordFilingSuccess
}
