import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { throttle } from '../../server/access/throttle.ts'
import { totpAt } from '../../server/access/totp.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { openVisitor, type Visitor } from '../testkit/cookie-visitor.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'

let hub: TestHub
let graph: Graph
beforeAll(async () => {
  hub = await openHubOn(inject('database'), inject('dataFolder'))
  graph = openGraph(inject('database'), { deadline: 60_000 })
})
afterAll(() => Promise.all([graph.close(), hub.stop()]))

const password = 'seven quiet herons'
const recordsOf = cypher<{ subject: string }, { action: string; outcome: string; code: string | null; count: number; changes: string }>()`
MATCH (record:AuditRecord) WHERE record.subject = $in.subject AND record.at > ''
RETURN record.action AS action, record.outcome AS outcome, record.code AS code, record.count AS count, record.changes AS changes ORDER BY record.at, record.id
`
const holding = cypher<{ words: readonly string[] }, { label: string }>()`
MATCH (node) WHERE any(key IN keys(node) WHERE any(one IN [] + node[key] WHERE any(word IN $in.words WHERE toStringOrNull(one) CONTAINS word)))
RETURN DISTINCT labels(node)[0] AS label
`
const mailsTo = async (username: string): Promise<string[]> => {
  const folder = join(inject('dataFolder'), 'mail')
  const mails = await Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')))
  return mails.filter((text) => text.includes(`To: ${username}@example.com`))
}
const kept = async (person: string): Promise<string[]> => (await graph.read(recordsOf, { subject: person })).map(({ action, code, changes }) => [action, code, ...(JSON.parse(changes) as { field: string; before: string | null; after: string | null }[]).map(({ field, before, after }) => `${field} ${before} ${after}`)].filter(Boolean).join(', '))

const account = async (admin: string, username: string, role: string): Promise<string> => {
  const { data } = await hub.ask<{ invitePerson: { person: { id: string } } }>(admin, 'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { ... on PersonSaved { person { id } } } }', { input: { idempotencyKey: crypto.randomUUID(), username, name: 'Somebody', email: `${username}@example.com`, roles: [role] } })
  const visitor = openVisitor(hub.url)
  await visitor.get(/\/sign-in\/link\/[\w-]+/.exec((await mailsTo(username))[0] ?? '')?.[0] ?? '')
  await visitor.post({ password, again: password })
  return data!.invitePerson.person.id
}
const enter = async (username: string): Promise<Visitor> => {
  const visitor = openVisitor(hub.url)
  await visitor.begin()
  await visitor.post({ username, password })
  return visitor
}

interface Done { __typename: string; code?: string; secret?: string; picture?: string; recoveryCodes?: string[] | null }
const asker = (token: string) => async (query: string, variables?: object) => {
  const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) })
  return ((await response.json()) as { data: Record<string, Done> }).data
}
const parts = { begin: 'SecondFactorBegun { secret picture }', confirm: 'SecondFactorSaved { recoveryCodes }', renew: 'SecondFactorSaved { recoveryCodes }', remove: 'SecondFactorRemoved { removed }' }
const names = { begin: 'beginSecondFactor', confirm: 'confirmSecondFactor', renew: 'renewRecoveryCodes', remove: 'removeSecondFactor' }
const changer = (token: string) => async (step: keyof typeof names, input: object, idempotencyKey: string = crypto.randomUUID()): Promise<Done> => {
  const field = names[step]
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input!`
  return (await asker(token)(`mutation ($input: ${type}) { ${field}(input: $input) { __typename ... on ${parts[step]} ... on UserError { code } } }`, { input: { idempotencyKey, ...input } }))[field]!
}
const stateOf = async (token: string) => (await asker(token)('{ secondFactor { active required recoveryCodes } }'))['secondFactor']

describe('somebody who need not have a second factor', () => {
  it('sets one up, is asked for it, renews its codes, replaces it and removes it: on record, told by mail, and no secret is kept', async () => {
    const person = await account('hospital:CJUH', 'test.willing', 'HOSPITAL_USER')
    const token = (await (await enter('test.willing')).token())!
    const change = changer(token)
    expect(await stateOf(token)).toEqual({ active: false, required: false, recoveryCodes: 0 })

    expect(await change('begin', { password: 'wrong wrong wrong' })).toMatchObject({ code: 'PROOF_REFUSED' })
    expect(await change('confirm', { oneTimeCode: '000000' })).toMatchObject({ code: 'CONFLICT' })
    const key = crypto.randomUUID()
    const { secret = '', picture } = await change('begin', { password }, key)
    expect([secret, picture]).toEqual([expect.stringMatching(/^[A-Z2-7]{32}$/), expect.stringContaining('<svg')])
    expect(await change('begin', { password }, key)).toEqual({ __typename: 'SecondFactorBegun', secret: null, picture: null })
    expect(await change('confirm', { oneTimeCode: '000000' })).toMatchObject({ code: 'PROOF_REFUSED' })
    expect((await stateOf(token))?.['active' as never]).toBe(false)
    const { recoveryCodes: first } = await change('confirm', { oneTimeCode: totpAt(secret, Date.now()) })
    expect(first).toHaveLength(10)
    expect(await stateOf(token)).toEqual({ active: true, required: false, recoveryCodes: 10 })

    const visitor = await enter('test.willing')
    expect(await visitor.token()).toBeUndefined()
    const again = await enter('test.willing')
    await again.post({ code: first![0]! })
    expect(await again.token()).toBeDefined()

    expect(await change('renew', { oneTimeCode: first![0] })).toMatchObject({ code: 'PROOF_REFUSED' })
    const { recoveryCodes: second } = await change('renew', { oneTimeCode: first![1] })
    expect([second?.length, second!.some((code) => first!.includes(code))]).toEqual([10, false])
    expect(await change('begin', { password })).toMatchObject({ code: 'PROOF_REFUSED' })
    const next = await change('begin', { oneTimeCode: second![0] })
    const { recoveryCodes: third } = await change('confirm', { oneTimeCode: totpAt(next.secret!, Date.now()) })
    const other = await enter('test.willing')
    expect((await other.post({ code: second![1]! })).status).toBe(422)
    await other.post({ code: third![0]! })
    expect(await other.token()).toBeDefined()

    expect(await change('remove', { password: 'wrong wrong wrong' })).toMatchObject({ code: 'PROOF_REFUSED' })
    expect(await change('remove', { password })).toMatchObject({ __typename: 'SecondFactorRemoved' })
    expect(await change('renew', { oneTimeCode: third![1] })).toMatchObject({ code: 'PROOF_REFUSED' })
    expect(await (await enter('test.willing')).token()).toBeDefined()

    expect((await kept(person)).filter((line) => /FACTOR|RENEW/.test(line) && !line.startsWith('USE'))).toEqual([
      'SET_SECOND_FACTOR, PROOF_REFUSED', 'SET_SECOND_FACTOR, CONFLICT',
      'SET_SECOND_FACTOR, nextAuthenticator null shown', 'SET_SECOND_FACTOR, authenticator null set, recoveryCodes null 10',
      'RENEW_RECOVERY_CODES, PROOF_REFUSED', 'RENEW_RECOVERY_CODES, recoveryCodes 8 10',
      'SET_SECOND_FACTOR, nextAuthenticator null shown', 'SET_SECOND_FACTOR, authenticator set set, recoveryCodes 9 10',
      'REMOVE_SECOND_FACTOR, PROOF_REFUSED', 'REMOVE_SECOND_FACTOR, authenticator set null, recoveryCodes 9 null',
    ])
    const told = (await mailsTo('test.willing')).filter((text) => text.includes('/account'))
    expect(told.map((text) => /A second factor was set|was replaced|were renewed|was removed/.exec(text)?.[0])).toEqual(['A second factor was set', 'were renewed', 'was replaced', 'was removed'])
    expect(await graph.read(holding, { words: [secret, next.secret!, password, ...first!, ...second!, ...third!] })).toEqual([])
    expect(told.some((text) => [secret, ...first!].some((word) => text.includes(word)))).toBe(false)
  })
})

describe('somebody whose role must have a second factor', () => {
  it('is told of the first, replaces it, and cannot remove it', async () => {
    const person = await account('quality', 'test.obliged', 'QUALITY')
    const visitor = await enter('test.obliged')
    await visitor.begin()
    const page = await visitor.post({ username: 'test.obliged', password })
    const secret = (/class="code">((?:[A-Z2-7]{4} ?){8})</.exec(page.text)?.[1] ?? '').replaceAll(' ', '')
    expect((await visitor.post({ code: '000000' })).status).toBe(422)
    await visitor.post({ code: totpAt(secret, Date.now()) })
    await visitor.post({ kept: 'yes' })
    const token = (await visitor.token())!
    expect(await stateOf(token)).toEqual({ active: true, required: true, recoveryCodes: 10 })
    expect((await mailsTo('test.obliged')).at(-1)).toContain('A second factor was set')
    expect(await changer(token)('remove', { password })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await changer(token)('begin', { oneTimeCode: totpAt(secret, Date.now() + 30_000) })).toMatchObject({ __typename: 'SecondFactorBegun' })
    expect(await kept(person)).toContain('SIGN_IN, BAD_CREDENTIALS, method null PASSWORD_AND_CODE')
  })

  it('is not let guess at the first code for ever', async () => {
    const person = await account('quality', 'test.hasty', 'QUALITY')
    const visitor = await enter('test.hasty')
    for (let tries = 1; tries < throttle.account; tries += 1) expect((await visitor.post({ code: '000000' })).text).toContain('not right')
    expect((await visitor.post({ code: '000000' })).text).toContain('Too many tries')
    expect((await kept(person)).filter((line) => line.startsWith('SIGN_IN'))).toEqual(['SIGN_IN, BAD_CREDENTIALS, method null PASSWORD_AND_CODE', 'SIGN_IN, THROTTLED, method null PASSWORD_AND_CODE'])
  })
})

describe('guessing at a change of a second factor', () => {
  it('is throttled with the sign-in', async () => {
    await account('hospital:CJUH', 'test.factor.guessed', 'HOSPITAL_USER')
    const token = (await (await enter('test.factor.guessed')).token())!
    for (let tries = 0; tries < throttle.account; tries += 1) expect(await changer(token)('begin', { password: 'wrong wrong wrong' })).toMatchObject({ code: 'PROOF_REFUSED' })
    expect(await changer(token)('begin', { password })).toMatchObject({ code: 'THROTTLED' })
    expect(await (await enter('test.factor.guessed')).token()).toBeUndefined()
  })
})

describe('a system', () => {
  it('has no second factor, and neither has who signs in at the company’s own provider', async () => {
    const headers = await hub.headers('hospital:CJUH')
    const token = headers['authorization']!.slice('Bearer '.length)
    expect(await stateOf(token)).toBeNull()
    expect(await changer(token)('begin', { password })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await changer(token)('confirm', { oneTimeCode: '000000' })).toMatchObject({ code: 'NOT_ALLOWED' })
  })
})
