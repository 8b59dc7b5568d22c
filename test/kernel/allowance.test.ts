import Fastify from 'fastify'
import { PassThrough } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { answerFailures } from '../../server/failed-request.ts'
import { Allowance, Busy } from '../../server/kernel/allowance.ts'
import { takePlace } from '../../server/kernel/paper-door.ts'
import { zoneFormats } from '../../server/kernel/zone-formats.ts'

const options = { refusal: 'Too much.', seconds: 7 }

describe('an allowance', () => {
  it('is each organization’s, and all’s together; what was given back can be had again', () => {
    const allowance = new Allowance({ one: 10, all: 15, ...options })
    const [first, second] = [allowance.hold('org_a'), allowance.hold('org_a')]
    first.take(6)
    second.take(4)
    expect(() => second.take(1)).toThrow(Busy)
    const other = allowance.hold('org_b')
    other.take(5)
    expect(() => other.take(1)).toThrow('Too much. Try again in 7 s.')
    first.end()
    first.end()
    second.take(6)
    expect(() => second.take(1)).toThrow(Busy)
  })
})

describe('a place among the papers', () => {
  const app = Fastify({ forceCloseConnections: true })
  afterAll(() => app.close())

  it('is kept until the answer has gone or its reader has; until then the next is told when to try again', async () => {
    const papers = new Allowance({ one: 1, all: 2, ...options })
    const streams: PassThrough[] = []
    answerFailures(app)
    app.get('/paper', (_request, reply) => {
      takePlace(reply, papers, 'org_a')
      const stream = new PassThrough()
      streams.push(stream)
      stream.write('a page')
      return reply.send(stream)
    })
    const url = `${await app.listen({ port: 0 })}/paper`
    const first = await fetch(url)
    const refused = await fetch(url)
    expect([first.status, refused.status, refused.headers.get('retry-after'), await refused.text()]).toEqual([200, 429, '7', expect.stringContaining('"BUSY"')])
    streams[0]?.end()
    expect(await first.text()).toBe('a page')
    const gone = new AbortController()
    await expect.poll(async () => (await fetch(url, { signal: gone.signal })).status).toBe(200)
    gone.abort()
    await expect.poll(async () => (await fetch(url)).status).toBe(200)
    for (const stream of streams) stream.end()
  })
})

describe('the formats of zones', () => {
  it('are as many as there are zones, however many names somebody finds for them', () => {
    const formatOf = zoneFormats('en-US', {})
    const first = formatOf('Asia/Shanghai')
    expect(formatOf('Asia/Shanghai')).toBe(first)
    const spellings = Array.from({ length: 1_300 }, (_, at) => [...'asia/shanghai'].map((sign, place) => (at >> place & 1 ? sign.toUpperCase() : sign)).join(''))
    for (const name of spellings) formatOf(name)
    expect(formatOf('Asia/Shanghai')).not.toBe(first)
  })
})
