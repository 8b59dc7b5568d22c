import type { Quantity } from '../../kernel/scalars.ts'
import type { Party } from '../partners/party.type.ts'
import type { ScopeHolder, ScopeSummary, ScopeTransit } from './recall-scope.type.ts'
import { Amount, Amounts } from './scope-amount.ts'
import type { PartyColumns, ScopeNumbers, ScopeParty } from './scope-numbers.cypher.ts'

/** What one organization has, used and is going to get: a scope reaches thousands of them, so each is gone through once. */
interface Reach {
  readonly organization: Party
  readonly held: Amounts<string | null>
  readonly used: Amounts<string | null>
  /** By the id of the sender. */
  readonly arriving: Amounts<string>
}

const partyOf = ([id, name, nameZh, kinds, country]: PartyColumns): Party => ({ id, name, nameZh, kinds: (kinds ?? []) as Party['kinds'], country })

/** Whom a count names but the graph no longer has: by nothing but that there is somebody. */
const nobody: Party = { id: null, name: null, nameZh: null, kinds: [], country: null }

const reachOf = (columns: PartyColumns): Reach =>
  ({ organization: partyOf(columns), held: new Amounts(), used: new Amounts(), arriving: new Amounts() })

const addTo = ({ held, used, arriving }: Reach, [, columns, heldAtHome, usedAtHome, abroad, lots, arrivals]: ScopeParty): void => {
  for (const [country, has, had] of [[columns[4], heldAtHome, usedAtHome] as const, ...abroad]) {
    held.of(country).addSerials(has)
    used.of(country).addSerials(had)
  }
  for (const [country, cells] of lots) for (const [state, unit, quantity] of cells) (state === 'HELD' ? held : used).of(country).addUnits(unit, quantity)
  for (const [sender, serials, unit, quantity] of arrivals) {
    arriving.of(sender).addSerials(serials)
    arriving.of(sender).addUnits(unit, quantity)
  }
}

/** Each organization once, in how many pages soever it stands. */
const reachesOf = (parties: readonly ScopeParty[]): Reach[] => {
  const reaches = new Map<string, Reach>()
  for (const party of parties) {
    const [node, columns] = party
    const reach = reaches.get(node) ?? reachOf(columns)
    reaches.set(node, reach)
    addTo(reach, party)
  }
  return [...reaches.values()]
}

const none: Quantity = { value: 0, unit: 'EA' }

const holdersAt = ({ organization, held }: Reach): ScopeHolder[] => {
  const { serials, isSomething, quantities: [quantity = none, ...others] } = held.sum
  if (!isSomething) return []
  return [{ organization, serialCount: serials, quantity }, ...others.map((other) => ({ organization, serialCount: 0, quantity: other }))]
}

const most = (a: ScopeHolder, b: ScopeHolder): number => b.serialCount - a.serialCount || b.quantity.value - a.quantity.value

const transits = (reaches: readonly Reach[], senders: ReadonlyMap<string, Party>): ScopeTransit[] => {
  const under: ScopeTransit[] = []
  for (const { organization, arriving } of reaches) {
    for (const [sender, amount] of arriving) {
      if (amount.isSomething) under.push({ from: senders.get(sender) ?? nobody, to: organization, serialCount: amount.serials, quantities: amount.quantities })
    }
  }
  return under
}

const countriesOf = (reaches: readonly Reach[]): string[] => {
  const countries = new Set<string | null>()
  for (const { organization, held, used, arriving } of reaches) {
    for (const amounts of [held, used]) for (const [country, amount] of amounts) if (amount.isSomething) countries.add(country)
    for (const { isSomething } of arriving.values()) if (isSomething) countries.add(organization.country)
  }
  return [...countries].filter((country) => country !== null).sort()
}

const sumOver = (amounts: readonly Amounts<string | null>[]): Amount => {
  const sum = new Amount()
  for (const each of amounts) for (const amount of each.values()) sum.add(amount)
  return sum
}

const lotCells = (parties: readonly ScopeParty[]): number =>
  parties.reduce((count, [, , , , , lots]) => lots.reduce((sum, [, cells]) => sum + cells.length, count), 0)

/** From the rows of numbers, of one page or several of the scope, to what a scope shows. */
export const summaryOf = (rows: readonly ScopeNumbers[]): ScopeSummary => {
  const parties = rows.flatMap((row) => row.parties)
  const pages = rows.flatMap(({ sums }) => sums ?? [])
  const reaches = reachesOf(parties)
  const bySender = new Map(pages.flatMap(({ senders }) => senders.map(([id, party]) => [id, partyOf(party)] as const)))
  const [quantity = none, ...others] = sumOver(reaches.map(({ held }) => held)).quantities
  const used = sumOver(reaches.map((reach) => reach.used))
  const serialCount = pages.reduce((sum, page) => sum + page.serialCount, 0)
  return {
    batchCount: pages.reduce((sum, { wholeCount }) => sum + wholeCount, 0) + new Set(pages.flatMap(({ splitBatches }) => splitBatches)).size,
    serialCount,
    itemCount: serialCount + lotCells(parties),
    quantity: others.length > 0 ? null : quantity,
    holders: reaches.flatMap(holdersAt).sort(most),
    inTransit: transits(reaches, bySender),
    used: { serialCount: used.serials, quantities: used.quantities },
    countries: countriesOf(reaches),
  }
}
