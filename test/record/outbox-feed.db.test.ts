import { afterAll, beforeAll, expect, it } from 'vitest'
import { cypher } from '../../server/kernel/cypher.ts'
import type { FeedMessage } from '../../server/kernel/feed.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { type OpenFeed, openFeed } from '../../server/record/outbox-feed.ts'
import type { TestDatabase } from '../testkit/database.ts'
import { openEmptyDatabase } from '../testkit/demo-database.ts'

let database: TestDatabase
let graph: Graph
let feed: OpenFeed
beforeAll(async () => {
  database = await openEmptyDatabase()
  graph = openGraph(database)
  feed = openFeed(graph, (error) => { throw error })
})
afterAll(async () => {
  feed.stop()
  await graph.close()
  await database.stop()
})

const commit = (subject: string, secondsAgo = 0): Promise<unknown> => graph.write((writer) => writer.run(cypher<{ subject: string; at: string }, never>()`
CREATE (:OutboxMessage {id: 'msg_' + $in.subject, at: $in.at, type: 'news', subject: $in.subject, organization: 'org_one', data: '{}'})`, { subject, at: new Date(Date.now() - secondsAgo * 1_000).toISOString() }))

it('tells what is committed while somebody listens, once, also of a change that began before; not what was there already', async () => {
  await commit('there-already', 3)
  const heard: string[] = []
  const messages = feed.follow(['news'], 'org_one')
  const listening = (async () => { for await (const { subject } of messages as AsyncIterable<FeedMessage>) heard.push(subject) })()
  await commit('at-once')
  await expect.poll(() => heard).toEqual(['at-once'])
  await commit('began-before', 5)
  await commit('later')
  await expect.poll(() => heard).toEqual(['at-once', 'began-before', 'later'])
  await messages.return(undefined)
  await listening
})
