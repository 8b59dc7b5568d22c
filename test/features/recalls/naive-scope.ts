import type { RecallScopeInput } from '../../../server/features/recalls/recall-scope.input.ts'
import { naiveSight, search } from '../genealogy/naive-genealogy.ts'
import type { Thing } from '../genealogy/random-lineage.ts'
import { countryOf, type History, siteOf } from './random-whereabouts.ts'

/** The oracle: each batch and each serial is asked by itself whether it is in the scope; nothing is counted in advance. */
export interface NaiveScope {
  readonly batchCount: number
  readonly serialCount: number
  readonly quantity: { value: number; unit: string } | null
  /** `organization|serials|value|unit` and so on, sorted. */
  readonly holders: readonly string[]
  readonly inTransit: readonly string[]
  readonly used: string
  readonly countries: readonly string[]
  /** In the list's order. */
  readonly items: readonly string[]
}

type Units = Map<string, number>
const add = (units: Units, key: string, value: number): void => void units.set(key, (units.get(key) ?? 0) + value)
const listed = (units: Units): [string, number][] => [...units].filter(([, value]) => value !== 0).sort(([a], [b]) => (a < b ? -1 : 1))

/** Which batches and serials one level of the input means. */
const levelOf = ({ lineage, maker, madeOn, madeAtPlant }: History, input: RecallScopeInput) => {
  const { own, seen, touched, below } = naiveSight(lineage, { organization: maker, internal: true })
  const all = [...lineage.things.values()]
  const hasSerials = (batch: string): boolean => all.some((thing) => thing.batch === batch)
  const supplied = all.filter(({ label, maker: owner, id }) => label === 'Batch' && input.suppliers?.includes(owner) && (seen(id) || touched(id))).map(({ id }) => id)
  const followed = [...(input.materialLots ?? []), ...supplied]
  const isBatch = (id: string): boolean => lineage.things.get(id)?.label === 'Batch'
  const batchesBelow = (id: string): string[] => below(id).filter(isBatch)
  const reached = new Set(followed.flatMap((lot) => [...search(lot, batchesBelow).keys()]))
  const madeOf = new Set(followed.flatMap((lot) => [...batchesBelow(lot).flatMap((next) => [...search(next, batchesBelow).keys()]), ...(hasSerials(lot) ? [lot] : [])]))

  const parts = (id: string): string[] => lineage.links.filter((link) => link.relation === 'CONTAINS' && link.from === id).map((link) => link.to)
  const ofReached = (id: string): boolean => reached.has(id) || reached.has(lineage.things.get(id)?.batch ?? '')
  const containsReached = (serial: string): boolean => parts(serial).flatMap((part) => [...search(part, parts).keys()]).some(ofReached)

  const inSpan = (day: string | undefined): boolean => !day || ((!input.manufacturedFrom || day >= String(input.manufacturedFrom)) && (!input.manufacturedTo || day <= String(input.manufacturedTo)))
  const ofProduct = ({ product }: Thing): boolean => input.products?.includes(product) ?? false
  const atSite = (id: string): boolean => madeAtPlant.has(id) && (input.sites?.includes(siteOf(maker)) ?? false)

  const batchIn = (id: string | undefined): boolean => {
    const batch = lineage.things.get(id ?? '')
    if (!batch || !own(batch.id) || !inSpan(madeOn.get(batch.id))) return false
    return (input.batches?.includes(batch.id) ?? false) || ofProduct(batch) || atSite(batch.id) || madeOf.has(batch.id)
  }
  const named = (serial: Thing): boolean =>
    (input.serials?.includes(serial.id) ?? false) || (!serial.batch && ofProduct(serial)) || containsReached(serial.id)
  const serialIn = (serial: Thing): boolean =>
    own(serial.id) && (batchIn(serial.batch) || (inSpan(madeOn.get(serial.id) ?? madeOn.get(serial.batch ?? '')) && named(serial)))
  return { batchIn, serialIn }
}

export const naiveScope = (history: History, input: RecallScopeInput): NaiveScope => {
  const levels: ReturnType<typeof levelOf>[] = []
  for (let level: RecallScopeInput | null | undefined = input; level; level = level.excluding) levels.push(levelOf(history, level))
  const within = (isIn: (level: (typeof levels)[number]) => boolean): boolean => {
    const gap = levels.findIndex((level) => !isIn(level))
    return (gap === -1 ? levels.length : gap) % 2 === 1
  }
  const { lineage, whereabouts } = history
  const all = [...lineage.things.values()]
  const batches = new Set(all.filter(({ label, id }) => label === 'Batch' && within((level) => level.batchIn(id))).map(({ id }) => id))
  const serials = all.filter((thing) => thing.label === 'Serial' && within((level) => level.serialIn(thing)))

  const [holders, lots, transits, transitLots, used, countries] = [new Map(), new Map(), new Map(), new Map(), new Map(), new Set<string>()] as [Units, Units, Units, Units, Units, Set<string>]
  let usedSerials = 0
  for (const serial of serials) {
    const where = whereabouts.get(serial.id)
    if (!where || where.state === 'GONE') continue
    countries.add(countryOf(where.holder))
    if (where.state === 'USED') usedSerials += 1
    else add(holders, where.holder, 1)
    if (where.state === 'UNDER_WAY' && where.to) {
      add(transits, `${where.holder}|${where.to}`, 1)
      countries.add(countryOf(where.to))
    }
  }
  const cells = history.cells.filter(({ batch }) => batches.has(batch))
  for (const { organization, used: isUsed, unit, quantity } of cells) {
    countries.add(countryOf(organization))
    if (isUsed) add(used, unit, quantity)
    else add(lots, `${organization}|${unit}`, quantity)
  }
  for (const { batch, from, to, quantity } of history.transits) {
    if (!batches.has(batch)) continue
    add(transitLots, `${from}|${to}`, quantity)
    countries.add(countryOf(to))
  }

  const holding = lineage.organizations.flatMap((organization) => {
    const units = listed(lots).filter(([key]) => key.startsWith(`${organization}|`)).map(([key, value]) => [key.split('|')[1], value] as const)
    const count = holders.get(organization) ?? 0
    if (units.length === 0) return count === 0 ? [] : [`${organization}|${count}|0|EA`]
    return units.map(([unit, value], index) => `${organization}|${index === 0 ? count : 0}|${value}|${unit}`)
  })
  const totals = new Map<string, number>()
  for (const [key, value] of lots) add(totals, key.split('|')[1] as string, value)
  const units = listed(totals)
  const itemPlaces = [
    ...serials.map(({ id, batch }) => [batch ?? '', '2', id, id, `${id}|1`]),
    ...cells.map(({ batch, organization, used: isUsed, unit, quantity }) => [batch, isUsed ? '1' : '0', `${siteOf(organization)}|${unit}`, '', `${batch}|${quantity}`]),
  ]
  const order = (place: string[]): string => place.slice(0, 4).join('\u0000')
  return {
    batchCount: new Set([...batches, ...serials.flatMap(({ batch }) => batch ?? [])]).size,
    serialCount: serials.length,
    quantity: units.length > 1 ? null : { value: units[0]?.[1] ?? 0, unit: units[0]?.[0] ?? 'EA' },
    holders: holding.sort(),
    inTransit: [...new Set([...transits.keys(), ...transitLots.keys()])].map((ends) => `${ends}|${transits.get(ends) ?? 0}|${transitLots.get(ends) ?? 0}`).sort(),
    used: JSON.stringify([usedSerials, listed(used)]),
    countries: [...countries].sort(),
    items: itemPlaces.sort((a, b) => (order(a) < order(b) ? -1 : 1)).map((place) => place[4] as string),
  }
}
