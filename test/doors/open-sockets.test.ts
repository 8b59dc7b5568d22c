import { EventEmitter, on } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../server/kernel/context.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { live } from '../../server/kernel/live.ts'
import { openFeed } from '../../server/record/outbox-feed.ts'
import { openDoor, schemaWhose } from './door-kit.ts'
import { openSocket } from './socket-kit.ts'

describe('of open sockets', () => {
  const context = (person: string) => ({ viewer: { person, client: null } }) as unknown as Context
  const byPerson = { contextOf: async ({ authorization = '' }: { authorization: string | undefined }) => context(authorization) }
  const open = async (url: string, authorization: string) => {
    const socket = await openSocket(url)
    socket.send({ type: 'connection_init', payload: { authorization } })
    return { socket, first: await socket.next() }
  }
  const crowded = { reason: 'SOCKET_LIMIT', code: 1013 }

  it('one person or system has so many and no more, and another its own; one that is closed makes room', async () => {
    const { url } = await openDoor({ ...byPerson, most: { each: 2, address: 100 } })
    const [one, two, three] = [await open(url, 'ward'), await open(url, 'ward'), await open(url, 'ward')]
    expect([one.first, two.first]).toMatchObject([{ type: 'connection_ack' }, { type: 'connection_ack' }])
    expect({ reason: three.socket.reason(), code: three.first }).toEqual(crowded)
    expect((await open(url, 'store')).first).toMatchObject({ type: 'connection_ack' })
    one.socket.close()
    await one.socket.closed()
    await expect.poll(async () => (await open(url, 'ward')).first).toMatchObject({ type: 'connection_ack' })
  })

  it('one address has so many and no more, whether it says who it is or not; one that is closed makes room', async () => {
    const { url } = await openDoor({ ...byPerson, most: { each: 100, address: 2 } })
    const silent = await openSocket(url)
    expect((await open(url, 'ward')).first).toMatchObject({ type: 'connection_ack' })
    const late = await openSocket(url)
    expect({ code: await late.closed(), reason: late.reason() }).toEqual(crowded)
    silent.close()
    await silent.closed()
    await expect.poll(async () => {
      const again = await openSocket(url)
      again.send({ type: 'connection_init', payload: { authorization: 'store' } })
      return again.next()
    }).toMatchObject({ type: 'connection_ack' })
  })
})

/** One event, and then a wait that only its end ends. */
const onceThenNever = (): AsyncIterable<unknown> => {
  const source = new EventEmitter()
  const events = on(source, 'news')
  source.emit('news')
  return events
}

it('twenty subscriptions run on a socket and no more; one that ends makes room', async () => {
  const { url } = await openDoor({ schema: schemaWhose(() => 'good', onceThenNever) })
  const socket = await openSocket(url)
  const answerTo = (id: string) => {
    socket.send({ id, type: 'subscribe', payload: { query: 'subscription { news }' } })
    return socket.next()
  }
  socket.send({ type: 'connection_init' })
  expect(await socket.next()).toMatchObject({ type: 'connection_ack' })
  for (let id = 1; id <= 20; id += 1) expect(await answerTo(String(id))).toMatchObject({ type: 'next' })
  expect(await answerTo('21')).toMatchObject({ id: '21', type: 'error', payload: [{ extensions: { code: 'SUBSCRIPTION_LIMIT' } }] })
  socket.send({ id: '1', type: 'complete' })
  await expect.poll(() => answerTo(crypto.randomUUID())).toMatchObject({ type: 'next' })
  expect(await answerTo('22')).toMatchObject({ type: 'error' })
  socket.close()
})

it('a socket that is gone makes room, whatever its subscriptions still wait for', async () => {
  const { url } = await openDoor({
    most: { each: 1, address: 100 }, schema: schemaWhose(() => 'good', async function* () {
      await new Promise(() => undefined)
      yield {}
    }),
  })
  const open = async () => {
    const socket = await openSocket(url)
    socket.send({ type: 'connection_init' })
    return { socket, first: await socket.next() }
  }
  const { socket } = await open()
  socket.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { news }' } })
  socket.send({ type: 'ping' })
  expect(await socket.next()).toEqual({ type: 'pong' })
  expect((await open()).first).toBe(1013)
  socket.close()
  await expect.poll(async () => (await open()).first).toMatchObject({ type: 'connection_ack' })
})

it('who stops listening makes room at once, though nothing comes', async () => {
  const graph = openGraph({ uri: 'bolt://127.0.0.1:1', user: '', password: '', database: '' })
  const feed = openFeed(graph, () => undefined)
  const context = { feed, viewer: { organization: 'org_quiet' } } as unknown as Context
  for (const listen of [() => feed.follow(['news'], 'org_quiet'), () => live(context, ['news'], async () => true)]) {
    const { url } = await openDoor({ schema: schemaWhose(() => 'good', listen) })
    const socket = await openSocket(url)
    socket.send({ type: 'connection_init' })
    expect(await socket.next()).toMatchObject({ type: 'connection_ack' })
    for (let id = 1; id <= 50; id += 1) {
      socket.send({ id: String(id), type: 'subscribe', payload: { query: 'subscription { news }' } })
      socket.send({ type: 'ping' })
      expect(await socket.next()).toEqual({ type: 'pong' })
      socket.send({ id: String(id), type: 'complete' })
      socket.send({ type: 'ping' })
      expect(await socket.next()).toEqual({ type: 'pong' })
    }
    socket.close()
  }
  feed.stop()
  await graph.close()
})
