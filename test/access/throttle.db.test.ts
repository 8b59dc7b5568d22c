import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { begin, succeed, throttle } from '../../server/access/throttle.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'

let graph: Graph
beforeAll(() => {
  graph = openGraph(inject('database'))
})
afterAll(() => graph.close())

const guess = (account: string, address: string) => begin(graph, { account: `throttled ${account}`, address })

it('one address that tries many accounts is held back after so many, whatever the account, and no other address is', async () => {
  for (let tries = 1; tries <= throttle.address; tries += 1) expect(await guess(`person ${tries}`, '203.0.113.9'), `try ${tries}`).toBe(0)
  const seconds = await guess('another person', '203.0.113.9')
  expect(seconds).toBeGreaterThan(throttle.window / 1_000 - 60)
  expect(seconds).toBeLessThanOrEqual(throttle.window / 1_000)
  expect(await guess('yet another person', '203.0.113.10')).toBe(0)
})

it('a right secret forgets what was counted against its account, and takes one try back from its address', async () => {
  const tries = { account: 'throttled right', address: '203.0.113.11' }
  for (let wrong = 1; wrong <= throttle.account; wrong += 1) expect(await begin(graph, tries)).toBe(0)
  expect(await begin(graph, tries)).toBeGreaterThan(0)
  await succeed(graph, tries)
  expect(await begin(graph, tries)).toBe(0)
})

it('what was counted is over when its time is', async () => {
  const tries = { account: 'throttled then', address: '203.0.113.12' }
  const then = Date.now() - throttle.window - 1_000
  for (let wrong = 0; wrong <= throttle.account; wrong += 1) await begin(graph, tries, then)
  expect(await begin(graph, tries)).toBe(0)
})
