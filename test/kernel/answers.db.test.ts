import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, openTestHub, type TestHub } from '../testkit/hub.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.stop())

const operation = (name: string): string => readFileSync(new URL(`../contract/operations/${name}.graphql`, import.meta.url), 'utf8')
const viewer = 'hospital:CJUH'

/** What changes from one moment to the next: when it was checked, the number of an incident. */
const steady = (answer: Answer<unknown>): unknown => JSON.parse(JSON.stringify(answer).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'incident'))

/** The first time graphql-js answers, from the second time on graphql-jit: both say the same. */
const bothTimes = async (query: string, variables?: object): Promise<Answer<Record<string, unknown>>> => {
  const first = await hub.ask(viewer, query, variables)
  for (const _ of [2, 3]) expect(steady(await hub.ask(viewer, query, variables))).toEqual(steady(first))
  return first
}

describe('an operation sent again', () => {
  it.each([
    ['lookup', { code: 'ML4-260311-0452' }],
    ['lookup', { code: '' }],
    ['provenance', { code: '(01)06972145030188(21)ML4-260311-0452', first: 3 }],
    ['batch-provenance', { code: '(01)08717648200274(10)5031184' }],
    ['genealogy', { code: '(01)06972145030188(21)ML4-260311-0452', direction: 'UPSTREAM' }],
    ['inventory', { first: 3, expiringBefore: '2099-01-01' }],
    ['inventory', { first: 3, search: '支架' }],
    ['organizations', { kind: 'DISTRIBUTOR', first: 2 }],
    ['viewer', {}],
    ['node', { id: 'org_nothing' }],
  ])('%s %j gets the same answer, compiled or not', async (name, variables) => {
    expect((await bothTimes(operation(name), variables)).errors).toBeUndefined()
  })

  it('with aliases, fragments and conditions too', async () => {
    const shape = 'query ($code: String!, $parts: Boolean!) { a: serial(code: $code) { ...S } b: serial(code: "nothing") { ...S } node(id: "org_x") { __typename ... on Serial { udi } } __typename } fragment S on Serial { __typename parts @include(if: $parts) { position } product @skip(if: $parts) { di } }'
    for (const parts of [true, false]) expect((await bothTimes(shape, { code: 'ML4-260311-0452', parts })).errors).toBeUndefined()
  })
})

describe('a mistake in what was asked', () => {
  const inventory = 'query ($first: Int, $after: String) { inventory(first: $first, after: $after) { edges { cursor } pageInfo { hasNextPage } } }'

  it.each([
    ['a negative page', inventory, { first: -1 }],
    ['a cursor that is none', inventory, { after: '%%%' }],
    ['a cursor of broken text', inventory, { after: Buffer.from([0xff, 0xfe]).toString('base64url') }],
    ['a genealogy too deep', 'query { genealogy(code: "x", direction: BOTH, depth: 1000) { root } }', {}],
    ['a negative page of a field', 'query ($first: Int) { serial(code: "ML4-260311-0452") { timeline(first: $first) { totalCount } } }', { first: -5 }],
  ])('%s is told, with its path', async (_what, query, variables) => {
    const { errors } = await bothTimes(query, variables)
    expect(errors).toMatchObject([{ message: expect.stringMatching(/must be between|not a cursor/) as string, path: expect.any(Array) as unknown[], extensions: { code: 'BAD_USER_INPUT' } }])
  })

  it.each([
    ['a number beyond 32 bits', inventory, { first: 2 ** 40 }, 'BAD_USER_INPUT'],
    ['a variable of another type', inventory, { first: 'many' }, 'BAD_USER_INPUT'],
    ['an object for a text', inventory, { after: { $gt: '' } }, 'BAD_USER_INPUT'],
    ['a variable left out', operation('lookup'), {}, 'BAD_USER_INPUT'],
    ['a day that is none', operation('inventory'), { expiringBefore: '2026-13-45' }, 'BAD_USER_INPUT'],
    ['a kind that is none', operation('organizations'), { kind: 'FRIEND' }, 'BAD_USER_INPUT'],
    ['a field that is none', '{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a query cut off', '{ viewer { id', {}, 'GRAPHQL_PARSE_FAILED'],
    ['an operation not named', 'query A { viewer { id } } query B { viewer { id } }', {}, 'OPERATION_RESOLUTION_FAILURE'],
  ])('%s is refused before anything runs', async (_what, query, variables, code) => {
    const answer = await bothTimes(query, variables)
    expect(answer.data ?? null).toBeNull()
    expect(answer.status).toBe(400)
    expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual([code])
  })
})

describe('whatever is typed', () => {
  const anything = `query ($code: String!) { lookup(code: $code) { verdict } serial(code: $code) { id } batch(code: $code) { id } product(code: $code) { id } logisticUnit(code: $code) { id }
    serials(search: $code) { totalCount } batches(search: $code) { totalCount } products(search: $code) { totalCount } organizations(search: $code) { totalCount } inventory(search: $code) { totalCount } }`

  const long: Record<string, string> = { digits: '9'.repeat(4_000), brackets: '(01)'.repeat(1_000), separators: `]d2${'\u001D10A'.repeat(1_300)}`, words: 'a '.repeat(2_000), han: '支'.repeat(4_000) }
  const breaksNothing = async (code: string): Promise<void> => {
    const { errors, data } = await hub.ask(viewer, anything, { code })
    expect(errors).toBeUndefined()
    expect(data).toMatchObject({ lookup: { verdict: 'UNKNOWN' }, serial: null, batch: null, logisticUnit: null })
  }

  it.each(Object.keys(long))('4,000 characters of %s break nothing', (name) => breaksNothing(long[name] ?? ''))

  it.each([
    '\u0000\u0001\u001D\u007F', '\ud800', '\u202E⚕️', '%', "' OR 1=1 //", '` }) DETACH DELETE n //', '$in.code',
    'name:*', '[a TO z]', 'a~2 AND (b OR', '"', '\\', '*', '?', '/.*/', 'AND', 'OR NOT', '&& ||', '+-!(){}[]^"~*?:\\/', '支架 OR *', 'NOT 支架',
  ])('%j breaks nothing, and finds no thing', breaksNothing)

  it('a page of none says whether there are more', async () => {
    const { data } = await hub.ask(viewer, '{ inventory(first: 0) { totalCount edges { cursor } pageInfo { hasNextPage endCursor } } }')
    expect(data).toMatchObject({ inventory: { totalCount: expect.any(Number) as number, edges: [], pageInfo: { hasNextPage: true, endCursor: null } } })
  })

  it('another list’s cursor gives a page of this list, or none of it', async () => {
    const { data } = await hub.ask<{ organizations: { pageInfo: { endCursor: string } } }>(viewer, '{ organizations(first: 1) { pageInfo { endCursor } } }')
    const { errors } = await hub.ask(viewer, 'query ($after: String) { inventory(after: $after) { edges { node { id } } } serials(search: "ML4", after: $after) { totalCount } }', { after: data?.organizations.pageInfo.endCursor })
    expect(errors).toBeUndefined()
  })
})
