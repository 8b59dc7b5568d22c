import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ownAudience } from '../../server/kernel/issuer-setting.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { openSocket, type TestSocket } from '../doors/socket-kit.ts'
import { openVisitor } from '../testkit/cookie-visitor.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'
import { type CompanyProcess, startCompany } from './company.ts'

let company: CompanyProcess
let graph: Graph
/** Two nodes of one hub. */
let nodes: TestHub[]
beforeAll(async () => {
  company = await startCompany()
  const issuers = [{ issuer: company.url, audience: ownAudience, organizationClaim: 'org', rolesClaim: 'groups', roleNames: { ward: 'HOSPITAL_USER', chief: 'HOSPITAL_ADMIN' }, organizations: ['CZFP', 'NYHH'], tokenType: 'at+jwt', clientId: 'devicetrail', name: 'Chengzhou' }]
  const hub = await openHubOn(inject('database'), inject('dataFolder'), { issuers })
  nodes = [hub, await openHubOn(inject('database'), inject('dataFolder'), { issuers, publicUrl: hub.url })]
  graph = openGraph(inject('database'), { deadline: 60_000 })
})
afterAll(async () => {
  await Promise.all([...nodes.map((node) => node.stop()), graph.close(), company.end()])
})

const recordsOf = cypher<{ subject: string }, { changes: string }>()`
MATCH (record:AuditRecord) WHERE record.subject = $in.subject AND record.at > '' AND record.action = 'CLAIMS_CHANGED' RETURN record.changes AS changes ORDER BY record.at, record.id
`
interface Who { status: number; viewer: { id: string; roles: string[] } | undefined }
const whoIs = async (node: TestHub, token: string | undefined): Promise<Who> => {
  const response = await fetch(`${node.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' }, body: '{"query":"{ viewer { id roles } }"}' })
  return { status: response.status, viewer: ((await response.json()) as { data?: { viewer: Who['viewer'] } }).data?.viewer }
}
const signIn = async (login: object): Promise<string | undefined> => {
  await company.signsIn(login)
  const visitor = openVisitor(nodes[0]!.url)
  const page = await visitor.begin()
  await visitor.get(/href="([^"]+\/with\/\d+)"[^>]*>[^<]*Chengzhou/.exec(page.text)?.[1] ?? '')
  return visitor.token()
}
const listen = async (node: TestHub, token: string): Promise<TestSocket> => {
  const socket = await openSocket(node.url)
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
  expect(await socket.next()).toMatchObject({ type: 'connection_ack' })
  socket.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { findingRaised { id } }' } })
  return socket
}
/** A second on the company's clock, by which its claims are told apart. */
const aSecondLater = async (): Promise<void> => {
  const second = Math.floor(Date.now() / 1_000)
  await expect.poll(() => Math.floor(Date.now() / 1_000), { timeout: 5_000 }).toBeGreaterThan(second)
}

describe('what a company’s own provider says of a person', () => {
  it('about roles is in effect on tokens and open sockets of every node as soon as it says so', async () => {
    const person = { sub: 'nurse-claims', org: 'CZFP', name: 'Nurse Claims' }
    const token = (await signIn({ ...person, groups: ['chief'] }))!
    const direct = await company.tokenFor({ ...person, groups: ['chief'] })
    for (const node of nodes) for (const one of [token, direct]) expect((await whoIs(node, one)).viewer?.roles).toEqual(['HOSPITAL_ADMIN'])
    const sockets = await Promise.all(nodes.flatMap((node) => [listen(node, token), listen(node, direct)]))
    await aSecondLater()
    const next = (await signIn({ ...person, groups: ['ward'] }))!
    for (const socket of sockets) expect(await socket.closed()).toBe(4403)
    for (const node of nodes) {
      await expect.poll(async () => (await whoIs(node, token)).viewer?.roles, { timeout: 20_000 }).toEqual(['HOSPITAL_USER'])
      await expect.poll(async () => (await whoIs(node, direct)).status, { timeout: 20_000 }).toBe(401)
      expect((await whoIs(node, next)).viewer?.roles).toEqual(['HOSPITAL_USER'])
      expect((await whoIs(node, await company.tokenFor({ ...person, groups: ['ward'] }))).viewer?.roles).toEqual(['HOSPITAL_USER'])
    }
  })

  it('earlier than the last change says nothing any more, and takes nothing', async () => {
    const person = { sub: 'nurse-late', org: 'CZFP', name: 'Nurse Late' }
    await signIn({ ...person, groups: ['ward'] })
    const { viewer } = await whoIs(nodes[0]!, await signIn({ ...person, groups: ['chief'] }))
    expect(await signIn({ ...person, groups: ['ward'], iat: Math.floor(Date.now() / 1_000) - 60 })).toBeUndefined()
    expect((await graph.read(recordsOf, { subject: viewer!.id })).at(-1)?.changes).toContain('"after":"HOSPITAL_ADMIN"')
  })

  it.each([
    ['another organization', { org: 'NYHH', groups: ['ward'] }],
    ['no role', { org: 'CZFP', groups: [] }],
    ['an organization that it may not speak for', { org: 'CJUH', groups: ['ward'] }],
  ])('is that they have %s: what they could do here ends, on record', async (what, claims) => {
    const person = { sub: `mover ${what}`, name: 'Nurse Mover' }
    const token = (await signIn({ ...person, org: 'CZFP', groups: ['ward'] }))!
    const { viewer } = await whoIs(nodes[1]!, token)
    const socket = await listen(nodes[1]!, token)
    expect(await signIn({ ...person, ...claims })).toBeUndefined()
    expect(await socket.closed()).toBe(4403)
    for (const node of nodes) await expect.poll(async () => (await whoIs(node, token)).status, { timeout: 20_000 }).toBe(401)
    expect((await graph.read(recordsOf, { subject: viewer!.id })).at(-1)?.changes).toContain('{"field":"roles","before":"HOSPITAL_USER","after":null}')
  })
})
