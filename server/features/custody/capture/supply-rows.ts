import { labelOfId } from '../../../kernel/ids.ts'
import type { BatchState, SerialState } from '../custody-state.type.ts'
import { type HandOver, handsOfBatch, handsOfEvent, handsOfSerial, suppliesOf, type Supply } from '../supplies.rules.ts'
import type { Advance } from './advance.rules.ts'
import type { FiledEvent } from './involve.rules.ts'
import type { KnownThings } from './known-things.ts'

/** What the events say of each lot that they name. */
const toldOfBatches = (events: readonly FiledEvent[]): Map<string, HandOver[]> => {
  const told = new Map<string, HandOver[]>()
  for (const { event, content } of events) {
    const hands = handsOfEvent(event)
    if (hands.length > 0) for (const { id } of content.things) if (labelOfId(id) === 'Batch') told.set(id, [...told.get(id) ?? [], ...hands])
  }
  return told
}

/** Who supplies whom by what a report changed. */
export const supplyRows = (events: readonly FiledEvent[], serials: ReadonlyMap<string, Advance<SerialState>>, batches: ReadonlyMap<string, Advance<BatchState>>, known: KnownThings): Supply[] => {
  const told = toldOfBatches(events)
  const ofSerials = [...serials].map(([id, { after }]) => [known.serials.get(id)?.maker ?? '', handsOfSerial(after)] as const)
  const ofBatches = [...batches].map(([id, { before, after }]) => {
    const maker = known.batches.get(id)?.maker ?? ''
    const hands = told.get(id) ?? []
    return [maker, [...hands, ...handsOfBatch(before, after, maker, hands)]] as const
  })
  return suppliesOf([...ofSerials, ...ofBatches].filter(([maker]) => maker !== ''))
}
