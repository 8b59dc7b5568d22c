import type { EventAction, EventType } from '../custody-event.type.ts'
import type { NewEvent } from '../capture/report.type.ts'
import type { Goods } from './line.rules.ts'

/** What is said of a line's goods, all but the goods themselves. */
export interface Told {
  readonly type?: EventType
  readonly action?: EventAction
  readonly bizStep: string
  readonly disposition?: string
  readonly eventTime: string
  readonly site?: string
  readonly from?: string
  readonly to?: string
  readonly owner?: string
  readonly documentNumber?: string | null
  readonly procedureReference?: string | null
  readonly note?: string | null
}

const thingOf = ({ id, quantity, unit }: Goods): NewEvent['things'][number] => ({ id, role: 'EPC', quantity, unit: quantity === undefined ? undefined : unit ?? 'EA' })

/** Lots named in several lines are one thing with the sum. */
export const summed = (goods: readonly Goods[]): Goods[] => {
  const things = new Map<string, Goods>()
  for (const one of goods) {
    const before = things.get(one.id)?.quantity ?? 0
    things.set(one.id, before === 0 ? one : { ...one, quantity: before + (one.quantity ?? 0) })
  }
  return [...things.values()]
}

/** An event for all goods of which the same is said. The hub is told times, not where their clocks stand: UTC. */
export const eventsOf = (goods: readonly Goods[], reportedBy: string, say: (goods: Goods) => Told): NewEvent[] => {
  const groups = new Map<string, { told: Told; goods: Goods[] }>()
  for (const one of goods) {
    const told = say(one)
    const key = JSON.stringify(told)
    const group = groups.get(key) ?? { told, goods: [] }
    group.goods.push(one)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ told, goods: own }) => ({ type: 'OBJECT', action: 'OBSERVE', timeZoneOffset: '+00:00', reportedBy, ...told, things: summed(own).map(thingOf) }))
}
