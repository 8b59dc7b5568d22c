import { describe, expect, it } from 'vitest'
import { type Counted, looksIn, materialsIn } from '../../../server/features/signals/looks.rules.ts'
import { poissonTail } from '../../../server/features/signals/poisson.rules.ts'
import { type Cell, signalsAmong, thresholdOf } from '../../../server/features/signals/signal.rules.ts'

describe('the Poisson tail', () => {
  it.each([[0, 2, 1], [1, 1, 1 - Math.exp(-1)], [3, 1, 0.080301], [10, 1, 1.114e-7], [5, 5, 0.559507], [20, 10, 0.003454], [1, 1e-9, 1e-9]])('P(X ≥ %i | λ = %f) is %f', (cases, expected, p) => {
    expect(poissonTail(cases, expected)).toBeCloseTo(p, 6)
  })

  it('keeps its digits where it is small', () => {
    expect(poissonTail(10, 1) / 1.11425e-7).toBeCloseTo(1, 3)
    expect(poissonTail(1_000, 1_000)).toBeGreaterThan(0.5)
  })
})

/** Cells of one model, or of several, which are compared each within its own. */
const among = (cells: readonly Omit<Cell, 'model'>[], others: readonly Cell[] = []) => {
  const all = [...cells.map((cell) => ({ ...cell, model: 'm' })), ...others]
  const sum = (model: string, of: 'cases' | 'devices') => all.filter((cell) => cell.model === model).reduce((total, cell) => total + cell[of], 0)
  const models = new Map([...new Set(all.map(({ model }) => model))].map((model) => [model, { cases: sum(model, 'cases'), devices: sum(model, 'devices') }]))
  return signalsAmong({ cells: all, models, looked: new Set(all.map(({ thing }) => thing)).size })
}

describe('signals', () => {
  const usual = Array.from({ length: 20 }, (_, index) => ({ thing: `b${index}`, cases: index % 2, devices: 500 }))

  it('are none where all things are alike', () => {
    expect(among(usual)).toEqual([])
  })

  it('name the thing with more cases than the others let expect, with its numbers', () => {
    const [signal, ...others] = among([...usual, { thing: 'bad', cases: 9, devices: 500 }])
    expect(others).toEqual([])
    expect(signal).toMatchObject({ thing: 'bad', cases: 9, devices: 500 })
    expect(signal!.expected).toBeCloseTo((10.5 / 10_000) * 500, 6)
    expect(signal!.p).toBeCloseTo(poissonTail(9, 0.525), 12)
    expect(signal!.p).toBeLessThan(thresholdOf(21))
  })

  it('are corrected for how many things are looked at, over all kinds', () => {
    expect(thresholdOf(1)).toBeCloseTo(0.05 / 6, 12)
    expect(thresholdOf(100)).toBeCloseTo(0.05 / 600, 12)
    // p = 0.0058 for 4 of 0.7 expected: a signal among one thing, none among ten.
    const cells = [{ thing: 'a', model: 'm', cases: 4, devices: 100 }]
    const models = new Map([['m', { cases: 10, devices: 1_028.5714 }]])
    expect(signalsAmong({ cells, models, looked: 1 })).toHaveLength(1)
    expect(signalsAmong({ cells, models, looked: 10 })).toEqual([])
  })

  it('count exposure: many cases of many devices are none', () => {
    expect(among([...usual, { thing: 'large', cases: 9, devices: 9_000 }])).toEqual([])
  })

  it('ask for three cases at least, and for something to compare with', () => {
    expect(among([...usual.map((thing) => ({ ...thing, cases: 0 })), { thing: 'two', cases: 2, devices: 1 }])).toEqual([])
    expect(among([{ thing: 'alone', cases: 50, devices: 100 }])).toEqual([])
    expect(among([...usual, { thing: 'unexposed', cases: 5, devices: 0 }])).toEqual([])
  })

  it('compare within each model: a supplier of a model with many cases by its nature is none', () => {
    const plenty: Cell[] = Array.from({ length: 4 }, (_, index) => ({ thing: `p${index}`, model: 'plenty', cases: 20, devices: 500 }))
    expect(among(usual, plenty)).toEqual([])
    const [signal] = among([...usual, { thing: 'p0', cases: 30, devices: 500 }], plenty)
    expect(signal).toMatchObject({ thing: 'p0', cases: 50 })
    expect(signal!.expected).toBeCloseTo((10.5 / 10_000) * 500 + (60.5 / 1_500) * 500, 6)
  })
})

describe('what is looked at', () => {
  const counted: Counted = {
    observed: [
      { kind: 'MODEL', thing: 'm', product: 'm', cases: 6 }, { kind: 'BATCH', thing: 'b1', product: 'm', cases: 2 }, { kind: 'ORGANIZATION', thing: 'h1', product: 'm', cases: 4 }, { kind: 'ORGANIZATION', thing: 'h2', product: 'm', cases: 2 },
      { kind: 'MATERIAL_LOT', thing: 'l1', product: 'm', cases: 3 }, { kind: 'SUPPLIER', thing: 's1', product: 'm', cases: 1 },
    ],
    byBatch: [{ product: 'm', batch: 'b1', site: 'w1', devices: 40 }, { product: 'm', batch: 'b2', site: 'w1', devices: 60 }, { product: 'n', batch: 'b3', site: null, devices: 50 }],
    byOrganization: [{ product: 'm', organization: 'h1', devices: 70, loose: 5, hidden: false }, { product: 'm', organization: 'h2', devices: 30, loose: 0, hidden: true }],
    byMaterial: [{ thing: 'l1', product: 'm', devices: 10 }, { thing: 'l1', product: 'n', devices: 20 }],
    materials: { lots: 8, suppliers: 2 },
    terms: [],
  }
  const looks = looksIn(counted)

  it('holds devices of a thing in models without a case of it, and equipment without a lot', () => {
    expect(looks.MATERIAL_LOT.cells).toEqual([{ thing: 'l1', model: 'm', cases: 3, devices: 10 }, { thing: 'l1', model: 'n', cases: 0, devices: 20 }])
    expect(looks.BATCH.models.get('m')).toEqual({ cases: 6, devices: 105 })
    expect(looks.MODEL.models.get('')).toEqual({ cases: 6, devices: 155 })
    expect(Object.entries(looks).map(([kind, { looked }]) => `${kind} ${looked}`)).toEqual(['BATCH 3', 'MATERIAL_LOT 8', 'SUPPLIER 2', 'MODEL 2', 'SITE 1', 'ORGANIZATION 1'])
  })

  it('compares a model with the others of its GMDN term, and one that is alone in it with all', () => {
    const more = { ...counted, byBatch: [...counted.byBatch, { product: 'o', batch: 'b4', site: null, devices: 20 }, { product: 'p', batch: 'b5', site: null, devices: 10 }] }
    const { cells, models } = looksIn({ ...more, terms: [{ product: 'm', term: 'stent' }, { product: 'n', term: 'stent' }, { product: 'o', term: 'pump' }] }).MODEL
    expect(cells.map(({ thing, model }) => `${thing} ${model}`)).toEqual(['m stent', 'n stent', 'o ', 'p '])
    expect([...models]).toEqual([['', { cases: 6, devices: 185 }], ['stent', { cases: 6, devices: 155 }]])
  })

  it('leaves out whose name the maker is not to learn', () => {
    expect(looks.ORGANIZATION.cells.map(({ thing, devices }) => `${thing} ${devices}`)).toEqual(['h1 70', 'h2 0'])
  })

  it('walks only for materials that enough cases share', () => {
    expect(materialsIn(counted.observed, 3)).toEqual(['l1'])
  })
})
