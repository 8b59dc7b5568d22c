import type { SerialState } from '../custody-state.type.ts'
import { inventoryKey } from '../batch-edges.rules.ts'
import { holdNames } from '../serial-changes.rules.ts'
import type { Advance } from './advance.rules.ts'
import type { KnownSerial } from './known-things.ts'

/** A derived relationship of a serial to an organization or a site. */
type Edge = { readonly to: string } & Record<string, unknown>
type EdgesOf = (state: SerialState) => Edge[]

/** Each type of relationship that is derived, and how the state tells it. */
const kinds = {
  HELD_BY: ({ holder, since }) => (holder === undefined ? [] : [{ to: holder, since }]),
  STORED_AT: ({ site }) => (site === undefined ? [] : [{ to: site }]),
  OWNED_BY: ({ owner, holder, since }) => (owner === undefined || owner === holder ? [] : [{ to: owner, since }]),
  IN_TRANSIT: ({ transit }) => (transit === undefined ? [] : [{ to: transit.to, from: transit.from, since: transit.since }]),
  USED_AT: ({ usage }) => (usage === undefined ? [] : [{ to: usage.site, on: usage.on, organization: usage.organization, kind: usage.kind }]),
  PASSED: ({ passed }) => passed.map(({ organization, from, until, status, holds }) => ({ to: organization, from, until, status, holds })),
} as const satisfies Record<string, EdgesOf>

type EdgeKind = keyof typeof kinds

export interface SerialRow {
  readonly id: string
  readonly properties: object
  /** Types whose relationships go, all of them. */
  readonly dropped: readonly EdgeKind[]
}

export interface SerialRows {
  readonly rows: readonly SerialRow[]
  readonly edges: Readonly<Record<EdgeKind, readonly Edge[]>>
}

const text = JSON.stringify

/** What has to go and what to come, so that nothing is written that stays: possessions that ended stay as they are. */
const changed = (kind: EdgeKind, before: SerialState | undefined, after: SerialState): { dropped: boolean; created: Edge[] } => {
  const old = before === undefined ? [] : kinds[kind](before)
  const now = kinds[kind](after)
  const stays = old.every((edge, index) => text(edge) === text(now[index]))
  return stays ? { dropped: false, created: now.slice(old.length) } : { dropped: true, created: now }
}

const propertiesOf = (state: SerialState): object =>
  ({ status: state.status, holds: holdNames(state.holds), since: state.since ?? null, head: state.head ?? null, custody: text(state) })

/** The rows that bring stored serials from what they were to what they are. */
export const serialRows = (advances: ReadonlyMap<string, Advance<SerialState>>, known: ReadonlyMap<string, KnownSerial>): SerialRows => {
  const edges: Record<EdgeKind, Edge[]> = { HELD_BY: [], STORED_AT: [], OWNED_BY: [], IN_TRANSIT: [], USED_AT: [], PASSED: [] }
  const rows = [...advances].map(([id, { before, after }], position): SerialRow => {
    const serial = known.get(id)
    const key = serial === undefined ? '' : inventoryKey(serial)
    const dropped: EdgeKind[] = []
    for (const kind of Object.keys(kinds) as EdgeKind[]) {
      const change = changed(kind, before, after)
      if (change.dropped) dropped.push(kind)
      edges[kind].push(...change.created.map((edge) => ({ ...edge, serial: position, key })))
    }
    return { id, properties: propertiesOf(after), dropped }
  })
  return { rows, edges }
}

/** The rows of several reports: relationships name their serial by its position among all of them. */
export const joinedSerialRows = (all: readonly SerialRows[]): SerialRows => {
  const edges: Record<EdgeKind, Edge[]> = { HELD_BY: [], STORED_AT: [], OWNED_BY: [], IN_TRANSIT: [], USED_AT: [], PASSED: [] }
  const rows: SerialRow[] = []
  for (const one of all) {
    for (const kind of Object.keys(kinds) as EdgeKind[]) edges[kind].push(...one.edges[kind].map((edge) => ({ ...edge, serial: rows.length + Number(edge['serial']) })))
    rows.push(...one.rows)
  }
  return { rows, edges }
}
