import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DoorRefusal } from '../../server/doors/refuse.ts'
import { openRates, type Rates } from '../../server/doors/rates.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'

let graph: Graph
let statements = 0
beforeAll(() => {
  graph = openGraph(inject('database'), { deadline: 60_000, onStatement: () => void (statements += 1) })
})
afterAll(() => graph.close())

const limits = { address: 1_000, client: 50, partner: 200, misses: 50 }
const minute = 29_000_000

/** A node's clock that stands still until it is set. */
const openNode = (): Rates & { at(time: number): void } => {
  let time = minute * 60_000
  return { ...openRates(graph, limits, () => time), at: (later) => void (time = later) }
}

/** How many of so many requests are let through. */
const passed = async (node: Rates, kind: 'client' | 'partner', who: string, requests: number): Promise<number> => {
  let count = 0
  for (let index = 0; index < requests; index += 1) count += await node.take(kind, who).then(() => 1, () => 0)
  return count
}

describe('rates', () => {
  it('are exact on one node, one after the other or all at once', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    expect(await passed(openNode(), 'partner', one, 300)).toBe(200)
    const node = openNode()
    const all = await Promise.allSettled(Array.from({ length: 300 }, () => node.take('partner', other)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(200)
  })

  it('are shared by nodes: no more than the budget and what each lets through on credit', async () => {
    const who = randomUUID()
    const [one, other] = [openNode(), openNode()]
    const [first, second] = await Promise.all([passed(one, 'partner', who, 300), passed(other, 'partner', who, 300)])
    expect(first + second).toBeGreaterThanOrEqual(200)
    expect(first + second).toBeLessThanOrEqual(220)
  })

  it('begin anew with each minute, and say when that is', async () => {
    const who = randomUUID()
    const node = openNode()
    node.at(minute * 60_000 + 17_000)
    expect(await passed(node, 'client', who, 60)).toBe(50)
    const refused: unknown = await node.take('client', who).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(DoorRefusal)
    expect(refused).toMatchObject({ statusCode: 429, code: 'RATE_LIMIT', headers: { 'retry-after': '43' } })
    node.at((minute + 1) * 60_000)
    expect(await passed(node, 'client', who, 60)).toBe(50)
  })

  it('write nothing while the budget is far from its end', async () => {
    const node = openNode()
    const before = statements
    expect(await passed(node, 'partner', randomUUID(), 9)).toBe(9)
    expect(statements).toBe(before)
  })

  it('hold on the node alone while the database is away', async () => {
    const away = openGraph({ ...inject('database'), uri: 'bolt://127.0.0.1:1' })
    const node = openRates(away, limits, () => minute * 60_000)
    // Each lease fails only after the driver's own patience, so just the credit and its first renewal are asked for.
    expect(await passed(node, 'client', 'somebody', 4)).toBe(4)
    await away.close()
  })
})
