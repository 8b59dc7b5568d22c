import { describe, expect, test } from 'vitest'
import { Chance } from '../../../seeds/generate/chance.ts'
import type { CustodyEvent, Step } from '../../../server/features/custody/custody-event.type.ts'
import { foldBatch } from '../../../server/features/custody/batch-state.rules.ts'
import { context, fold, stepAt, type Told } from './fold-kit.ts'
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
