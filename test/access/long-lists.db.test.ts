import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'

const many = cypher<{ code: string; last: number }, never>()`
MATCH (organization:Organization {code: $in.code})
UNWIND range(1, $in.last) AS number
CREATE (:Person {id: 'usr_long' + number, username: 'test.long.' + number, name: 'Somebody', roles: ['HOSPITAL_USER'], active: true})-[:WORKS_FOR]->(organization)
CREATE (:ApiClient {id: 'cli_long' + number, clientId: 'test-long-' + number, name: 'One of many', roles: ['HOSPITAL_USER'], authentication: 'client_secret_basic', active: true})-[:ACTS_FOR]->(organization)
`
const removed = cypher<object, never>()`MATCH (node:Person|ApiClient) WHERE node.id STARTS WITH 'usr_long' OR node.id STARTS WITH 'cli_long' DETACH DELETE node`

let hub: TestHub
let graph: Graph
beforeAll(async () => {
  hub = await openHubOn(inject('database'), inject('dataFolder'))
  graph = openGraph(inject('database'), { deadline: 60_000 })
  await graph.write((writer) => writer.run(many, { code: 'CZFP', last: 620 }))
})
afterAll(async () => {
  await graph.write((writer) => writer.run(removed, {}))
  await Promise.all([graph.close(), hub.stop()])
})

type Page = Record<string, { totalCount: number; edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }>

describe.each(['people', 'clients'])('the list of %s', (list) => {
  const all = async (viewer: string): Promise<{ total: number; ids: string[] }> => {
    const ids: string[] = []
    for (let after: string | null = null; ;) {
      const { data } = await hub.ask<Page>(viewer, `query ($after: String) { ${list}(first: 250, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`, { after })
      const page: Page[string] = data![list]!
      ids.push(...page.edges.map(({ node }) => node.id))
      if (!page.pageInfo.hasNextPage) return { total: page.totalCount, ids }
      after = page.pageInfo.endCursor
    }
  }

  it('has every one, however many there are, and each once', async () => {
    const { total, ids } = await all('hospital:CZFP')
    expect(total).toBeGreaterThan(620)
    expect([ids.length, new Set(ids).size]).toEqual([total, total])
  })

  it('is empty for others', async () => expect(await all('hospital-user:CZFP')).toEqual({ total: 0, ids: [] }))
})
