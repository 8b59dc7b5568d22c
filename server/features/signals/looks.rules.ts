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
}

interface Exposed { readonly thing: string; readonly product: string; readonly devices: number }

/** Over all models together: what models are compared with. */
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

/** All cases and devices of each model; equipment without a lot counts too. */
const modelsOf = ({ observed, byBatch, byOrganization }: Counted): Map<string, Amount> => {
  const models = new Map<string, Amount>()
  const add = (product: string, cases: number, devices: number): void => {
    const sum = models.get(product) ?? { cases: 0, devices: 0 }
    models.set(product, { cases: sum.cases + cases, devices: sum.devices + devices })
  }
  for (const { kind, product, cases } of observed) if (kind === 'MODEL') add(product, cases, 0)
  for (const { product, devices } of byBatch) add(product, 0, devices)
  for (const { product, loose } of byOrganization) add(product, 0, loose)
  return models
}

const distinct = (things: readonly (string | null)[]): number => new Set(things.filter((thing) => thing !== null)).size

const modelLook = (models: ReadonlyMap<string, Amount>): Look => {
  const cells = [...models].map(([thing, amount]) => ({ thing, model: everything, ...amount }))
  const sum = (of: keyof Amount): number => cells.reduce((total, cell) => total + cell[of], 0)
  return { cells, models: new Map([[everything, { cases: sum('cases'), devices: sum('devices') }]]), looked: cells.filter(({ devices }) => devices > 0).length }
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
    MODEL: modelLook(models),
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
