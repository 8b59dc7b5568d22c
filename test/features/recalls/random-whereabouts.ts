import { chanceOf, type Chance, type Lineage, randomLineage } from '../genealogy/random-lineage.ts'

/** Where a serial is, as custody would have left it. */
export type Whereabouts =
  | { readonly state: 'STOCK' | 'UNDER_WAY'; readonly holder: string; readonly to?: string }
  | { readonly state: 'INSIDE'; readonly holder: string }
  | { readonly state: 'USED'; readonly holder: string }
  | { readonly state: 'GONE' }

/** Units of a lot at an organization's site, or used there. */
export interface LotCell {
  readonly batch: string
  readonly organization: string
  readonly used: boolean
  readonly quantity: number
  readonly unit: string
}

export interface LotTransit {
  readonly batch: string
  readonly from: string
  readonly to: string
  readonly quantity: number
}

export interface History {
  readonly lineage: Lineage
  readonly maker: string
  /** By serial. */
  readonly whereabouts: ReadonlyMap<string, Whereabouts>
  readonly cells: readonly LotCell[]
  readonly transits: readonly LotTransit[]
  /** Days by batch or serial; some have none. */
  readonly madeOn: ReadonlyMap<string, string>
  /** Batches made at the maker's plant. */
  readonly madeAtPlant: ReadonlySet<string>
}

const pick = <Value>(chance: Chance, values: readonly Value[]): Value => values[chance(values.length)] as Value

/** Each organization has one site, in its country. */
export const countryOf = (organization: string): string => (organization.endsWith('maker') ? 'CN' : organization.endsWith('hospital') ? 'DE' : 'US')
export const siteOf = (organization: string): string => `sit_${organization}`

const whereaboutsOf = (chance: Chance, organizations: readonly string[], recipients: readonly string[], isPart: boolean): Whereabouts => {
  const holder = pick(chance, organizations)
  if (isPart) return { state: 'INSIDE', holder }
  const state = pick(chance, ['STOCK', 'STOCK', 'STOCK', 'UNDER_WAY', 'USED', 'GONE'] as const)
  if (state === 'GONE') return { state }
  return state === 'UNDER_WAY' ? { state, holder, to: pick(chance, recipients) } : { state, holder }
}

export const randomHistory = (seed: number): History => {
  const lineage = randomLineage(seed, seed % 4 === 3)
  const chance = chanceOf(seed * 31)
  const { organizations } = lineage
  const all = [...lineage.things.values()]
  const batches = all.filter(({ label }) => label === 'Batch')
  const isPart = (id: string): boolean => lineage.links.some((link) => link.relation === 'CONTAINS' && link.to === id && !link.removedAt)
  // A batch that is on its way to somebody is seen by them; so that the lineage's hands tell all who see it, only they get any.
  const recipientsOf = (batch: string | undefined): readonly string[] => lineage.things.get(batch ?? '')?.hands ?? organizations
  const whereabouts = new Map(all.filter(({ label }) => label === 'Serial').map(({ id, batch }) => [id, whereaboutsOf(chance, organizations, recipientsOf(batch), isPart(id))]))
  const cells = batches.flatMap(({ id }): LotCell[] =>
    organizations.filter(() => chance(3) === 0).map((organization) => ({ batch: id, organization, used: chance(4) === 0, quantity: 1 + chance(20), unit: seed % 2 === 0 || chance(3) > 0 ? 'EA' : 'MTR' })))
  const transits = batches.filter(() => chance(4) === 0).map(({ id }): LotTransit => ({ batch: id, from: pick(chance, organizations), to: pick(chance, recipientsOf(id)), quantity: 1 + chance(5) }))
  const madeOn = new Map(all.filter(({ label }) => chance(label === 'Batch' ? 5 : 3) !== 0).map(({ id }) => [id, `2026-0${1 + chance(9)}-15`]))
  const madeAtPlant = new Set(batches.filter(() => chance(3) === 0).map(({ id }) => id))
  return { lineage, maker: organizations[0] as string, whereabouts, cells, transits, madeOn, madeAtPlant }
}
