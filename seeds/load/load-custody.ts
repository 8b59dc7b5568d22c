import { inventoryKey } from '../../server/features/custody/batch-edges.rules.ts'
import type { SerialState } from '../../server/features/custody/custody-state.type.ts'
import type { Statement } from '../../server/kernel/cypher.ts'
import type { Writer } from '../../server/kernel/graph.ts'
import { grouped } from './bulk-writer.ts'
import { writeHeldBy, writeInTransit, writeOwnedBy, writePassed, writeStoredAt, writeUsedAt } from './custody.cypher.ts'
import type { SerialEntry } from './ledger.ts'
import { expiryOf } from './expiry.ts'

/** A derived relationship of a serial to an organization or a site. */
type Edge = { readonly serial: string; readonly to: string } & Record<string, unknown>
type EdgesOf = (entry: SerialEntry, state: SerialState) => Edge[]

const keyOf = ({ seed, product, batch }: SerialEntry): string =>
  inventoryKey({ expiresOn: expiryOf(seed, batch), di: product.di, lotNumber: batch?.seed.lotNumber, serialNumber: seed.serialNumber })

const held: EdgesOf = (entry, { holder, since }) => (holder === undefined ? [] : [{ serial: entry.id, to: holder, since, key: keyOf(entry) }])
const stored: EdgesOf = (entry, { site }) => (site === undefined ? [] : [{ serial: entry.id, to: site, key: keyOf(entry) }])
const owned: EdgesOf = ({ id }, { owner, holder, since }) => (owner === undefined || owner === holder ? [] : [{ serial: id, to: owner, since }])
const travelling: EdgesOf = ({ id }, { transit }) => (transit === undefined ? [] : [{ serial: id, to: transit.to, from: transit.from, since: transit.since }])
const used: EdgesOf = ({ id }, { usage }) => (usage === undefined ? [] : [{ serial: id, to: usage.site, on: usage.on, organization: usage.organization, kind: usage.kind }])
const passed: EdgesOf = ({ id }, state) => state.passed.map(({ organization, ...possession }) => ({ serial: id, to: organization, ...possession }))

type GroupedEdges = Statement<{ rows: readonly { to: string; edges: readonly object[] }[] }, never>

const kinds: readonly (readonly [GroupedEdges, EdgesOf])[] = [
  [writeHeldBy, held], [writeStoredAt, stored], [writeOwnedBy, owned], [writeInTransit, travelling], [writeUsedAt, used], [writePassed, passed],
]

const byTarget = (edges: readonly Edge[]) => [...grouped(edges, ({ to }) => to)].map(([to, own]) => ({ to, edges: own }))

/** Writes who holds, owns and has used the serials, where they are and where they travel. */
export const writeCustody = async (states: readonly (readonly [SerialEntry, SerialState])[], writer: Writer): Promise<void> => {
  for (const [statement, edgesOf] of kinds) {
    const edges = states.flatMap(([entry, state]) => edgesOf(entry, state))
    if (edges.length > 0) await writer.run(statement, { rows: byTarget(edges) })
  }
}
