import type { Step } from '../../../server/features/custody/custody-event.type.ts'

/** What the naive replay knows of a lot: by party, by way, by carton. Nothing that is nothing. */
export interface NaiveLot {
  stock: Record<string, number>
  used: Record<string, number>
  ways: Record<string, number>
  cartons: Record<string, number>
}

interface Way {
  from: string
  to: string
  quantity: number
  carton: string | undefined
}

const stages: Readonly<Record<string, number>> = { commissioning: 0, packing: 1, shipping: 2, void_shipping: 3, receiving: 4, unpacking: 5, dispensing: 6, destroying: 7 }

const sorted = (steps: readonly Step[]): Step[] => {
  const place = ({ event }: Step): string => `${event.eventTime} ${stages[event.bizStep ?? ''] ?? 5} ${event.hash}`
  return [...steps].sort((one, other) => (place(one) < place(other) ? -1 : 1))
}

const operator = (site: string): string => site.split('-')[0] ?? ''

const without = (numbers: Readonly<Record<string, number>>): Record<string, number> => Object.fromEntries(Object.entries(numbers).filter(([, quantity]) => quantity !== 0).sort())

/**
 * The table from events to custody once more, for units of a lot that move by themselves and in cartons: sums in plain
 * records, one loop, no helpers shared with the server.
 */
export const naiveLots = (steps: readonly Step[]): NaiveLot => {
  const [stock, used]: [Record<string, number>, Record<string, number>] = [{}, {}]
  const cartons = new Map<string, number>()
  const has = new Map<string, string>()
  let ways: Way[] = []
  const add = (numbers: Record<string, number>, key: string, quantity: number): void => { numbers[key] = (numbers[key] ?? 0) + quantity }
  const takeOut = (carton: string, quantity: number): void => {
    const left = (cartons.get(carton) ?? 0) - quantity
    if (left > 0) cartons.set(carton, left)
    else for (const one of [cartons, has]) one.delete(carton)
  }
  /** Ends ways one after the other; says how much of the quantity none of them had. */
  const end = (quantity: number, chosen: readonly Way[], each: (way: Way, part: number) => void): number => {
    let left = quantity
    for (const way of chosen) {
      const part = Math.min(left, way.quantity)
      left -= part
      way.quantity -= part
      if (part > 0) each(way, part)
    }
    ways = ways.filter((way) => way.quantity > 0)
    return left
  }
  const strangerTo = (carton: string, by: string): boolean =>
    has.has(carton) && has.get(carton) !== by && !ways.some((way) => way.carton === carton && (way.from === by || way.to === by))

  for (const { event, via, parent = '', quantity: told } of sorted(steps)) {
    const { bizStep, site = '', from, to, reportedBy: by, errorDeclaredAt } = event
    if (errorDeclaredAt !== undefined || (via !== undefined && !cartons.has(via))) continue
    const quantity = via === undefined ? told ?? 0 : cartons.get(via) ?? 0
    const here = operator(site)
    if (bizStep === 'commissioning') add(stock, here, quantity)
    if (bizStep === 'dispensing' || bizStep === 'destroying') {
      add(stock, here, -quantity)
      if (bizStep === 'dispensing') add(used, here, quantity)
      if (via !== undefined) takeOut(via, quantity)
    }
    if (bizStep === 'packing') {
      const somebodyHas = Object.entries(stock).some(([party, units]) => party !== by && units > 0)
      const none = somebodyHas && (stock[by] ?? 0) <= 0 && !ways.some((way) => way.from === by || way.to === by)
      if (by !== 'maker' && (none || strangerTo(parent, by))) continue
      cartons.set(parent, (cartons.get(parent) ?? 0) + quantity)
      has.set(parent, here)
    }
    if (bizStep === 'unpacking' && (by === 'maker' || !strangerTo(parent, by))) takeOut(parent, told ?? Infinity)
    if (bizStep === 'shipping') {
      const sender = from ?? here
      const before = via === undefined ? 0 : ways.filter((way) => way.carton === via && way.from === sender && way.to === (to ?? sender)).reduce((sum, way) => sum + way.quantity, 0)
      if (quantity > before) ways.push({ from: sender, to: to ?? sender, quantity: quantity - before, carton: via })
    }
    if (bizStep === 'void_shipping') end(quantity, ways.filter((way) => way.from === here && (via === undefined || way.carton === via)), () => undefined)
    if (bizStep === 'receiving') {
      const taker = to ?? here
      if (via !== undefined && has.get(via) === taker && !ways.some((way) => way.carton === via)) continue
      const arrive = (way: Way, part: number): void => {
        add(stock, way.from, -part)
        add(stock, taker, part)
        if (way.carton !== undefined && way.carton !== via) takeOut(way.carton, part)
      }
      const due = ways.filter((way) => way.to === taker && (from === undefined || way.from === from))
      const inOrder = via === undefined
        ? [...due.filter((way) => way.carton === undefined), ...due.filter((way) => way.carton !== undefined)]
        : [...due.filter((way) => way.carton === via), ...due.filter((way) => way.carton === undefined)]
      const stray = via === undefined ? [] : ways.filter((way) => way.to !== taker && way.carton === via)
      const left = end(end(quantity, inOrder, arrive), stray, arrive)
      const giver = (via === undefined ? undefined : has.get(via)) ?? from
      if (left > 0 && giver !== undefined && giver !== taker) add(stock, giver, -left)
      if (left > 0) add(stock, taker, left)
      if (via !== undefined && cartons.has(via)) has.set(via, taker)
    }
  }
  const totals: Record<string, number> = {}
  for (const way of ways) add(totals, `${way.from} ${way.to} ${way.carton ?? ''}`, way.quantity)
  return { stock: without(stock), used: without(used), ways: without(totals), cartons: without(Object.fromEntries(cartons)) }
}
