import type { BatchExposure, OrganizationExposure } from './exposure.cypher.ts'
import type { ObservedRow } from './signal.cypher.ts'
import type { Amount, Cell, Look, SignalKind } from './signal.rules.ts'

/** Everything that was read: cases by what they share, and devices outside of the maker. */
export interface Counted {
  readonly observed: readonly ObservedRow[]
  readonly byBatch: readonly BatchExposure[]
  readonly byOrganization: readonly OrganizationExposure[]
  readonly byMaterial: readonly { readonly thing: string; readonly product: string; readonly devices: number }[]
  readonly materials: { readonly lots: number; readonly suppliers: number }
  /** The GMDN code of each model that has one: models of one term are compared with each other. */
  readonly terms: readonly { readonly product: string; readonly term: string }[]
}

interface Exposed { readonly thing: string; readonly product: string; readonly devices: number }

/** Over all models together: what a model is compared with that is the only one of its term. */
const everything = ''

const keyOf = (thing: string, product: string): string => `${thing}|${product}`

/** Exposure and cases side by side; a thing without a case has no cell, since it cannot be a signal. */
const cellsOf = (kind: SignalKind, { observed }: Counted, exposed: readonly Exposed[]): Cell[] => {
  const devices = new Map<string, number>()
  for (const { thing, product, devices: more } of exposed) devices.set(keyOf(thing, product), (devices.get(keyOf(thing, product)) ?? 0) + more)
  const cells = observed.filter((row) => row.kind === kind).map(({ thing, product, cases }) => ({ thing, model: product, cases, devices: devices.get(keyOf(thing, product)) ?? 0 }))
  const withCases = new Set(cells.map(({ thing }) => thing))
  const seen = new Set(cells.map(({ thing, model }) => keyOf(thing, model)))
  const without = [...devices].flatMap(([key, more]) => {
    const [thing = '', model = ''] = key.split('|')
    return withCases.has(thing) && !seen.has(key) ? [{ thing, model, cases: 0, devices: more }] : []
  })
  return [...cells, ...without]
}

const addTo = (sums: Map<string, Amount>, key: string, { cases, devices }: Amount): void => {
  const sum = sums.get(key) ?? { cases: 0, devices: 0 }
  sums.set(key, { cases: sum.cases + cases, devices: sum.devices + devices })
}

/** All cases and devices of each model; equipment without a lot counts too. */
const modelsOf = ({ observed, byBatch, byOrganization }: Counted): Map<string, Amount> => {
  const models = new Map<string, Amount>()
  for (const { kind, product, cases } of observed) if (kind === 'MODEL') addTo(models, product, { cases, devices: 0 })
  for (const { product, devices } of byBatch) addTo(models, product, { cases: 0, devices })
  for (const { product, loose } of byOrganization) addTo(models, product, { cases: 0, devices: loose })
  return models
}

const distinct = (things: readonly (string | null)[]): number => new Set(things.filter((thing) => thing !== null)).size

/** A pump fails otherwise than a stent: a model is compared with the maker's others of its GMDN term, where there are any in use. */
const modelLook = (models: ReadonlyMap<string, Amount>, known: Counted['terms']): Look => {
  const terms = new Map(known.map(({ product, term }) => [product, term]))
  const termOf = (model: string): string => terms.get(model) ?? everything
  const inUse = [...models].filter(([, { devices }]) => devices > 0)
  const inTerm = new Map<string, number>()
  for (const [model] of inUse) inTerm.set(termOf(model), (inTerm.get(termOf(model)) ?? 0) + 1)
  const comparedIn = (model: string, { devices }: Amount): string => ((inTerm.get(termOf(model)) ?? 0) > (devices > 0 ? 1 : 0) ? termOf(model) : everything)
  const cells = [...models].map(([thing, amount]) => ({ thing, model: comparedIn(thing, amount), ...amount }))
  const sums = new Map<string, Amount>()
  for (const cell of cells) for (const key of new Set([everything, cell.model])) addTo(sums, key, cell)
  return { cells, models: sums, looked: inUse.length }
}

/** What each kind has to look at. Who is not to be named to the maker is left out, and its devices stay among the others'. */
export const looksIn = (counted: Counted): Record<SignalKind, Look> => {
  const models = modelsOf(counted)
  const hidden = new Set(counted.byOrganization.flatMap((row) => (row.hidden ? [row.organization] : [])))
  const named = counted.byOrganization.filter(({ organization }) => !hidden.has(organization)).map((row) => ({ ...row, thing: row.organization }))
  const batches = counted.byBatch.map((row) => ({ ...row, thing: row.batch }))
  const sites = counted.byBatch.flatMap((row) => (row.site === null ? [] : [{ ...row, thing: row.site }]))
  const look = (kind: SignalKind, exposed: readonly Exposed[], looked: number): Look => ({ cells: cellsOf(kind, counted, exposed), models, looked })
  return {
    BATCH: look('BATCH', batches, batches.length),
    MATERIAL_LOT: look('MATERIAL_LOT', counted.byMaterial, counted.materials.lots),
    SUPPLIER: look('SUPPLIER', counted.byMaterial, counted.materials.suppliers),
    MODEL: modelLook(models, counted.terms),
    SITE: look('SITE', sites, distinct(counted.byBatch.map(({ site }) => site))),
    ORGANIZATION: look('ORGANIZATION', named, distinct(named.map(({ thing }) => thing))),
  }
}

/** Lots and suppliers that enough cases share: only their exposure is walked for. */
export const materialsIn = (observed: readonly ObservedRow[], leastCases: number): string[] => {
  const cases = new Map<string, number>()
  for (const row of observed) if (row.kind === 'MATERIAL_LOT' || row.kind === 'SUPPLIER') cases.set(row.thing, (cases.get(row.thing) ?? 0) + row.cases)
  return [...cases].flatMap(([thing, count]) => (count >= leastCases ? [thing] : []))
}
