import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { ownAudience } from '../../server/kernel/issuer-setting.ts'
import { badTokens, type Company, newCompany, tokenOf } from '../testkit/bad-tokens.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'
import { openSocket, type TestSocket } from './socket-kit.ts'

let company: Company
let hub: TestHub
beforeAll(async () => {
  company = await newCompany('https://id.hospital.example')
  hub = await openHubOn(inject('database'), inject('dataFolder'), {
    issuers: [{ issuer: company.issuer, jwks: { keys: [{ ...company.publicKey }] }, audience: ownAudience, organizationClaim: 'organization', rolesClaim: 'roles', roleNames: {}, organizations: ['CJUH'], tokenType: 'at+jwt' }],
  })
})
afterAll(() => hub.stop())

const connect = async (token: string): Promise<TestSocket> => {
  const socket = await openSocket(hub.url)
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
  return socket
}

it('a good token opens a socket', async () => {
  const socket = await connect(await tokenOf(company))
  expect(await socket.next()).toMatchObject({ type: 'connection_ack' })
  socket.close()
})

it('a token that is bad in one of nine ways opens none, and is not told why', async () => {
  const bad = await badTokens(company)
  expect(bad).toHaveLength(9)
  for (const [what, token] of bad) {
    const socket = await connect(token)
    expect([await socket.next(), socket.reason()], what).toEqual([4403, 'Forbidden'])
  }
})
