import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHub, type TestHub } from '../../testkit/hub.ts'

let hub: TestHub
beforeAll(async () => { hub = await openTestHub() })
afterAll(() => hub.stop())

interface Stock {
  readonly inventory: { readonly totalCount: number; readonly edges: { readonly cursor: string; readonly node: { readonly id: string; readonly expiresOn: string | null; readonly site: { readonly id: string } | null } }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } }
  readonly inventorySites: { readonly site: { readonly id: string }; readonly serialCount: number; readonly lotCount: number; readonly expiringCount: number }[]
}

const query = `query ($first: Int, $after: String, $site: ID, $expiringBefore: Date, $search: String) {
  inventory(first: $first, after: $after, site: $site, expiringBefore: $expiringBefore, search: $search) { totalCount edges { cursor node { id expiresOn site { id } } } pageInfo { hasNextPage endCursor } }
  inventorySites(expiringBefore: $expiringBefore) { site { id } serialCount lotCount expiringCount }
}`

const stockOf = async (viewer: string, variables: object): Promise<Stock> => {
  const { data, errors } = await hub.ask<Stock>(viewer, query, variables)
  if (!data) throw new Error(JSON.stringify(errors))
  return data
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

describe.each(['quality', 'hospital:CJUH', 'distributor:KANGLUO'])('what %s has', (viewer) => {
  it('is counted as it is listed, site by site, each thing at a place', async () => {
    const { inventory, inventorySites } = await stockOf(viewer, { first: 500 })
    expect(inventory.edges.length).toBe(inventory.totalCount)
    expect(sum(inventorySites.map(({ serialCount, lotCount }) => serialCount + lotCount))).toBe(inventory.totalCount)
    expect(inventory.edges.every(({ node }) => node.site !== null)).toBe(true)
  })

  it('comes first expired first, the same in small pages as in one', async () => {
    const whole = (await stockOf(viewer, { first: 500 })).inventory.edges
    const days = whole.map(({ node }) => node.expiresOn ?? '9999-12-31')
    expect(days).toEqual([...days].sort())
    const paged: typeof whole = []
    for (let after: string | undefined; ;) {
      const { edges, pageInfo } = (await stockOf(viewer, { first: 7, after })).inventory
      paged.push(...edges)
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
    }
    expect(paged).toEqual(whole)
  })

  it('is narrowed to a site, to a day and to words, and counted so', async () => {
    const { inventory: all, inventorySites } = await stockOf(viewer, { first: 500, expiringBefore: '2028-06-30' })
    expect(all.edges.every(({ node }) => (node.expiresOn ?? '9999') < '2028-06-30')).toBe(true)
    expect(sum(inventorySites.map(({ expiringCount }) => expiringCount))).toBe(all.totalCount)
    for (const { site, expiringCount } of inventorySites) {
      const { inventory } = await stockOf(viewer, { first: 500, site: site.id, expiringBefore: '2028-06-30' })
      expect([inventory.totalCount, inventory.edges.length]).toEqual([expiringCount, expiringCount])
      expect(inventory.edges.every(({ node }) => node.site?.id === site.id)).toBe(true)
    }
    const { inventory: none } = await stockOf(viewer, { search: 'no such thing anywhere' })
    expect(none.totalCount).toBe(0)
  })
})

it('finds stock by a Chinese product name, by lot and by identifier', async () => {
  for (const search of ['球囊', '2603B01', '06972145030560']) {
    const { inventory } = await stockOf('hospital:CJUH', { first: 500, search })
    expect(inventory.totalCount, search).toBeGreaterThan(0)
    expect(inventory.edges.length).toBe(inventory.totalCount)
  }
})
