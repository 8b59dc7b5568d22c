import { mayReport } from '../outbox/may-report.ts'
import type { Lookup } from './lookup.query.ts'

type Looked = Pick<Lookup, 'verdict' | 'reasons' | 'serial' | 'batch' | 'logisticUnit'>

/** What the reader may do with this one thing, most likely first: what is on its way is received, what is in stock and clear is used. */
export function tasksAtOnce({ verdict, reasons, serial, batch, logisticUnit }: Looked, person: { roles: readonly string[] } | null): ('receive' | 'use')[] {
  const has = (code: string) => reasons.some((reason) => reason.code === code)
  const device = serial !== null || batch !== null
  const receive = has('IN_TRANSIT') || (logisticUnit !== null && !device)
  const use = device && (verdict === 'CLEAR' || verdict === 'OVERDUE') && (!has('NOT_IN_YOUR_STOCK') || has('IN_TRANSIT'))
  return [...(receive && mayReport(person, 'receive') ? ['receive' as const] : []), ...(use && mayReport(person, 'use') ? ['use' as const] : [])]
}
