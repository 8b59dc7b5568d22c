import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../server/doors/limits.ts'
import { openTestHub, type TestHub } from '../testkit/hub.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
  // Who asks is looked up once and then remembered.
  await hub.ask('quality', '{ __typename }')
})
afterAll(() => hub.stop())

const codeOf = async (query: string, variables?: object): Promise<unknown> => {
  hub.statements()
  const answer = await hub.ask('quality', query, variables)
  expect(answer.status).toBe(400)
  expect(hub.statements()).toEqual([])
  return answer.errors?.[0]?.extensions?.['code']
}

const passes = async (query: string, variables?: object): Promise<void> => expect((await hub.ask('quality', query, variables)).errors).toBeUndefined()

/** A query of so many fields inside each other: a serial's batch has a product, whose batches have a product … */
const deep = (levels: number): string => {
  const fields = ['serial(code: "none")', ...Array.from({ length: levels - 2 }, (_, index) => ['product', 'batches(first: 1)', 'edges', 'node'][index % 4]), 'id']
  const inside = fields.map((field, index) => (index < fields.length - 1 ? `${field} { __typename ` : field)).join('')
  return `{ ${inside}${'}'.repeat(fields.length - 1)} }`
}

const aliases = (count: number): string => `{ viewer { ${Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(' ')} } }`

describe('refused before anything runs, with the code that says which', () => {
  it('depth', async () => {
    await passes(deep(limits.depth))
    expect(await codeOf(deep(limits.depth + 1))).toBe('DEPTH_LIMIT')
  })

  it('depth through fragments', async () => {
    const inside = deep(limits.depth + 1).replace(/^\{ serial\(code: "none"\) \{ /, '').replace(/\}\s*\}$/, '')
    expect(await codeOf(`{ serial(code: "none") { ...Rest } } fragment Rest on Serial { ${inside} }`)).toBe('DEPTH_LIMIT')
  })

  it('aliases, __typename among them', async () => {
    await passes(aliases(limits.aliases))
    expect(await codeOf(aliases(limits.aliases + 1))).toBe('ALIAS_LIMIT')
  })

  it('one field again and again', async () => {
    expect(await codeOf(`{ viewer { ${'__typename '.repeat(limits.aliases + 2)} } }`)).toBe('ALIAS_LIMIT')
  })

  it('fragments that double at each level, without the time that they would take', async () => {
    const levels = 40
    const fragments = Array.from({ length: levels }, (_, index) => `fragment F${index} on Viewer { ...F${index + 1} ...F${index + 1} }`)
    expect(await codeOf(`{ viewer { ...F0 } } ${fragments.join(' ')} fragment F${levels} on Viewer { again: id }`)).toBe('ALIAS_LIMIT')
  })

  it('tokens', async () => {
    expect(await codeOf(`{ viewer { ${'id '.repeat(limits.tokens)} } }`)).toBe('TOKEN_LIMIT')
  })

  it('the length of a page, written or as a variable', async () => {
    const query = 'query Q($first: Int) { organizations(first: $first) { totalCount } }'
    await passes(query, { first: limits.page })
    expect(await codeOf(query, { first: limits.page + 1 })).toBe('PAGE_LIMIT')
    expect(await codeOf(`{ organizations(first: ${limits.page + 1}) { totalCount } }`)).toBe('PAGE_LIMIT')
  })

  it('cost, which follows the variables of each request', async () => {
    const query = 'query Q($first: Int!) { products(first: $first) { edges { node { batches(first: $first) { edges { node { id } } } } } } }'
    await passes(query, { first: 10 })
    expect(await codeOf(query, { first: limits.page })).toBe('COST_LIMIT')
    await passes(query, { first: 10 })
  })

  it('lists in one request', async () => {
    const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: await hub.headers('quality'), body: JSON.stringify([{ query: '{ viewer { id } }' }]) })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BATCHING_OFF' } }] })
  })

  it('a body that is too large', async () => {
    const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: await hub.headers('quality'), body: JSON.stringify({ query: '{ viewer { id } }', variables: { a: 'x'.repeat(limits.body) } }) })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BODY_LIMIT' } }] })
  })

  it('a change by GET', async () => {
    hub.statements()
    const query = 'mutation { acknowledgeRecallNotice(input: {idempotencyKey: "1", notice: "rcn_x"}) { __typename } }'
    const response = await fetch(`${hub.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { ...(await hub.headers('quality')), 'apollo-require-preflight': '1' } })
    expect(response.status).toBe(405)
    expect(hub.statements()).toEqual([])
  })

  it('but not the schema\'s own description, while it is open', () => passes(getIntrospectionQuery()))
})

describe('headers', () => {
  it('let only the hub\'s own scripts run, and nothing be guessed or framed', async () => {
    const { headers } = await fetch(`${hub.url}/healthz`)
    expect(headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})
