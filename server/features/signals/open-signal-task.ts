import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { dayText } from '../../kernel/times.ts'
import type { Change } from '../../record/change.ts'
import { findSignals } from './find-signals.ts'
import type { OpenSignalTaskInput } from './signal.input.ts'
import type { OpenSignalTaskSuccess, Signal } from './signal.type.ts'
import { raiseTask, tasksOfSignals } from './task.cypher.ts'

/** The numbers as they stood, which later cases change: for whoever takes the task up. */
const detailOf = ({ kind, name, number, cases, devices, expected, p }: Signal): string =>
  `${kind} ${number ?? name}: ${cases} cases, ${expected.toFixed(2)} expected of ${devices} devices, p ${p.toExponential(1)}`

/**
 * Makes a task of a signal, as a finding that somebody clears with what was found. One open task for each signal.
 * @throws Refusal NOT_FOUND where it is no signal of the viewer's (any more), CONFLICT where its task is open
 */
export const openSignalTask = async (change: Change, { kind, thing, since }: OpenSignalTaskInput): Promise<OpenSignalTaskSuccess> => {
  const { signals } = await findSignals(change.run, dayText(since) ?? '')
  const signal = signals.find((it) => it.kind === kind && it.thing === thing)
  if (!signal) throw new Refusal('NOT_FOUND', 'There is no such signal now. Look at the list again.', ['thing'])
  const [task] = await change.run(tasksOfSignals, { signals: [`${kind} ${thing}`] })
  if (task?.clearedAt === null) throw new Refusal('CONFLICT', 'Its task is open already: see the findings.', ['thing'])
  const maker = change.viewer.organization
  const finding = { id: newId('fnd'), code: 'CASE_SIGNAL', raisedAt: change.at, organization: maker, maker, signal: `${maker} ${kind} ${thing}`, detail: detailOf(signal), raisedBy: change.viewer.person }
  await change.run(raiseTask, { finding, thing })
  change.tell({ type: 'finding.raised', subject: finding.id, organization: maker, data: { finding: finding.id, code: finding.code } })
  change.audit({ subject: finding.id, maker, changes: [{ field: 'signal', before: null, after: finding.detail }] })
  return { __typename: 'OpenSignalTaskSuccess', findingId: finding.id } as unknown as OpenSignalTaskSuccess
}
