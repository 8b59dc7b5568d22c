import type { Reader } from '../../kernel/graph.ts'
import { exposureByBatch, exposureByOrganization, exposureOfMaterials, materialsLookedAt, termsOfModels } from './exposure.cypher.ts'
import { looksIn, materialsIn } from './looks.rules.ts'
import { namesOfThings, observedCases } from './signal.cypher.ts'
import { type FoundSignal, type SignalKind, signalKinds, signalsAmong, thresholdOf, usualParameters } from './signal.rules.ts'
import type { Signal, SignalLook } from './signal.type.ts'

/** Runs a statement as the viewer: in a request, or in the transaction of a change. */
export type Reading = Reader['read']

export interface SignalFindings {
  readonly signals: Signal[]
  readonly looks: SignalLook[]
}

/** Which field of a recall's scope names a thing of each kind; for who reported, the lots that it reported. */
const scopeOf: Readonly<Record<SignalKind, string>> = { BATCH: 'batches', MATERIAL_LOT: 'materialLots', SUPPLIER: 'suppliers', MODEL: 'products', SITE: 'sites', ORGANIZATION: 'batches' }

const named = async (read: Reading, since: string, found: readonly (FoundSignal & { readonly kind: SignalKind; readonly threshold: number })[]): Promise<Signal[]> => {
  if (found.length === 0) return []
  const rows = await read(namesOfThings, { things: found.map(({ kind, thing }) => ({ kind, thing })), since })
  const words = new Map(rows.map((row) => [`${row.kind} ${row.thing}`, row]))
  return found.flatMap((signal) => {
    const row = words.get(`${signal.kind} ${signal.thing}`)
    return row ? [{ ...signal, since, name: row.name, nameZh: row.nameZh, number: row.number, supplier: row.supplier, scopeField: scopeOf[signal.kind], scopeCodes: [...row.codes] }] : []
  })
}

/**
 * Where the maker has more cases than its other devices let expect, by everything that cases share; the most improbable
 * first. Empty for whoever is no maker's team.
 * @param since cases received after this day or moment; all with an empty text
 */
export const findSignals = async (read: Reading, since: string): Promise<SignalFindings> => {
  const observed = await read(observedCases, { since })
  const things = materialsIn(observed, usualParameters.leastCases)
  const [byBatch, byOrganization, byMaterial, [materials], terms] = await Promise.all([read(exposureByBatch, {}), read(exposureByOrganization, {}), read(exposureOfMaterials, { things }), read(materialsLookedAt, {}), read(termsOfModels, {})])
  const looks = looksIn({ observed, byBatch, byOrganization, byMaterial, materials: materials ?? { lots: 0, suppliers: 0 }, terms })
  const found = signalKinds.flatMap((kind) => signalsAmong(looks[kind]).map((signal) => ({ ...signal, kind, threshold: thresholdOf(looks[kind].looked) })))
  return {
    signals: await named(read, since, found.sort((one, other) => one.p - other.p)),
    looks: signalKinds.map((kind) => ({ kind, looked: looks[kind].looked, threshold: thresholdOf(looks[kind].looked) })),
  }
}
