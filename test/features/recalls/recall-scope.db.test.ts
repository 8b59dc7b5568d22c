import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findRecallScope, frozenRecallScope, scopeItemPage } from '../../../server/features/recalls/find-recall-scope.ts'
import { coverScope, remainingSerials, scopeMembers } from '../../../server/features/recalls/recall-write.cypher.ts'
import type { RecallScopeInput } from '../../../server/features/recalls/recall-scope.input.ts'
import type { RecallScope } from '../../../server/features/recalls/recall-scope.type.ts'
import { scopeCodes } from '../../../server/features/recalls/scope-codes.rules.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Graph, openGraph, type Reader } from '../../../server/kernel/graph.ts'
import { chanceOf } from '../genealogy/random-lineage.ts'
import { naiveSight } from '../genealogy/naive-genealogy.ts'
import { loadHistory, removeHistory } from './load-whereabouts.ts'
import { naiveScope, type NaiveScope } from './naive-scope.ts'
import { type History, randomHistory, siteOf } from './random-whereabouts.ts'

// Seeds that the genealogy tests do not use: both write to one database.
const histories = Array.from({ length: 8 }, (_, seed) => randomHistory(seed + 101))
let graph: Graph

beforeAll(async () => {
  graph = openGraph(inject('database'), { deadline: 60_000 })
  for (const history of histories) await loadHistory(graph, history)
})

afterAll(async () => {
  for (const history of histories) await removeHistory(graph, history)
  await graph.close()
})

const asMaker = ({ maker }: History): Reader => graph.as({ organization: maker, internal: true })

/** Up to three kinds of code, now and then with dates and with something taken out again. */
const randomInput = (history: History, seed: number, deeper = 2): RecallScopeInput => {
  const { lineage, maker } = history
  const chance = chanceOf(seed)
  const { own, seen } = naiveSight(lineage, { organization: maker, internal: true })
  const all = [...lineage.things.values()]
  const few = (ids: string[]): string[] => ids.filter(() => chance(Math.max(2, Math.ceil(ids.length / 2))) === 0)
  const batches = all.filter(({ label }) => label === 'Batch').map(({ id }) => id)
  const serials = all.filter(({ label, id }) => label === 'Serial' && own(id)).map(({ id }) => id)
  const suppliers = lineage.organizations.slice(2, 4).filter((supplier) => all.some(({ maker: owner, label, id }) => owner === supplier && label === 'Batch' && seen(id)))
  const wanted = chance(6)
  return {
    batches: wanted < 2 ? few(batches.filter(own)) : [],
    serials: [serials[chance(serials.length)] as string, ...(chance(2) === 0 ? few(serials) : [])],
    materialLots: wanted > 0 && wanted < 5 ? few(batches.filter(seen)) : [],
    products: chance(8) === 0 ? [`prd_${maker}`] : [],
    suppliers: chance(5) === 0 ? suppliers : [],
    sites: chance(6) === 0 && all.some(({ id }) => own(id) && history.madeAtPlant.has(id)) ? [siteOf(maker)] : [],
    manufacturedFrom: chance(3) === 0 ? '2026-03-01' : null,
    manufacturedTo: chance(3) === 0 ? '2026-07-15' : null,
    excluding: deeper > 0 && chance(2) === 0 ? randomInput(history, seed + 1, deeper - 1) : null,
  }
}

const everyItem = async (scope: RecallScope, first: number): Promise<{ items: string[]; totals: number[] }> => {
  const items: string[] = []
  const totals: number[] = []
  for (let after: string | undefined; ; ) {
    const page = await scopeItemPage(scope, { first, ...(after ? { after } : {}) })
    items.push(...page.edges.map(({ node }) => `${node.id}|${node.quantity.value}`))
    totals.push(page.totalCount)
    if (!page.pageInfo.hasNextPage) return { items, totals }
    after = page.pageInfo.endCursor ?? undefined
  }
}

/** What lies at several places of one lot comes in no order that would tell the places: sorted within each lot. */
const inLots = (items: readonly string[]): string[] => {
  const lots = new Map<string, string[]>()
  for (const item of items) {
    const [lot = ''] = item.split('|', 1)
    lots.set(lot, [...lots.get(lot) ?? [], item])
  }
  return [...lots.values()].flatMap((places) => places.sort())
}

const asked = async (scope: RecallScope, first = 9): Promise<NaiveScope> => {
  const summary = await scope.summary()
  const { items, totals } = await everyItem(scope, first)
  expect(new Set(totals)).toEqual(new Set([items.length]))
  return {
    batchCount: summary.batchCount,
    serialCount: summary.serialCount,
    quantity: summary.quantity,
    holders: summary.holders.map(({ organization, serialCount, quantity }) => `${organization.id}|${serialCount}|${quantity.value}|${quantity.unit}`).sort(),
    inTransit: summary.inTransit.map(({ from, to, serialCount, quantities }) => `${from.id}|${to.id}|${serialCount}|${quantities[0]?.value ?? 0}`).sort(),
    used: JSON.stringify([summary.used.serialCount, summary.used.quantities.map(({ unit, value }) => [unit, value])]),
    countries: summary.countries,
    items: inLots(items),
  }
}

const naive = (history: History, input: RecallScopeInput): NaiveScope => {
  const scope = naiveScope(history, input)
  return { ...scope, items: inLots(scope.items) }
}

describe.each(histories.map((history) => [history.lineage.name, history] as const))('a random history (%s)', (_, history) => {
  test('every count, holder, country and item is the naive computation\'s', async () => {
    for (let round = 0; round < 14; round += 1) {
      const input = randomInput(history, round * 1_000 + 7)
      expect(await asked(findRecallScope(asMaker(history), input)), JSON.stringify(input)).toEqual(naive(history, input))
    }
  })
})

const signedRecall = cypher<{ recall: string; maker: string }, never>()`CREATE (:Recall {id: $in.recall, maker: $in.maker, status: 'ONGOING', drill: false})`
const removeRecall = cypher<{ recall: string }, never>()`MATCH (recall:Recall {id: $in.recall}) DETACH DELETE recall`

/** Covers what the input names, lots from which something is taken out serial by serial, as a signature does. */
const freeze = async ({ maker }: History, recall: string, input: RecallScopeInput): Promise<void> => graph.as({ organization: maker, internal: true }).write(async (writer) => {
  const [members] = await writer.run(scopeMembers, scopeCodes(input))
  const { batches = [], serials = [], without = [] } = members ?? {}
  const split = [...new Set(without.map(({ batch }) => batch))]
  const rest = await writer.run(remainingSerials, { batches: split, without: without.map(({ id }) => id) })
  await writer.run(signedRecall, { recall, maker })
  await writer.run(coverScope, { recall, batches: batches.map(({ id }) => id).filter((id) => !split.includes(id)), serials: [...serials, ...rest.map(({ id }) => id)], origins: [] })
})

describe.each(histories.slice(0, 4).map((history) => [history.lineage.name, history] as const))('a frozen scope (%s)', (_, history) => {
  const recall = `rcl_${history.lineage.name}`
  const isSplit = ({ excluding }: RecallScopeInput): boolean => !!excluding

  test.each([1, 2, 7])('of %i at once has each serial once and none less, and the same numbers', async (atOnce) => {
    const inputs = Array.from({ length: 6 }, (__, round) => randomInput(history, round * 1_000 + 7))
    for (const input of inputs) {
      await freeze(history, recall, input)
      try {
        const frozen = await asked(frozenRecallScope(asMaker(history), { recall, running: true }, atOnce), atOnce)
        // Units without serials cannot be taken apart: a split lot is covered by its serials alone.
        const whole = await asked(findRecallScope(asMaker(history), { ...input }))
        if (isSplit(input)) expect([...frozen.items].filter((item) => item.startsWith('ser_')).sort(), JSON.stringify(input)).toEqual([...whole.items].filter((item) => item.startsWith('ser_')).sort())
        else expect({ ...frozen, items: [...frozen.items].sort() }, JSON.stringify(input)).toEqual({ ...whole, items: [...whole.items].sort() })
      } finally {
        await graph.write((writer) => writer.run(removeRecall, { recall }))
      }
    }
  })
})

describe('what cannot be a scope', () => {
  const history = histories[0] as History
  const summaryOf = (input: RecallScopeInput): Promise<unknown> => Promise.resolve().then(() => findRecallScope(asMaker(history), input).summary())
  const rivals = [...history.lineage.things.values()].filter(({ maker }) => maker.endsWith('rival'))

  test('a code that finds nothing is named', async () => {
    await expect(summaryOf({ batches: ['NO-SUCH-LOT'] })).rejects.toThrow('batches: NO-SUCH-LOT finds nothing')
    await expect(summaryOf({ products: [`prd_${history.maker}`], excluding: { serials: ['NO-SUCH-SERIAL'] } })).rejects.toThrow('serials: NO-SUCH-SERIAL finds nothing')
  })

  test('another maker\'s batch or serial finds nothing, as if it were not there', async () => {
    const batch = rivals.find(({ label }) => label === 'Batch')?.id ?? ''
    const serial = rivals.find(({ label }) => label === 'Serial')?.id ?? ''
    await expect(summaryOf({ batches: [batch] })).rejects.toThrow(`batches: ${batch} finds nothing`)
    await expect(summaryOf({ serials: [serial] })).rejects.toThrow(`serials: ${serial} finds nothing`)
  })

  test('nothing named, or too much, is told before the database is asked', async () => {
    await expect(summaryOf({ manufacturedFrom: '2026-01-01' })).rejects.toThrow('The scope names nothing')
    await expect(summaryOf({ serials: ['a'], excluding: {} })).rejects.toThrow('excluding names nothing')
    await expect(summaryOf({ serials: Array.from({ length: 1_001 }, (_, index) => `S${index}`) })).rejects.toThrow('1001 codes')
  })

  test('a cursor of another list is refused', async () => {
    const scope = findRecallScope(asMaker(history), { products: [`prd_${history.maker}`] })
    await expect(scopeItemPage(scope, { after: Buffer.from('elsewhere').toString('base64url') })).rejects.toThrow('not a cursor of this list')
  })
})
