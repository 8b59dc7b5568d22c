/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'
import { openRelay, type Relay } from '../testkit/relay.ts'
import { freePort } from '../../server/kernel/port.ts'

export interface OwnHub {
  /** What the browser goes to: the hub's end of the wire. */
  readonly url: string
  /** Between the browser and the hub; what the tests ask does not go over it. */
  readonly wire: Relay
  ask: TestHub['ask']
  readonly hub: TestHub
  /** How many pieces of a lot the viewer's organization has. */
  stockOf(viewer: string, code: string): Promise<number>
  /** Why the hub says what it says of a code. */
  reasonsOf(viewer: string, code: string): Promise<string[]>
  stop(): Promise<void>
}

/** A hub on a demo database of its own: what is reported to it would disturb the tests that only look. */
export async function openOwnHub(): Promise<OwnHub> {
  const database = await openDemoDatabase()
  const port = await freePort('127.0.0.1', 0)
  const wire = await openRelay(port)
  const url = `http://127.0.0.1:${wire.port}`
  const hub = await openHubOn(database, database.dataFolder, { port, publicUrl: url })
  const query = 'query ($code: String!) { lookup(code: $code) { reasons { code } stock { quantity { value } } } }'
  const lookUp = async (viewer: string, code: string) =>
    (await hub.ask<{ lookup: { reasons: { code: string }[]; stock: { quantity: { value: number } }[] } }>(viewer, query, { code })).data!.lookup
  return {
    url, wire,
    ask: hub.ask, hub,
    stockOf: async (viewer, code) => (await lookUp(viewer, code)).stock.reduce((sum, { quantity }) => sum + quantity.value, 0),
    reasonsOf: async (viewer, code) => (await lookUp(viewer, code)).reasons.map((reason) => reason.code),
    stop: async () => {
      await wire.cut()
      await hub.stop()
      await database.stop()
    },
  }
}

/** Everything that the browser keeps of the portal, as text. */
export const keptBy = (page: Page): Promise<string> => page.evaluate(async () => {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('devicetrail')
    request.onsuccess = () => { resolve(request.result) }
  })
  const all = await Promise.all([...database.objectStoreNames].map((name) => new Promise((resolve) => {
    const request = database.transaction(name).objectStore(name).getAll()
    request.onsuccess = () => { resolve(request.result) }
  })))
  database.close()
  return JSON.stringify([all, { ...localStorage }, { ...sessionStorage }])
})
