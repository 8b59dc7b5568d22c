import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import { Courier } from '../../../server/features/delivery/courier.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { signature } from '../recalls/sign-kit.ts'
import { type DeliveryStage, mutation, openDeliveryStage } from './delivery-kit.ts'
import { liveSuite } from './live-suite.ts'
import { loanMailSuite } from './loan-mail-suite.ts'
import { phoneSuite } from './phone-suite.ts'
import type { Receiver } from './receiver.ts'

let stage: DeliveryStage
let receiver: Receiver
beforeAll(async () => {
  stage = await openDeliveryStage()
  receiver = stage.receiver
})
afterAll(() => stage.stop())

const later = (milliseconds: number): void => void (stage.ahead += milliseconds)

interface Hook { readonly id: string; readonly secret: string }
const make = async (viewer: string, path: string, types: readonly string[] = []): Promise<Hook> => {
  const answer = await stage.mutate<{ secret: string; webhook: { id: string } }>(viewer, mutation('CreateWebhookInput', 'WebhookSecretSaved', 'secret webhook { id }', 'createWebhook'), { url: `${receiver.url}${path}`, types })
  return { id: answer.webhook.id, secret: answer.secret }
}
const test = (viewer: string, webhook: string) => stage.mutate<{ delivery: string }>(viewer, mutation('TestWebhookInput', 'DeliveryQueued', 'delivery', 'testWebhook'), { webhook })
const replay = (viewer: string, delivery: string) => stage.mutate<{ delivery: string }>(viewer, mutation('ReplayDeliveryInput', 'DeliveryQueued', 'delivery', 'replayDelivery'), { delivery })

interface Logged { readonly id: string; readonly type: string; readonly state: string; readonly attempts: number; readonly dueAt: string | null; readonly tries: { status: number | null; words: string }[] }
interface Shown { readonly id: string; readonly enabled: boolean; readonly disabledReason: string | null; readonly deliveries: { readonly edges: { readonly node: Logged }[] } }
const shown = async (viewer: string, id: string): Promise<Shown> =>
  (await stage.ask<{ webhooks: Shown[] }>(viewer, '{ webhooks { id enabled disabledReason deliveries { edges { node { id type state attempts dueAt tries { status words } } } } } }')).webhooks.find((one) => one.id === id)!
const logOf = async (viewer: string, id: string): Promise<Logged[]> => (await shown(viewer, id)).deliveries.edges.map(({ node }) => node)

const hospital = 'hospital-admin:CJUH'

describe('a webhook', () => {
  it('gets a signed event; after an error it is tried again, under the same id', async () => {
    const hook = await make(hospital, '/errors')
    receiver.answer('/errors', (response, turn) => void response.writeHead(turn === 1 ? 500 : 200).end(turn === 1 ? 'x'.repeat(100_000) : 'thanks'))
    await test(hospital, hook.id)
    await stage.work()
    const [failed] = await logOf(hospital, hook.id)
    expect(failed).toMatchObject({ type: 'webhook.test', state: 'PENDING', attempts: 1, tries: [{ status: 500 }] })
    expect(failed?.tries[0]?.words).toHaveLength(2_048)
    await stage.work()
    expect(receiver.at('/errors'), 'not before its time').toHaveLength(1)
    later(6_000)
    await stage.work()
    expect((await logOf(hospital, hook.id))[0]).toMatchObject({ state: 'DELIVERED', attempts: 2, dueAt: null, tries: [{ status: 500 }, { status: 200, words: 'thanks' }] })

    const [first, second] = receiver.at('/errors')
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(second?.body).toBe(first?.body)
    expect(first?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
    expect(new Webhook(hook.secret).verify(first!.body, first!.headers as Record<string, string>)).toMatchObject({ specversion: '1.0', id: first?.headers['webhook-id'], source: 'https://hub.example', type: 'webhook.test', subject: hook.id })
  })

  it('that answers 410 is disabled, which its organization is told; enabled again, a dead letter can be sent once more', async () => {
    const hook = await make(hospital, '/gone')
    receiver.answer('/gone', (response, turn) => void response.writeHead(turn === 1 ? 410 : 200).end())
    await test(hospital, hook.id)
    await stage.work()
    expect(await shown(hospital, hook.id)).toMatchObject({ enabled: false, disabledReason: 'GONE', deliveries: { edges: [{ node: { state: 'DEAD', attempts: 1 } }] } })
    const [dead] = await logOf(hospital, hook.id)
    expect(await replay(hospital, dead!.id)).toMatchObject({ __typename: 'Refused', code: 'CONFLICT' })
    await stage.mutate(hospital, mutation('ChangeWebhookInput', 'WebhookSaved', 'webhook { id }', 'changeWebhook'), { webhook: hook.id, url: `${receiver.url}/gone`, enabled: true })
    expect(await replay(hospital, dead!.id)).toMatchObject({ __typename: 'DeliveryQueued' })
    await stage.work()
    expect((await logOf(hospital, hook.id)).find(({ id }) => id === dead!.id)).toMatchObject({ state: 'DELIVERED', tries: [{ status: 410 }, { status: 200 }] })
    const told = await stage.graph.read(cypher<{ subject: string }, { type: string }>()`MATCH (message:OutboxMessage {subject: $in.subject}) WHERE message.type <> 'webhook.test' RETURN message.type AS type`, { subject: hook.id })
    expect(told).toEqual([{ type: 'webhook.disabled' }])
  })

  it('that hangs holds up no other, and after three days in vain its message is a dead letter', async () => {
    const [hanging, quick] = [await make(hospital, '/hangs'), await make(hospital, '/quick')]
    const held: (() => void)[] = []
    receiver.answer('/hangs', (response) => void held.push(() => response.destroy()))
    for (const _ of Array(6)) await test(hospital, hanging.id)
    await test(hospital, quick.id)
    const one = stage.courier()
    await one.turn()
    // The quick one's lane ends while the other's still waits for its answer.
    while ((await logOf(hospital, quick.id))[0]?.state !== 'DELIVERED') await new Promise((resolve) => void setImmediate(resolve))
    expect((await logOf(hospital, hanging.id)).every(({ state }) => state === 'PENDING')).toBe(true)
    await one.idle()
    held.forEach((end) => end())
    receiver.answer('/hangs', (response) => void response.writeHead(503).end())
    expect((await logOf(hospital, hanging.id))[0]?.tries).toEqual([{ status: null, words: 'no answer in time' }])
    for (let turn = 0; turn < 12; turn += 1) {
      later(21 * 3_600_000)
      await stage.work()
    }
    const log = await logOf(hospital, hanging.id)
    expect(log.map(({ state, attempts }) => ({ state, attempts }))).toEqual(Array(6).fill({ state: 'DEAD', attempts: 10 }))
  })

  it('loses nothing where a courier ends in the middle, and has each message once from two couriers', async () => {
    const hook = await make(hospital, '/once')
    const deliveries = await Promise.all(Array.from({ length: 5 }, async () => (await test(hospital, hook.id)).delivery))
    // A courier that took four of them and was never heard of again.
    const lost = new Date(Date.now() + stage.ahead)
    await stage.graph.write((writer) => writer.run(cypher<{ target: string; until: string; now: string }, never>()`
MATCH (delivery:Delivery) WHERE delivery.target = $in.target AND delivery.dueAt <= $in.now
WITH delivery LIMIT 4 SET delivery.dueAt = $in.until, delivery.holder = 'gone', delivery.attempts = 1`, { target: hook.id, now: lost.toISOString(), until: new Date(lost.getTime() + 60_000).toISOString() }))
    await Promise.all([stage.work(stage.courier('one')), stage.work(stage.courier('two'))])
    expect(receiver.at('/once'), 'what is leased is nobody else’s').toHaveLength(1)
    later(61_000)
    await Promise.all([stage.work(stage.courier('one')), stage.work(stage.courier('two'))])
    const ids = receiver.at('/once').map(({ headers }) => headers['webhook-id'])
    expect(ids).toHaveLength(deliveries.length)
    expect(new Set(ids).size).toBe(deliveries.length)
    expect((await logOf(hospital, hook.id)).map(({ state }) => state)).toEqual(Array(5).fill('DELIVERED'))
  })

  it('is signed by the old secret too while it is replaced, and then by the new one alone', async () => {
    const hook = await make(hospital, '/rotated')
    const { secret } = await stage.mutate<{ secret: string }>(hospital, mutation('RotateWebhookSecretInput', 'WebhookSecretSaved', 'secret', 'rotateWebhookSecret'), { webhook: hook.id, keepOldHours: 168 })
    const verifies = (one: string): boolean => {
      const last = receiver.at('/rotated').at(-1)!
      // The courier's clock is ahead of the library's.
      const [id, timestamp] = [String(last.headers['webhook-id']), String(last.headers['webhook-timestamp'])]
      return String(last.headers['webhook-signature']).split(' ').includes(new Webhook(one).sign(id, new Date(Number(timestamp) * 1_000), last.body))
    }
    const before = stage.ahead
    stage.ahead = 60_000
    await test(hospital, hook.id)
    await stage.work()
    expect([verifies(secret), verifies(hook.secret)]).toEqual([true, true])
    const stored = await stage.graph.read(cypher<{ id: string }, { secret: string }>()`MATCH (secret:WebhookSecret {endpoint: $in.id}) RETURN secret.secret AS secret`, { id: hook.id })
    expect(stored.map((one) => /^sealed-1\.[\w-]+$/.test(one.secret)), 'the graph holds none in clear').toEqual([true, true])
    stage.ahead = Math.max(before, 169 * 3_600_000)
    await test(hospital, hook.id)
    await stage.work()
    expect([verifies(secret), verifies(hook.secret)]).toEqual([true, false])
  })

  it('of an organization that has left is sent nothing more, also of what waited', async () => {
    const admin = 'hospital-admin:CZFP'
    const hook = await make(admin, '/left')
    await test(admin, hook.id)
    const { viewer } = await stage.ask<{ viewer: { organization: { id: string } } }>(admin, '{ viewer { organization { id } } }')
    const standing = (active: boolean) => stage.mutate('operator:HUB-OPERATIONS', mutation('SetOrganizationActiveInput', 'OrganizationSaved', '__typename', 'setOrganizationActive'), { organization: viewer.organization.id, active, reason: 'left' })
    await standing(false)
    await stage.work()
    expect(await standing(true)).toMatchObject({ __typename: 'OrganizationSaved' })
    expect(receiver.at('/left')).toHaveLength(0)
    expect(await logOf(admin, hook.id)).toMatchObject([{ state: 'DEAD', tries: [{ status: null }] }])
  })

  it('is made for an address outside alone, by who administers', async () => {
    const query = mutation('CreateWebhookInput', 'WebhookSecretSaved', 'secret', 'createWebhook')
    expect(await stage.mutate(hospital, query, { url: 'hooks.example' })).toMatchObject({ code: 'INVALID_INPUT', path: ['url'] })
    expect(await stage.mutate(hospital, query, { url: receiver.url, types: ['no type!'] })).toMatchObject({ code: 'INVALID_INPUT', path: ['types'] })
    expect(await stage.mutate('hospital-user:CJUH', query, { url: receiver.url })).toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

/** A nurse goes to another hospital, a clerk becomes a carrier. */
const elsewhere = cypher<object, never>()`
MATCH (nurse:Person {email: 'nurse@cjuh.example'})-[works:WORKS_FOR]->()
MATCH (other:Organization {code: 'CZFP'})
DELETE works
CREATE (nurse)-[:WORKS_FOR]->(other)
WITH nurse
MATCH (clerk:Person {email: 'clerk@kangluo.example'})
SET clerk.roles = ['CARRIER']
`

describe('a signed recall', () => {
  beforeAll(() => void (stage.ahead = 60_000))

  it('goes to each recipient’s own endpoints that ask for it, with its own numbers, and by mail to those whose work it is', async () => {
    const hooks = { all: await make(hospital, '/all'), recalls: await make(hospital, '/recalls', ['recall.*']), tickets: await make(hospital, '/tickets', ['serviceTicket.*']), distributor: await make('distributor-admin:KANGLUO', '/distributor'), stranger: await make('hospital-admin:CZFP', '/stranger') }
    const people = [['nurse@cjuh.example', 'HOSPITAL_USER', hospital], ['boss@cjuh.example', 'HOSPITAL_ADMIN', hospital], ['clerk@kangluo.example', 'DISTRIBUTOR_USER', 'distributor-admin:KANGLUO'], ['doctor@czfp.example', 'HOSPITAL_USER', 'hospital-admin:CZFP']] as const
    for (const [email, role, admin] of people) await stage.mutate(admin, mutation('InvitePersonInput', 'PersonSaved', 'person { id }', 'invitePerson'), { email, username: email, name: email, roles: [role] })
    const draft = await stage.say<{ recall: { id: string; reference: string } }>('quality', 'draft-recall', { title: 'Told', reason: 'Told', classification: 'I', actions: ['STOP_USE'], scope: { serials: ['(01)06972145030188(21)ML4-260311-0452'] } })
    await stage.tell('quality', 'submitRecallForReview', 'recall { id }', { recall: draft.recall.id })
    expect(await stage.say('quality', 'approve-recall', { recall: draft.recall.id, signature })).toMatchObject({ __typename: 'ApproveRecallSuccess' })
    await Promise.all([stage.work(stage.courier('one')), stage.work(stage.courier('two'))])

    const noticesAt = (path: string) => receiver.at(path).map(({ body }) => JSON.parse(body) as { type: string; subject: string; data: { reference: string; itemCount: number } }).filter(({ type }) => type === 'recall.notice.issued')
    expect(noticesAt('/all')).toHaveLength(1)
    expect(noticesAt('/recalls')).toEqual(noticesAt('/all'))
    expect(noticesAt('/all')[0]?.data).toMatchObject({ reference: draft.recall.reference, itemCount: 1 })
    expect(receiver.at('/tickets')).toEqual([])
    expect(receiver.at('/stranger')).toEqual([])
    expect(noticesAt('/distributor')).toHaveLength(1)
    expect(noticesAt('/distributor')[0]?.subject).not.toBe(noticesAt('/all')[0]?.subject)
    const received = receiver.at('/distributor')[0]!
    expect(() => new Webhook(hooks.recalls.secret).verify(received.body, received.headers as Record<string, string>), 'another’s secret').toThrow()

    const files = (await readdir(join(stage.mails, 'mail'))).filter((file) => file.endsWith('.txt'))
    const texts = await Promise.all(files.map((file) => readFile(join(stage.mails, 'mail', file), 'utf8')))
    const told = texts.filter((text) => text.includes(draft.recall.reference))
    expect(told.map((text) => /^To: (.*)$/m.exec(text)?.[1]).sort()).toEqual(['boss@cjuh.example', 'clerk@kangluo.example', 'nurse@cjuh.example'])
    expect(told[0]).toMatch(/召回通知[^]*Recall notice|Recall notice[^]*召回通知/)
    expect(told[0]).toContain(`https://hub.example/notices/`)
  })

  it('is not mailed to who has left meanwhile, or whose work it is no more', async () => {
    const draft = await stage.say<{ recall: { id: string; reference: string } }>('quality', 'draft-recall', { title: 'Late', reason: 'Late', classification: 'III', actions: ['STOP_USE'], scope: { serials: ['(01)06972145030188(21)ML4-260311-0452'] } })
    await stage.tell('quality', 'submitRecallForReview', 'recall { id }', { recall: draft.recall.id })
    await stage.say('quality', 'approve-recall', { recall: draft.recall.id, signature })
    const away = () => Promise.reject(new Error('the mail server is away'))
    await stage.work(new Courier({ ...stage.tools(), sendMail: away }, pino({ level: 'silent' })))
    await stage.graph.write((writer) => writer.run(elsewhere, {}))
    stage.ahead += 600_000
    await stage.work()
    const files = (await readdir(join(stage.mails, 'mail'))).filter((file) => file.endsWith('.txt'))
    const texts = await Promise.all(files.map((file) => readFile(join(stage.mails, 'mail', file), 'utf8')))
    const told = texts.filter((text) => text.includes(draft.recall.reference)).map((text) => /^To: (.*)$/m.exec(text)?.[1])
    expect(told).toEqual(['boss@cjuh.example'])
  })
})

liveSuite(() => stage)
phoneSuite(() => stage)
loanMailSuite(() => stage)
