import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHub, type TestHub } from '../../testkit/hub.ts'

let hub: TestHub
beforeAll(async () => { hub = await openTestHub() })
afterAll(() => hub.stop())

interface Page {
  readonly totalCount: number
  readonly edges: readonly { readonly node: { readonly id: string } }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

const page = async (list: 'serials' | 'batches', viewer: string, search: string, first: number, after?: string | null): Promise<Page> => {
  const query = `query ($search: String, $first: Int, $after: String) { list: ${list}(search: $search, first: $first, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`
  const { data, errors } = await hub.ask<{ list: Page }>(viewer, query, { search, first, after })
  if (!data) throw new Error(JSON.stringify(errors))
  return data.list
}

const pieceByPiece = async (list: 'serials' | 'batches', viewer: string, search: string): Promise<string[]> => {
  const ids: string[] = []
  for (let next: Page['pageInfo'] = { hasNextPage: true, endCursor: null }; next.hasNextPage;) {
    const { edges, pageInfo } = await page(list, viewer, search, 7, next.endCursor)
    ids.push(...edges.map(({ node }) => node.id))
    next = pageInfo
  }
  return ids
}

test.each([['serials', 'quality', 'ml4-'], ['serials', 'hospital:CJUH', 'ml4-'], ['batches', 'quality', '26'], ['batches', 'hospital:CJUH', '26']] as const)(
  '%s of %s that begin with %s: small letters find capitals, and pages put together are the whole list', async (list, viewer, search) => {
    const whole = await page(list, viewer, search.toUpperCase(), 500)
    const ids = whole.edges.map(({ node }) => node.id)
    expect(ids.length).toBeGreaterThan(0)
    expect(whole.totalCount).toBe(ids.length)
    expect(await pieceByPiece(list, viewer, search)).toEqual(ids)
  })

test('a product\'s batches, page by page, are as many as are counted, the last lot number first', async () => {
  const query = 'query ($code: String!, $first: Int, $after: String) { product(code: $code) { batches(first: $first, after: $after) { totalCount edges { node { lotNumber } } pageInfo { hasNextPage endCursor } } } }'
  const lots: string[] = []
  let total = 0
  for (let after: string | null | undefined; after !== null;) {
    const { data } = await hub.ask<{ product: { batches: { totalCount: number; edges: { node: { lotNumber: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } }>('quality', query, { code: '06972145030560', first: 1, after })
    const batches = data?.product.batches
    lots.push(...(batches?.edges ?? []).map(({ node }) => node.lotNumber))
    total = batches?.totalCount ?? 0
    after = batches?.pageInfo.hasNextPage ? batches.pageInfo.endCursor : null
  }
  expect(total).toBeGreaterThan(1)
  expect(lots).toHaveLength(total)
  expect(lots).toEqual([...lots].sort().reverse())
})
