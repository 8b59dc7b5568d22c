import { describe, expect, test } from 'vitest'
import { Chance } from '../../../seeds/generate/chance.ts'
import type { CustodyEvent, Step } from '../../../server/features/custody/custody-event.type.ts'
import { foldBatch } from '../../../server/features/custody/batch-state.rules.ts'
import { context, fold, stepAt, type Told } from './fold-kit.ts'
import { naiveLots, type NaiveLot } from './naive-lots.ts'
import { naiveReplay, type NaiveSerial } from './naive-replay.ts'

const parties = ['maker', 'trader', 'clinic']
const bizSteps = ['commissioning', 'shipping', 'shipping', 'consigning', 'void_shipping', 'receiving', 'receiving', 'storing', 'implanting', 'explanting', 'destroying', 'picking']

/** Nonsense as often as sense: any step, by anyone, four to an hour, so that times are often the same. */
const randomStep = (chance: Chance, index: number): Step => {
  const bizStep = chance.pick(bizSteps)
  const [from, to] = [chance.pick(parties), chance.pick(parties)]
  const site = `${chance.pick(parties)}-${chance.pick(['main', 'store'])}`
  const moves = bizStep === 'shipping' || bizStep === 'consigning' || (bizStep === 'receiving' && chance.isUnder(0.5))
  const told: Told = {
    site, reportedBy: from, ...(moves && { from, to }), id: `e${index}`, hash: `h${chance.below(1_000_000)}`, quantity: 1 + chance.below(20),
    ...(bizStep === 'commissioning' && { action: 'ADD' }), ...(bizStep === 'shipping' && chance.isUnder(0.2) && { disposition: 'returned' }),
    ...(chance.isUnder(0.05) && { errorDeclaredAt: 'later' }),
  } satisfies Told & Partial<CustodyEvent>
  return stepAt(1 + chance.below(8), bizStep, told)
}

const randomSteps = (seed: number): Step[] => {
  const chance = new Chance(seed)
  return Array.from({ length: 3 + chance.below(12) }, (_, index) => randomStep(chance, index))
}

const lotSteps = ['commissioning', 'commissioning', 'shipping', 'shipping', 'shipping', 'receiving', 'receiving', 'receiving', 'void_shipping', 'dispensing', 'destroying', 'packing', 'packing', 'unpacking']

/** The same of units of a lot, by themselves and in cartons. */
const randomLotStep = (chance: Chance, index: number): Step => {
  const bizStep = chance.pick(lotSteps)
  const [from, to, place] = [chance.pick(parties), chance.pick(parties), chance.pick(parties)]
  const carton = chance.pick(['carton', 'box'])
  const packs = bizStep === 'packing' || bizStep === 'unpacking'
  const through = !packs && bizStep !== 'commissioning' && chance.isUnder(0.4)
  const moves = bizStep === 'shipping' || (bizStep === 'receiving' && chance.isUnder(0.6))
  const told: Told = {
    site: `${place}-main`, reportedBy: place, ...(moves && { from, to }), id: `e${index}`, hash: `h${String(chance.below(1_000_000)).padStart(6, '0')}`,
    ...(through ? { via: carton } : bizStep === 'unpacking' && chance.isUnder(0.5) ? {} : { quantity: 1 + chance.below(9) }),
    ...(packs && { type: 'AGGREGATION', role: 'CHILD', parent: carton, action: bizStep === 'packing' ? 'ADD' : 'DELETE' }), ...(bizStep === 'commissioning' && { action: 'ADD' }),
    ...(chance.isUnder(0.05) && { errorDeclaredAt: 'later' }),
  }
  return stepAt(1 + chance.below(9), bizStep, told)
}

const randomLotSteps = (seed: number): Step[] => {
  const chance = new Chance(seed + 77)
  return Array.from({ length: 4 + chance.below(16) }, (_, index) => randomLotStep(chance, index))
}

const summed = (entries: readonly (readonly [key: string, quantity: number])[]): Record<string, number> => {
  const sums = new Map<string, number>()
  for (const [key, quantity] of entries) sums.set(key, (sums.get(key) ?? 0) + quantity)
  return Object.fromEntries([...sums].filter(([, quantity]) => quantity !== 0).sort())
}

const asNaiveLot = (steps: readonly Step[]): NaiveLot => {
  const { cells, used, transit, inside } = foldBatch(steps, context)
  return {
    stock: summed(cells.map(({ organization, quantity }) => [organization, quantity])), used: summed(used.map(({ organization, quantity }) => [organization, quantity])),
    ways: summed(transit.map(({ from, to, via, quantity }) => [`${from} ${to} ${via ?? ''}`, quantity])), cartons: summed(Object.entries(inside)),
  }
}

const shuffled = <T>(list: readonly T[], seed: number): T[] => {
  const chance = new Chance(seed + 1)
  const rest = [...list]
  return list.map(() => rest.splice(chance.below(rest.length), 1)[0]).filter((item) => item !== undefined)
}

const asNaive = (steps: readonly Step[]): NaiveSerial => {
  const { status, holder, site, transit, usage, passed } = fold(...steps)
  return {
    status, holder: holder ?? null, site: site ?? null, transit: transit ? `${transit.from} ${transit.to}` : null, used: usage ? `${usage.site} ${usage.on}` : null,
    passed: passed.map((possession) => `${possession.organization} ${possession.from} ${possession.until} ${possession.status}`),
  }
}

const seeds = Array.from({ length: 3_000 }, (_, index) => index)

describe('random histories', () => {
  test('a serial is what a naive replay says', () => {
    for (const seed of seeds) expect(asNaive(randomSteps(seed)), `history ${seed}`).toEqual(naiveReplay(randomSteps(seed)))
  })

  test('whatever order the events come in, a serial ends the same', () => {
    for (const seed of seeds) expect(fold(...shuffled(randomSteps(seed), seed)), `history ${seed}`).toEqual(fold(...randomSteps(seed)))
  })

  test('whatever order the events come in, a lot ends the same', () => {
    for (const seed of seeds) expect(foldBatch(shuffled(randomSteps(seed), seed), context), `history ${seed}`).toEqual(foldBatch(randomSteps(seed), context))
  })

  test('a lot and its cartons are what a naive replay says', () => {
    for (const seed of seeds) expect(asNaiveLot(randomLotSteps(seed)), `history ${seed}`).toEqual(naiveLots(randomLotSteps(seed)))
  })

  test('what was made of a lot is somewhere: in stock or used, unless it was destroyed or received from nowhere', () => {
    for (const seed of seeds) {
      const steps = randomSteps(seed).filter(({ event }) => event.bizStep !== 'destroying' && event.errorDeclaredAt === undefined && event.bizStep !== 'receiving')
      const { cells, used } = foldBatch(steps, context)
      const there = [...cells, ...used].reduce((sum, { quantity }) => sum + quantity, 0)
      const made = steps.filter(({ event }) => event.bizStep === 'commissioning').reduce((sum, { quantity = 0 }) => sum + quantity, 0)
      expect(there, `history ${seed}`).toBe(made)
    }
  })
})
