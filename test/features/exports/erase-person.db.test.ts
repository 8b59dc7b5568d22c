import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { openVisitor } from '../../testkit/cookie-visitor.ts'
import { openHubOn, type TestHub } from '../../testkit/hub-on.ts'

/** Every text of every node and relationship that holds a word of somebody's. */
const holding = cypher<{ words: readonly string[] }, { where: string }>()`
CALL () {
  MATCH (node) RETURN node AS thing, labels(node)[0] AS kind
  UNION ALL
  MATCH ()-[relationship]->() RETURN relationship AS thing, type(relationship) AS kind
}
UNWIND keys(thing) AS key
WITH kind, key, reduce(text = '', one IN [] + thing[key] | text + ' ' + coalesce(toStringOrNull(one), '')) AS text
WHERE any(word IN $in.words WHERE toLower(text) CONTAINS toLower(word))
RETURN DISTINCT kind + '.' + key AS where ORDER BY where
`

const links = cypher<{ person: string }, { links: number; sessions: number }>()`
RETURN COUNT { MATCH (link:OneTimeLink) WHERE link.expiresAt > 0 AND link.person = $in.person } AS links,
  COUNT { MATCH (record:ProviderRecord) WHERE record.expiresAt > 0 AND record.payload CONTAINS $in.person } AS sessions
`

let hub: TestHub
let graph: Graph
beforeAll(async () => {
  hub = await openHubOn(inject('database'), inject('dataFolder'))
  graph = openGraph(inject('database'), { deadline: 60_000 })
})
afterAll(() => Promise.all([graph.close(), hub.stop()]))

const admin = 'hospital:CJUH'
const username = 'test.leaving-probe'
const words = [username, 'Leaving Probewoman', 'leaving.probe@cjuh.example', '5550 7788']

const say = async (body: string, input: object, token?: string): Promise<Record<string, never>> => {
  const headers = token === undefined ? await hub.headers(admin) : { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ query: body, variables: { input } }) })
  const { data, errors } = (await response.json()) as { data?: Record<string, never>; errors?: object[] }
  expect(errors).toBeUndefined()
  return Object.values(data!)[0]!
}
const linkToProbe = async (): Promise<string> => {
  const folder = join(inject('dataFolder'), 'mail')
  const mails = await Promise.all((await readdir(folder)).sort().reverse().map((name) => readFile(join(folder, name), 'utf8')))
  return /\/sign-in\/link\/[\w-]+/.exec(mails.find((text) => text.includes('To: leaving.probe@cjuh.example')) ?? '')?.[0] ?? ''
}

it('erases a person everywhere: account, answers, sign-ins, links, and the contact of what they reported', async () => {
  const key = crypto.randomUUID()
  const invitation = { idempotencyKey: key, username, name: 'Leaving Probewoman', email: 'leaving.probe@cjuh.example', roles: ['HOSPITAL_USER'] }
  const inviting = 'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { __typename ... on PersonSaved { person { id } } ... on UserError { code } } }'
  const { person: { id: person } } = (await say(inviting, invitation)) as unknown as { person: { id: string } }
  const link = openVisitor(hub.url)
  await link.get(await linkToProbe())
  await link.post({ password: 'seven quiet herons', again: 'seven quiet herons' })
  const visitor = openVisitor(hub.url)
  await visitor.begin()
  await visitor.post({ username, password: 'seven quiet herons' })
  const token = await visitor.token()
  const today = new Date().toISOString().slice(0, 10)
  const reporter = { name: 'Leaving Probewoman', email: 'Leaving.Probe@cjuh.example', phone: '+86 512 5550 7788' }
  expect(await say('mutation ($input: SubmitAdverseEventInput!) { submitAdverseEvent(input: $input) { __typename } }', { idempotencyKey: crypto.randomUUID(), code: '(01)06972145030560(10)2608B04(21)B04-004', occurredOn: today, awareOn: today, description: 'It deflated slowly.', outcomes: ['INTERVENTION_REQUIRED'], reporter }, token)).toMatchObject({ __typename: 'SubmitAdverseEventSuccess' })
  const forgot = openVisitor(hub.url)
  await forgot.get('/sign-in/forgotten')
  await forgot.post({ username })
  const left = async () => (await graph.read(links, { person }))[0]!
  await expect.poll(async () => (await left()).links, { timeout: 20_000 }).toBe(1)
  expect((await left()).sessions).toBeGreaterThan(0)
  expect((await graph.read(holding, { words })).map(({ where }) => where)).toEqual(expect.arrayContaining(['IdempotencyKey.answer', 'ReporterContact.phone']))

  const erasing = 'mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { __typename ... on UserError { code } } }'
  expect(await say(erasing, { idempotencyKey: crypto.randomUUID(), person, reason: 'asked by letter' })).toMatchObject({ __typename: 'ErasePersonSuccess' })
  expect((await graph.read(holding, { words })).map(({ where }) => where)).toEqual([])
  expect(await left()).toEqual({ links: 0, sessions: 0 })
})
