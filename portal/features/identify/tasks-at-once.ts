import { mayReport } from '../outbox/may-report.ts'
import type { Task } from '../outbox/report.ts'
import type { Lookup } from './lookup.query.ts'

const againstUse: readonly string[] = ['QUARANTINED', 'RECALLED', 'EXPIRED', 'SUSPECT']

type Looked = Pick<Lookup, 'verdict' | 'reasons' | 'serial' | 'batch' | 'logisticUnit'>

/** What the reader may do with this one thing, most likely first: what is on its way is received, what is in stock and clear is used, what may not be used goes back or is looked at. */
export function tasksAtOnce({ verdict, reasons, serial, batch, logisticUnit }: Looked, person: { roles: readonly string[] } | null): Task[] {
  const has = (code: string) => reasons.some((reason) => reason.code === code)
  const device = serial !== null || batch !== null
  const receive = has('IN_TRANSIT') || (logisticUnit !== null && !device)
  const use = device && (verdict === 'CLEAR' || verdict === 'OVERDUE') && (!has('NOT_IN_YOUR_STOCK') || has('IN_TRANSIT'))
  const held = device && !has('NOT_IN_YOUR_STOCK') && againstUse.includes(verdict)
  const offered: readonly (readonly [Task, boolean])[] = [['receive', receive], ['use', use], ['return', held], ['inspect', held]]
  return offered.filter(([task, fits]) => fits && mayReport(person, task)).map(([task]) => task)
}
