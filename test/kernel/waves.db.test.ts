import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestHub, type TestHub } from '../testkit/hub.ts'

/** A wave: statements sent before any of them was answered. What waits for an answer is the next wave. */
let waves = 0
let statements = 0
let under = 0
let answeredSince = true
const watch = (): (() => void) => {
  if (answeredSince) waves += 1
  answeredSince = false
  statements += 1
  under += 1
  return () => {
    under -= 1
    answeredSince = true
  }
}

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub(inject('database'), inject('dataFolder'), watch)
})
afterAll(() => hub.stop())

const cost = async (viewer: string, query: string, variables?: object): Promise<{ waves: number; statements: number }> => {
  await hub.ask(viewer, '{ __typename }')
  waves = statements = 0
  answeredSince = true
  const { errors } = await hub.ask(viewer, query, variables)
  expect(errors).toBeUndefined()
  expect(under).toBe(0)
  return { waves, statements }
}

const operation = (name: string): string => readFileSync(new URL(`../contract/operations/${name}.graphql`, import.meta.url), 'utf8')
const pump = '(01)06972145030188(21)ML4-260311-0452'

describe('round trips to the database', () => {
  it.each(['ML4-260311-0452', pump, '(00)106999900070000013', '(01)08717648200274(10)5031184', 'nothing', ''])('lookup of %j takes one statement', async (code) => {
    expect(await cost('hospital:CJUH', operation('lookup'), { code })).toEqual({ waves: 1, statements: 1 })
  })

  it.each([
    ['provenance', 'hospital:CJUH', { code: pump }],
    ['provenance', 'quality', { code: pump }],
    ['batch-provenance', 'hospital:CJUH', { code: '(01)06972145030560(10)2608B04' }],
    ['genealogy', 'quality', { code: pump, direction: 'UPSTREAM' }],
    ['inventory', 'hospital:CJUH', {}],
    ['inventory', 'hospital:CJUH', { search: '支架' }],
    ['organizations', 'distributor:KANGLUO', { kind: 'HOSPITAL' }],
    ['viewer', 'hospital:CJUH', {}],
    ['node', 'hospital:CJUH', { id: 'org_nothing' }],
  ])('%s as %s takes two dependent waves at most', async (name, viewer, variables) => {
    expect((await cost(viewer, operation(name), variables)).waves).toBeLessThanOrEqual(2)
  })

  it.each([
    ['stock', 'hospital:CJUH', 'query ($first: Int) { inventory(first: $first) { totalCount edges { node { product { name manufacturer { name } registrations { number } identifiers { code } } site { name } } } } }'],
    ['a product’s lots', 'quality', 'query ($first: Int) { product(code: "06972145030560") { batches(first: $first) { totalCount edges { node { madeBy { name } stock { quantity { value } } documents { id } recalls { id } timeline(first: 5) { totalCount } } } } } }'],
    ['serials', 'quality', 'query ($first: Int) { serials(search: "B0", first: $first) { totalCount edges { node { product { manufacturer { name } } batch { stock { quantity { value } } } parts { position serial { holder { name } } } recalls { id } tickets { totalCount } } } } }'],
    ['pumps with their parts', 'quality', 'query ($first: Int) { serials(search: "ML4", first: $first) { edges { node { parts { serial { holder { name } batch { id } product { manufacturer { name } } } batch { madeBy { name } timeline { totalCount } } } } } } }'],
  ])('of %s are as many for fifty as for five', async (_what, viewer, query) => {
    const five = await cost(viewer, query, { first: 5 })
    expect(five.statements).toBeGreaterThan(1)
    expect(await cost(viewer, query, { first: 50 })).toEqual(five)
  })
})
