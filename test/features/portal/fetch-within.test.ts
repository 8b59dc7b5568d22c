import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchWithin } from '../../../portal/app/fetch-within.ts'

/** Answers on /now, and never on anything else. */
const server: Server = createServer((request, response) => { if (request.url === '/now') response.end('here') })
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
})
afterAll(() => { server.closeAllConnections(); server.close() })

describe('fetchWithin', () => {
  it('gives the answer that comes in time', async () => {
    expect(await (await fetchWithin(10_000)(`${origin}/now`)).text()).toBe('here')
  })

  it('gives up where none comes', async () => {
    await expect(fetchWithin(50)(`${origin}/never`)).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  it('ends with the one who asked', async () => {
    const asked = new AbortController()
    const answer = fetchWithin(10_000)(`${origin}/never`, { signal: asked.signal })
    asked.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  })
})
