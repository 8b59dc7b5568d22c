import { stableId } from '../../../kernel/ids.ts'
import type { KnownThings } from '../../custody/capture/known-things.ts'
import type { NewEvent } from '../../custody/capture/report.type.ts'
import { eventIdOf } from '../../custody/event-id.rules.ts'
import { type Asking, usable, usableLot } from '../../custody/report/line.rules.ts'
import type { RaisedFinding } from './finding.cypher.ts'

/** It was moved on, sold or used although it was recalled, held, expired or gone. */
export const movedThoughBlocked = 'MOVED_THOUGH_BLOCKED'

const moving = new Set(['shipping', 'departing', 'consigning', 'retail_selling', 'dispensing', 'implanting', 'installing', 'assembling', 'putting_into_service'])

// Whatever stands against a device, it may go back.
const movesOn = ({ bizStep, disposition, type, action }: NewEvent): boolean =>
  moving.has(bizStep ?? '') && disposition !== 'returned' && action !== 'DELETE' || type === 'TRANSFORMATION'

const isBlocked = (id: string, known: KnownThings, asking: Asking): boolean => {
  const [serial, batch] = [known.serials.get(id), known.batches.get(id)]
  if (serial !== undefined) return usable(serial, asking, serial.batch === null ? undefined : known.batches.get(serial.batch)) !== undefined
  return batch !== undefined && usableLot(batch, 0, asking) !== undefined
}

/** What the hub's own mutations would have refused: kept, since it happened, and a finding. `ids` are those of the events. */
export const blockedFindings = (events: readonly (NewEvent & { readonly eventId: string })[], known: KnownThings, asking: Asking, at: string): RaisedFinding[] =>
  events.filter(movesOn).flatMap(({ things, ...event }) => things.filter(({ id, role }) => role !== 'PARENT' && role !== 'OUTPUT' && isBlocked(id, known, asking)).map(({ id }) => {
    const raisedBy = eventIdOf(event)
    return { id: stableId('fnd', `${movedThoughBlocked}|${id}|${raisedBy}`), code: movedThoughBlocked, event: raisedBy, about: id, at }
  }))
