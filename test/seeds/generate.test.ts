import { expect, test } from 'vitest'
import { generate, landmarksOf } from '../../seeds/generate.ts'
import type { History } from '../../seeds/history.ts'

const generated = async (serials: number, seed: number): Promise<History[]> => {
  const chunks: History[] = []
  for await (const chunk of generate({ serials, seed })) chunks.push(chunk)
  return chunks
}

test('the same seed tells the same history, another seed another', async () => {
  const [first, second, other] = [await generated(500, 3), await generated(500, 3), await generated(500, 4)]
  expect(second).toEqual(first)
  expect(other).not.toEqual(first)
})

test.each([100, 333, 5_000])('%i serials: as many as were asked for, about five events each, half of the products without serial numbers', async (serials) => {
  const chunks = await generated(serials, 1)
  const count = (list: 'serials' | 'events'): number => chunks.reduce((sum, chunk) => sum + (chunk[list]?.length ?? 0), 0)
  expect(count('serials')).toBe(serials)
  expect(count('events') / serials).toBeGreaterThan(4)
  expect(count('events') / serials).toBeLessThan(7)
  const devices = chunks[0]?.products?.filter(({ kind }) => kind === 'DEVICE') ?? []
  expect(devices.filter(({ serialControlled }) => serialControlled)).toHaveLength(devices.length / 2)
})

test('a chunk stays small however large the history is', async () => {
  const largest = (chunks: History[]): number => Math.max(...chunks.map(({ events }) => events?.length ?? 0))
  expect(largest(await generated(20_000, 1))).toBeLessThan(20_000)
})

test('at 200,000 serials one raw lot went into 49,000', () => {
  expect(landmarksOf({ serials: 200_000, seed: 1 })).toMatchObject({ heavyRawLot: { serials: 49_000 }, usualRawLot: { serials: 5_000 } })
})
