import { newId, stableId } from '../../../kernel/ids.ts'
import type { Change } from '../../../record/change.ts'
import type { ThingRole } from '../custody-event.type.ts'
import { eventIdOf } from '../event-id.rules.ts'
import { fileWaiting } from '../report/keep-goods.ts'
import type { ScannedCode } from '../scanned-code.ts'
import { awaited } from './awaited.rules.ts'
import { type NewWaitingEvent, raiseUnknown, type UnknownName, writeWaiting } from './waiting.cypher.ts'
import type { WaitingContent } from './waiting-event.rules.ts'
import { waitingFor } from './waiting-now.ts'

/** Something that an event names and that is not known. */
export interface Unknown {
  readonly code: ScannedCode
  readonly named: string
  readonly role: ThingRole
  readonly quantity: number | null
  readonly unit: string | null
}

/** An event that waits for what it names. `source` is the id of what it came by. */
export interface Waiting extends WaitingContent {
  readonly source: string
  readonly unknown: readonly Unknown[]
}

/** The same for the same source. */
export const waitingId = (source: string): string => stableId('wai', source)

const nameOf = ({ code: { di, serial, lot, sscc }, named }: Unknown, key: string): UnknownName =>
  ({ id: newId('fnd'), key, named, di, serial, lot: serial === null ? lot : null, sscc })

const rowOf = ({ source, unknown, event, needs, told }: Waiting, at: string, keyOf: (one: Unknown) => string): NewWaitingEvent => ({
  id: waitingId(source),
  properties: {
    told: source, event: eventIdOf(event), organization: event.reportedBy, type: event.type, bizStep: event.bizStep, eventTime: event.eventTime, recordTime: at,
    content: JSON.stringify({ event, needs, told } satisfies WaitingContent),
  },
  names: unknown.map((one) => ({ key: keyOf(one), role: one.role, quantity: one.quantity, unit: one.unit })),
})

/** One message for each who has work by it, however many there are: the list has them all. */
const tell = (change: Change, raised: readonly { readonly id: string; readonly maker: string | null }[]): void => {
  const first = new Map<string, string>()
  for (const { id, maker } of raised) for (const organization of [change.viewer.organization, maker]) if (organization !== null && !first.has(organization)) first.set(organization, id)
  for (const [organization, finding] of first) change.tell({ type: 'finding.raised', subject: finding, organization, data: { finding, code: 'UNKNOWN_SERIAL' } })
}

/** Keeps events whose things are not known, to be filed when they are; each name is a finding for the reporter and for the maker whose identifier it bears. */
export const keepWaiting = async (change: Change, events: readonly Waiting[]): Promise<void> => {
  if (events.length === 0) return
  const keyOf = ({ code }: Unknown): string => `${awaited(code) ?? ''}${change.viewer.organization}`
  const names = new Map(events.flatMap(({ unknown }) => unknown.map((one) => [keyOf(one), nameOf(one, keyOf(one))] as const)))
  const raised = await change.run(raiseUnknown, { rows: [...names.values()], at: change.at })
  await change.run(writeWaiting, { rows: events.map((one) => rowOf(one, change.at, keyOf)) })
  tell(change, raised.filter(({ fresh }) => fresh))
  // What came to the reporter by another event of the same report.
  await fileWaiting(change, await waitingFor(change, [...new Set(raised.flatMap(({ thing }) => thing ?? []))]))
}
