import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHub, type TestHub } from '../testkit/hub.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.stop())

/** The suite writes its own headers; who asks is added to each. */
const fetchAs = async (url: string, init: RequestInit = {}): Promise<Response> => {
  const { authorization, ...rest } = await hub.headers('quality')
  const identity = Object.fromEntries(Object.entries({ authorization, ...rest }).filter(([name, value]) => name !== 'content-type' && value !== undefined)) as Record<string, string>
  return fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...identity } })
}

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  it.each(serverAudits({ url: () => `${hub.url}/graphql`, fetchFn: fetchAs }))('$id $name', async (audit) => {
    const result = await audit.fn()
    expect(result.status, result.status === 'ok' ? '' : result.reason).toBe('ok')
  })
})
