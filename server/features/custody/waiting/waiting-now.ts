import type { Change } from '../../../record/change.ts'
import { rounded } from '../rounded.ts'
import type { Captured } from '../capture/capture-events.ts'
import type { NewEvent, Report } from '../capture/report.type.ts'
import type { EventThing } from '../event-content.rules.ts'
import { eventIdOf } from '../event-id.rules.ts'
import { labelOfId } from '../../../kernel/ids.ts'
import { numberAwaited, unitAwaited } from './awaited.rules.ts'
import { type Fileable, fileableNow, findAwaited, linkFiled, settleWaiting, type SettledWaiting } from './waiting.cypher.ts'
import { joined, type WaitingContent } from './waiting-event.rules.ts'

/** What waited for things that are known now, and what settles it once the events are filed. */
export interface WaitingNow {
  readonly events: readonly NewEvent[]
  readonly settled: readonly SettledWaiting[]
}

const nothing: WaitingNow = { events: [], settled: [] }

const thingOf = ({ thing, role, quantity, unit, units }: Fileable): EventThing =>
  ({ id: thing, role, ...(labelOfId(thing) === 'Batch' && { quantity: rounded((quantity ?? 0) * (units ?? 1)), unit: unit ?? 'EA' }) })

type Group = [Fileable, ...Fileable[]]

const byWaiting = (rows: readonly Fileable[]): Group[] => {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const group = groups.get(row.waiting)
    if (group === undefined) groups.set(row.waiting, [row])
    else group.push(row)
  }
  return [...groups.values()]
}

const filed = (rows: Group) => {
  const [first] = rows
  const { event, content } = joined(JSON.parse(first.content) as WaitingContent, rows.map(thingOf))
  const id = event === undefined ? null : eventIdOf(event)
  return { event, settled: { id: first.waiting, content: JSON.stringify(content), event: id, findings: [...new Set(rows.map(({ finding }) => finding))] } }
}

/** What waits for these things and may be filed. @param finding only that, whoever waits */
export const waitingFor = async (change: Change, ids: readonly string[], finding: string | null = null): Promise<WaitingNow> => {
  if (ids.length === 0) return nothing
  const groups = byWaiting(await change.run(fileableNow, { ids, finding })).map(filed)
  return { events: groups.flatMap(({ event }) => event ?? []), settled: groups.map(({ settled }) => settled) }
}

/** What waited for things that a report introduced, or that came by it to who waits for them. Costs nothing where nobody waits and nothing is new. */
export const waitingNow = async (change: Change, { serials = [], batches = [], units = [] }: Report, { awaited }: Captured): Promise<WaitingNow> => {
  const things = [...serials.map((one) => ({ ...one, lot: null, serial: one.serialNumber })), ...batches.map((one) => ({ ...one, lot: one.lotNumber, serial: null }))]
  const found = things.length + units.length === 0 ? [] : await change.run(findAwaited, {
    things: things.map((one) => ({ id: one.id, product: one.product, number: numberAwaited(one) })),
    units: units.map(({ id, sscc }) => ({ id, awaited: unitAwaited(sscc) })),
  })
  return waitingFor(change, [...new Set([...found.map(({ id }) => id), ...awaited])])
}

/** The findings of what is filed now are cleared by it, and who waited hears of it. */
export const settle = async (change: Change, { settled }: WaitingNow): Promise<void> => {
  for (const { finding, organization } of await change.run(settleWaiting, { rows: settled, at: change.at })) {
    change.audit({ subject: finding, changes: [{ field: 'clearedAt', before: null, after: change.at }], reason: 'What waited for it was filed.' })
    if (organization !== change.viewer.organization) change.tell({ type: 'finding.cleared', subject: finding, organization, data: { finding, code: 'UNKNOWN_SERIAL' } })
  }
}

/** Once it is filed. */
export const linkTold = async (change: Change, { settled }: WaitingNow): Promise<void> => {
  const rows = settled.filter(({ event }) => event !== null)
  if (rows.length > 0) await change.run(linkFiled, { rows })
}
