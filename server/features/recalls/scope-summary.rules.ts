import type { Quantity } from '../../kernel/scalars.ts'
import type { Party } from '../partners/party.type.ts'
import type { ScopeHolder, ScopeSummary, ScopeTransit } from './recall-scope.type.ts'
import type { PartyColumns, ScopeNumbers, ScopeParty } from './scope-numbers.cypher.ts'

interface ScopeCount {
  readonly state: 'HELD' | 'TRANSIT' | 'USED'
  readonly organization: Party
  readonly recipient: Party | null
  readonly country: string | null
  readonly unit: string
  readonly serials: number
  readonly quantity: number
  readonly lots: number
}

/** Whom a count names but the graph no longer has: by nothing but that there is somebody. */
const nobody: Party = { id: null, name: null, nameZh: null, kinds: [], country: null }

const partyOf = ([id, name, nameZh, kinds, country]: PartyColumns): Party => ({ id, name, nameZh, kinds: [...(kinds ?? [])] as Party['kinds'], country })

const countsAt = ([columns, held, used, abroad, lots]: ScopeParty, organization: Party): ScopeCount[] => {
  const here = { organization, recipient: null }
  const serials = [[columns[4], held, used] as const, ...abroad].flatMap(([country, has, had]): ScopeCount[] => [
    { ...here, state: 'HELD', country, unit: 'EA', serials: has, quantity: 0, lots: 0 },
    { ...here, state: 'USED', country, unit: 'EA', serials: had, quantity: 0, lots: 0 },
  ])
  return [
    ...serials.filter((count) => count.serials !== 0),
    ...lots.flatMap(([country, units]) => units.map(([state, unit, quantity]) => ({ ...here, state, country, unit, serials: 0, quantity, lots: 1 }))),
  ]
}

const countsOf = ({ parties, senders }: ScopeNumbers): ScopeCount[] => {
  const bySender = new Map(senders.map((sender) => [sender[0], partyOf(sender)]))
  return parties.flatMap((row) => {
    const [columns, , , , , arrivals] = row
    const party = partyOf(columns)
    return [
      ...countsAt(row, party),
      ...arrivals.map(([sender, serials, unit, quantity]): ScopeCount =>
        ({ state: 'TRANSIT', organization: bySender.get(sender) ?? nobody, recipient: party, country: party.country, unit, serials, quantity, lots: 0 })),
    ]
  })
}

const groupBy = (counts: readonly ScopeCount[], keyOf: (count: ScopeCount) => string): ScopeCount[][] => {
  const groups = new Map<string, ScopeCount[]>()
  for (const count of counts) {
    const group = groups.get(keyOf(count))
    if (group) group.push(count)
    else groups.set(keyOf(count), [count])
  }
  return [...groups.values()]
}

const serialsIn = (counts: readonly ScopeCount[]): number => counts.reduce((sum, { serials }) => sum + serials, 0)

/** Units of lots, by unit of measure; those that have none are left out. */
const quantitiesIn = (counts: readonly ScopeCount[]): Quantity[] =>
  groupBy(counts, ({ unit }) => unit)
    .map((group) => ({ value: group.reduce((sum, { quantity }) => sum + quantity, 0), unit: group[0]?.unit ?? 'EA' }))
    .filter(({ value }) => value !== 0)
    .sort((a, b) => (a.unit < b.unit ? -1 : 1))

const none: Quantity = { value: 0, unit: 'EA' }

const holdersOf = (counts: readonly ScopeCount[]): ScopeHolder[] => {
  const [first] = counts
  if (!first) return []
  const { organization } = first
  const [quantity = none, ...others] = quantitiesIn(counts)
  const serialCount = serialsIn(counts)
  if (serialCount === 0 && quantity.value === 0) return []
  return [{ organization, serialCount, quantity }, ...others.map((other) => ({ organization, serialCount: 0, quantity: other }))]
}

const transitOf = (counts: readonly ScopeCount[]): ScopeTransit[] =>
  counts.slice(0, 1).flatMap(({ organization, recipient }) =>
    recipient ? [{ from: organization, to: recipient, serialCount: serialsIn(counts), quantities: quantitiesIn(counts) }] : [])

const isSomething = ({ serialCount, quantities }: ScopeTransit): boolean => serialCount !== 0 || quantities.length > 0

const countriesOf = (counts: readonly ScopeCount[]): string[] =>
  groupBy(counts, ({ country }) => country ?? '')
    .filter((group) => groupBy(group, ({ state, organization }) => `${state}|${organization.id}`).some((cell) => serialsIn(cell) !== 0 || quantitiesIn(cell).length > 0))
    .flatMap(([first]) => first?.country ?? [])
    .sort()

const most = (a: ScopeHolder, b: ScopeHolder): number => b.serialCount - a.serialCount || b.quantity.value - a.quantity.value

/** From the counts by state, organization, country and unit to what a scope shows. */
export const summaryOf = (numbers: ScopeNumbers): ScopeSummary => {
  const { batchCount, serialCount } = numbers
  const counts = countsOf(numbers)
  const [held, under, used] = (['HELD', 'TRANSIT', 'USED'] as const).map((state) => counts.filter((count) => count.state === state)) as [ScopeCount[], ScopeCount[], ScopeCount[]]
  const [quantity = none, ...others] = quantitiesIn(held)
  return {
    batchCount, serialCount,
    itemCount: counts.reduce((sum, { lots }) => sum + lots, serialCount),
    quantity: others.length > 0 ? null : quantity,
    holders: groupBy(held, ({ organization }) => organization.id ?? '').flatMap(holdersOf).sort(most),
    inTransit: groupBy(under, ({ organization, recipient }) => `${organization.id}|${recipient?.id}`).flatMap(transitOf).filter(isSomething),
    used: { serialCount: serialsIn(used), quantities: quantitiesIn(used) },
    countries: countriesOf(counts),
  }
}
