import type { ThingRole } from '../../custody/custody-event.type.ts'
import type { NewEvent } from '../../custody/capture/report.type.ts'
import { scannedCode } from '../../custody/scanned-code.ts'
import { awaited } from '../../custody/waiting/awaited.rules.ts'
import type { Unknown } from '../../custody/waiting/keep-waiting.ts'
import type { EpcisName } from '../event-columns.rules.ts'
import type { Draft } from './draft.rules.ts'

/** What can become known: a lot by a quantity, a serial or carton by itself. */
const unknownOf = ({ uri, role, isClass, quantity, unit }: EpcisName): Unknown[] => {
  const code = scannedCode(uri)
  const isLot = code.sscc === null && code.serial === null
  if (awaited(code) === undefined || isLot !== isClass || isLot && !(quantity !== null && quantity > 0)) return []
  return [{ code, named: uri, role, quantity, unit }]
}

/** What an event names that the hub does not know, or not to its reporter, and that may become known. */
export const unknownIn = ({ names }: Draft, things: ReadonlyMap<string, unknown>): Unknown[] =>
  names.filter(({ uri }) => !things.has(uri)).flatMap(unknownOf)

/** Roles without which an event says nothing, or something else: a carton without what is told to be taken out of it would be emptied. */
export const neededRoles = ({ type }: NewEvent, { names }: Draft, unknown: readonly Unknown[]): ThingRole[] => {
  if (type !== 'AGGREGATION' && type !== 'ASSOCIATION') return []
  const parent: ThingRole[] = unknown.some(({ role }) => role === 'PARENT') ? ['PARENT'] : []
  return names.some(({ role }) => role === 'CHILD') ? [...parent, 'CHILD'] : parent
}
