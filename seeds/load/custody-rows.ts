import { inventoryKey } from '../../server/features/custody/batch-edges.rules.ts'
import type { SerialState } from '../../server/features/custody/custody-state.type.ts'
import { grouped } from './bulk-writer.ts'
import { expiryOf } from './expiry.ts'
import type { SerialEntry } from './ledger.ts'

export type StatedSerial = readonly [SerialEntry, SerialState]

/** A derived relationship of a serial to an organization or a site. */
type Edge = { readonly to: string } & Record<string, unknown>
type EdgesOf = (entry: SerialEntry, state: SerialState) => Edge[]

const keyOf = ({ seed, product, batch }: SerialEntry): string =>
  inventoryKey({ expiresOn: expiryOf(seed, batch), di: product.di, lotNumber: batch?.seed.lotNumber, serialNumber: seed.serialNumber })

const held: EdgesOf = (entry, { holder, since }) => (holder === undefined ? [] : [{ to: holder, since, key: keyOf(entry) }])
const stored: EdgesOf = (entry, { site }) => (site === undefined ? [] : [{ to: site, key: keyOf(entry) }])
const owned: EdgesOf = (_, { owner, holder, since }) => (owner === undefined || owner === holder ? [] : [{ to: owner, since }])
const travelling: EdgesOf = (_, { transit }) => (transit === undefined ? [] : [{ ...transit }])
const used: EdgesOf = (_, { usage }) => (usage === undefined ? [] : [{ to: usage.site, on: usage.on, organization: usage.organization, kind: usage.kind }])
const passed: EdgesOf = (_, state) => state.passed.map(({ organization, ...possession }) => ({ to: organization, ...possession }))

/** Relationships by what they lead to, each naming its serial by its position. */
const byTarget = (serials: readonly StatedSerial[], edgesOf: EdgesOf) => {
  const edges = serials.flatMap(([entry, state], serial) => edgesOf(entry, state).map((edge) => ({ ...edge, serial })))
  return [...grouped(edges, ({ to }) => to)].map(([to, own]) => ({ to, edges: own }))
}

/** Who holds, owns and has used the serials, where they are and where they travel. */
export const custodyRows = (serials: readonly StatedSerial[]) => ({
  held: byTarget(serials, held), stored: byTarget(serials, stored), owned: byTarget(serials, owned),
  travelling: byTarget(serials, travelling), used: byTarget(serials, used), passed: byTarget(serials, passed),
})

export type CustodyRows = ReturnType<typeof custodyRows>
