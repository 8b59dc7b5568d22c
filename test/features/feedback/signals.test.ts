import { describe, expect, it } from 'vitest'
import { poissonTail, signalsAmong } from '../../../server/features/feedback/signal.rules.ts'

describe('the Poisson tail', () => {
  it.each([[0, 2, 1], [1, 1, 1 - Math.exp(-1)], [3, 1, 0.080301], [10, 1, 1.114e-7], [5, 5, 0.559507], [20, 10, 0.003454], [1, 1e-9, 1e-9]])('P(X ≥ %i | λ = %f) is %f', (cases, expected, p) => {
    expect(poissonTail(cases, expected)).toBeCloseTo(p, 6)
  })

  it('keeps its digits where it is small', () => {
    expect(poissonTail(10, 1) / 1.11425e-7).toBeCloseTo(1, 3)
    expect(poissonTail(1_000, 1_000)).toBeGreaterThan(0.5)
  })
})

describe('signals', () => {
  const usual = Array.from({ length: 20 }, (_, index) => ({ id: `b${index}`, cases: index % 2, devices: 500 }))

  it('are none where all things are alike', () => {
    expect(signalsAmong(usual)).toEqual([])
  })

  it('name the thing with more cases than the others let expect, with its numbers', () => {
    const [signal, ...others] = signalsAmong([...usual, { id: 'bad', cases: 9, devices: 500 }])
    expect(others).toEqual([])
    expect(signal).toMatchObject({ id: 'bad', cases: 9 })
    expect(signal!.expected).toBeCloseTo((10.5 / 10_000) * 500, 6)
    expect(signal!.p).toBeLessThan(0.05 / 21)
  })

  it('count exposure: many cases of many devices are none', () => {
    expect(signalsAmong([...usual, { id: 'large', cases: 9, devices: 9_000 }])).toEqual([])
  })

  it('ask for three cases at least, and for something to compare with', () => {
    expect(signalsAmong([...usual.map((thing) => ({ ...thing, cases: 0 })), { id: 'two', cases: 2, devices: 1 }])).toEqual([])
    expect(signalsAmong([{ id: 'alone', cases: 50, devices: 100 }])).toEqual([])
    expect(signalsAmong([...usual, { id: 'unexposed', cases: 5, devices: 0 }])).toEqual([])
  })
})
