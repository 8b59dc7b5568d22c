import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { throttle } from '../../server/access/throttle.ts'
import { totpAt } from '../../server/access/totp.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { openVisitor, type Visitor } from '../testkit/cookie-visitor.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'

const removeTestPeople = cypher<object, never>()`
MATCH (person:Person) WHERE person.username STARTS WITH 'test.'
OPTIONAL MATCH (person)-[:SIGNS_IN_BY]->(credential)
DETACH DELETE person, credential
`

let hub: TestHub
let graph: Graph
beforeAll(async () => {
  hub = await openHubOn(inject('database'), inject('dataFolder'))
  graph = openGraph(inject('database'), { deadline: 60_000 })
})
afterAll(async () => {
  await graph.write((writer) => writer.run(removeTestPeople, {}))
  await Promise.all([graph.close(), hub.stop()])
})

const invitation = 'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { ... on PersonSaved { person { id username active } } ... on UserError { code message path } } }'
const changing = 'mutation ($input: ChangePersonInput!) { changePerson(input: $input) { ... on PersonSaved { person { roles active } } ... on UserError { code path } } }'
interface Invited { invitePerson: { person?: { id: string }; code?: string } }
const invite = async (admin: string, username: string, roles: string[]): Promise<Invited['invitePerson']> =>
  (await hub.ask<Invited>(admin, invitation, { input: { idempotencyKey: crypto.randomUUID(), username, name: 'Somebody', email: `${username}@example.com`, roles } })).data!.invitePerson

/** The link in the newest mail to somebody. */
const linkTo = async (username: string): Promise<string> => {
  const folder = join(inject('dataFolder'), 'mail')
  const mails = await Promise.all((await readdir(folder)).sort().reverse().map((name) => readFile(join(folder, name), 'utf8')))
  const mail = mails.find((text) => text.includes(`To: ${username}@example.com`)) ?? ''
  return /\/sign-in\/link\/[\w-]+/.exec(mail)?.[0] ?? ''
}
const password = 'seven quiet herons'
const account = async (admin: string, username: string, roles: string[]): Promise<string> => {
  const { person } = await invite(admin, username, roles)
  const visitor = openVisitor(hub.url)
  await visitor.get(await linkTo(username))
  expect((await visitor.post({ password, again: password })).status).toBe(200)
  return person!.id
}
const whoIs = async (token: string | undefined) => {
  const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' }, body: '{"query":"{ viewer { name roles organization { code } } }"}' })
  return { status: response.status, viewer: ((await response.json()) as { data?: { viewer: object } }).data?.viewer }
}
const enter = async (username: string, secret = password): Promise<Visitor> => {
  const visitor = openVisitor(hub.url)
  await visitor.begin()
  await visitor.post({ username, password: secret })
  return visitor
}

describe('an invitation', () => {
  it('leads by a link that works once to a password of one’s own', async () => {
    expect(await invite('hospital:CJUH', 'test.once', ['HOSPITAL_USER'])).toMatchObject({ person: { username: 'test.once', active: true } })
    const link = await linkTo('test.once')
    const visitor = openVisitor(hub.url)
    expect((await visitor.get(link)).text).toContain('test.once')
    for (const [bad, why] of [['short', 'at least 12'], ['password1234', 'common'], ['abcabcabcabcabc', 'common'], ['i am test.once, hello', 'username']] as const) {
      const refused = await visitor.post({ password: bad, again: bad })
      expect([refused.status, refused.text.includes(why)], bad).toEqual([422, true])
    }
    expect((await visitor.post({ password, again: `${password}!` })).status).toBe(422)
    expect((await visitor.post({ password, again: password })).status).toBe(200)
    expect((await visitor.post({ password: 'another long phrase', again: 'another long phrase' })).status).toBe(410)
    expect((await visitor.get(link)).status).toBe(410)
    expect((await visitor.get('/sign-in/link/never-was-one')).status).toBe(410)
    const signedIn = await enter('test.once')
    expect(await whoIs(await signedIn.token())).toMatchObject({ status: 200, viewer: { roles: ['HOSPITAL_USER'], organization: { code: 'CJUH' } } })
  })

  it.each([
    ['hospital:CJUH', 'test.role', ['QUALITY'], 'INVALID_INPUT'],
    ['hospital:CJUH', 'test.role', [], 'INVALID_INPUT'],
    ['hospital:CJUH', 'x', ['HOSPITAL_USER'], 'INVALID_INPUT'],
    ['hospital:CJUH', 'ward.czfp', ['HOSPITAL_USER'], 'CONFLICT'],
    ['hospital-user:CJUH', 'test.role', ['HOSPITAL_USER'], 'NOT_ALLOWED'],
  ])('by %s of %s as %s is %s', async (admin, username, roles, code) => {
    expect(await invite(admin, username, roles)).toMatchObject({ code })
  })
})

describe('a forgotten password', () => {
  it('is reset by a link, which ends what was open', async () => {
    await account('distributor:KANGLUO', 'test.reset', ['DISTRIBUTOR_USER'])
    const token = await (await enter('test.reset')).token()
    expect((await whoIs(token)).status).toBe(200)
    const first = await linkTo('test.reset')
    const visitor = openVisitor(hub.url)
    await visitor.get('/sign-in/forgotten')
    const [known, unknown] = [await visitor.post({ username: 'test.reset' }), await (async () => { await visitor.get('/sign-in/forgotten'); return visitor.post({ username: 'test.nobody' }) })()]
    expect([known.status, known.text]).toEqual([200, unknown.text])
    await expect.poll(() => linkTo('test.reset'), { timeout: 20_000 }).not.toBe(first)
    await visitor.get(await linkTo('test.reset'))
    expect((await visitor.post({ password: 'nine other herons', again: 'nine other herons' })).status).toBe(200)
    await expect.poll(async () => (await whoIs(token)).status, { timeout: 30_000 }).toBe(401)
    expect(await (await enter('test.reset')).token()).toBeUndefined()
    expect((await whoIs(await (await enter('test.reset', 'nine other herons')).token())).status).toBe(200)
  })
})

describe('a maker’s own people', () => {
  it('set up an authenticator first, and need its code from then on, each code once', async () => {
    const person = await account('quality', 'test.totp', ['QUALITY'])
    const visitor = await enter('test.totp')
    expect(await visitor.token()).toBeUndefined()
    await visitor.begin()
    const page = await visitor.post({ username: 'test.totp', password })
    const secret = (/class="code">((?:[A-Z2-7]{4} ?){8})</.exec(page.text)?.[1] ?? '').replaceAll(' ', '')
    expect(secret).toHaveLength(32)
    expect((await visitor.post({ code: '000000' })).status).toBe(422)
    const codes = await visitor.post({ code: totpAt(secret, Date.now()) })
    const recovery = [...codes.text.matchAll(/<li class="code">([A-Z2-7-]+)</g)].map(([, code]) => code ?? '')
    expect(recovery).toHaveLength(10)
    await visitor.post({ kept: 'yes' })
    expect(await whoIs(await visitor.token())).toMatchObject({ status: 200, viewer: { roles: ['QUALITY'] } })

    const again = await enter('test.totp')
    expect((await again.post({ code: totpAt(secret, Date.now()) })).status).toBe(422)
    await again.post({ code: recovery[0] ?? '' })
    expect((await whoIs(await again.token())).status).toBe(200)
    const third = await enter('test.totp')
    expect((await third.post({ code: recovery[0] ?? '' })).status).toBe(422)

    expect(await hub.access.reauthenticate(person, { password, oneTimeCode: null, ticket: null }, null)).toBe(false)
    expect(await hub.access.reauthenticate(person, { password: 'wrong', oneTimeCode: recovery[1] ?? '', ticket: null }, null)).toBe(false)
    expect(await hub.access.reauthenticate(person, { password, oneTimeCode: recovery[1]?.toLowerCase() ?? '', ticket: null }, null)).toBe(true)
    expect(await hub.access.reauthenticate('usr_nobody', { password, oneTimeCode: null, ticket: null }, null)).toBe(false)
  })
})

describe('guessing', () => {
  it('is not looked at any more after some tries, whoever is guessed at', async () => {
    await account('supplier:SULU-POLYMER', 'test.guessed', ['SUPPLIER_USER'])
    for (const username of ['test.guessed', 'test.not-there']) {
      const visitor = openVisitor(hub.url)
      await visitor.begin()
      for (let tries = 0; tries < throttle.account; tries += 1) expect((await visitor.post({ username, password: 'wrong wrong wrong' })).text).toContain('not right')
      const late = await visitor.post({ username, password })
      expect([late.status, late.text.includes('Too many tries')], username).toEqual([422, true])
    }
  })
})

describe('who is shut out, or may do less', () => {
  it('is so at once, without signing in again', async () => {
    const person = await account('hospital:CJUH', 'test.leaver', ['HOSPITAL_ADMIN'])
    const token = await (await enter('test.leaver')).token()
    const change = async (roles: string[], active: boolean, admin = 'hospital:CJUH') =>
      (await hub.ask<{ changePerson: object }>(admin, changing, { input: { idempotencyKey: crypto.randomUUID(), person, roles, active, reason: 'moved to another ward' } })).data!.changePerson
    expect(await change(['HOSPITAL_USER'], false, 'hospital:CZFP')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await change(['HOSPITAL_USER'], true)).toMatchObject({ person: { roles: ['HOSPITAL_USER'] } })
    await expect.poll(async () => (await whoIs(token)).viewer, { timeout: 30_000 }).toMatchObject({ roles: ['HOSPITAL_USER'] })
    expect(await change(['HOSPITAL_USER'], false)).toMatchObject({ person: { active: false } })
    await expect.poll(async () => (await whoIs(token)).status, { timeout: 30_000 }).toBe(401)
    expect(await (await enter('test.leaver')).token()).toBeUndefined()
  })
})
