import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMail } from '../../../server/access/mail.ts'
import { Courier } from '../../../server/features/delivery/courier.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { openOutside } from '../../../server/kernel/outside.ts'
import { newKey, signature } from '../recalls/sign-kit.ts'
import { openStage, type Outcome, type Stage } from '../recalls/story-kit.ts'
import { openReceiver, type Receiver } from './receiver.ts'

let stage: Stage
let receiver: Receiver
let graph: Graph
let mails: string
beforeAll(async () => {
  stage = await openStage('quality')
  receiver = await openReceiver()
  graph = openGraph(stage.database)
  mails = await mkdtemp(join(tmpdir(), 'devicetrail-mail-'))
  // What the demo tells is old news.
  await courier().turn()
})
afterAll(async () => {
  await graph.close()
  await receiver.stop()
  await stage.stop()
  await rm(mails, { recursive: true, force: true })
})

/** Ahead of the clock that writes messages; tests move it on instead of waiting. */
let ahead = 60_000
const later = (milliseconds: number): void => void (ahead += milliseconds)
const logger = pino({ level: 'silent' })
const courier = (holder = 'one'): Courier => new Courier({
  graph, outside: openOutside({ allowPrivate: true }), sendMail: openMail({ smtp: undefined, from: 'hub@hub.example', dataFolder: mails }, logger), publicUrl: 'https://hub.example',
  holder, now: () => new Date(Date.now() + ahead), chance: () => 0, patience: 2_000,
}, logger)
const work = async (one = courier()): Promise<void> => {
  await one.turn()
  await one.idle()
}

interface Hook { readonly id: string; readonly secret: string }
const named = (input: string, type: string, fields: string, field: string): string => `mutation ($input: ${input}!) { ${field}(input: $input) { __typename ... on ${type} { ${fields} } ... on UserError { code message path } } }`
const mutate = async <Answer>(viewer: string, query: string, input: object): Promise<Answer & Outcome> =>
  Object.values(await stage.ask<Record<string, Answer & Outcome>>(viewer, query, { input: { idempotencyKey: newKey(), ...input } }))[0]!

const make = async (viewer: string, path: string, types: readonly string[] = []): Promise<Hook> => {
  const answer = await mutate<{ secret: string; webhook: { id: string } }>(viewer, named('CreateWebhookInput', 'WebhookSecretSaved', 'secret webhook { id }', 'createWebhook'), { url: `${receiver.url}${path}`, types })
  return { id: answer.webhook.id, secret: answer.secret }
}
const test = (viewer: string, webhook: string) => mutate<{ delivery: string }>(viewer, named('TestWebhookInput', 'DeliveryQueued', 'delivery', 'testWebhook'), { webhook })
const replay = (viewer: string, delivery: string) => mutate<{ delivery: string }>(viewer, named('ReplayDeliveryInput', 'DeliveryQueued', 'delivery', 'replayDelivery'), { delivery })

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
    await work()
    const [failed] = await logOf(hospital, hook.id)
    expect(failed).toMatchObject({ type: 'webhook.test', state: 'PENDING', attempts: 1, tries: [{ status: 500 }] })
    expect(failed?.tries[0]?.words).toHaveLength(2_048)
    await work()
    expect(receiver.at('/errors'), 'not before its time').toHaveLength(1)
    later(6_000)
    await work()
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
    await work()
    expect(await shown(hospital, hook.id)).toMatchObject({ enabled: false, disabledReason: 'GONE', deliveries: { edges: [{ node: { state: 'DEAD', attempts: 1 } }] } })
    const [dead] = await logOf(hospital, hook.id)
    expect(await replay(hospital, dead!.id)).toMatchObject({ __typename: 'Refused', code: 'CONFLICT' })
    await mutate(hospital, named('ChangeWebhookInput', 'WebhookSaved', 'webhook { id }', 'changeWebhook'), { webhook: hook.id, url: `${receiver.url}/gone`, enabled: true })
    expect(await replay(hospital, dead!.id)).toMatchObject({ __typename: 'DeliveryQueued' })
    await work()
    expect((await logOf(hospital, hook.id)).find(({ id }) => id === dead!.id)).toMatchObject({ state: 'DELIVERED', tries: [{ status: 410 }, { status: 200 }] })
    const told = await graph.read(cypher<{ subject: string }, { type: string }>()`MATCH (message:OutboxMessage {subject: $in.subject}) WHERE message.type <> 'webhook.test' RETURN message.type AS type`, { subject: hook.id })
    expect(told).toEqual([{ type: 'webhook.disabled' }])
  })

  it('that hangs holds up no other, and after three days in vain its message is a dead letter', async () => {
    const [hanging, quick] = [await make(hospital, '/hangs'), await make(hospital, '/quick')]
    const held: (() => void)[] = []
    receiver.answer('/hangs', (response) => void held.push(() => response.destroy()))
    for (const _ of Array(6)) await test(hospital, hanging.id)
    await test(hospital, quick.id)
    const one = courier()
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
      await work()
    }
    const log = await logOf(hospital, hanging.id)
    expect(log.map(({ state, attempts }) => ({ state, attempts }))).toEqual(Array(6).fill({ state: 'DEAD', attempts: 10 }))
  })

  it('loses nothing where a courier ends in the middle, and has each message once from two couriers', async () => {
    const hook = await make(hospital, '/once')
    const deliveries = await Promise.all(Array.from({ length: 5 }, async () => (await test(hospital, hook.id)).delivery))
    // A courier that took four of them and was never heard of again.
    const lost = new Date(Date.now() + ahead)
    await graph.write((writer) => writer.run(cypher<{ target: string; until: string; now: string }, never>()`
MATCH (delivery:Delivery) WHERE delivery.target = $in.target AND delivery.dueAt <= $in.now
WITH delivery LIMIT 4 SET delivery.dueAt = $in.until, delivery.holder = 'gone', delivery.attempts = 1`, { target: hook.id, now: lost.toISOString(), until: new Date(lost.getTime() + 60_000).toISOString() }))
    await Promise.all([work(courier('one')), work(courier('two'))])
    expect(receiver.at('/once'), 'what is leased is nobody else’s').toHaveLength(1)
    later(61_000)
    await Promise.all([work(courier('one')), work(courier('two'))])
    const ids = receiver.at('/once').map(({ headers }) => headers['webhook-id'])
    expect(ids).toHaveLength(deliveries.length)
    expect(new Set(ids).size).toBe(deliveries.length)
    expect((await logOf(hospital, hook.id)).map(({ state }) => state)).toEqual(Array(5).fill('DELIVERED'))
  })

  it('is signed by the old secret too while it is replaced, and then by the new one alone', async () => {
    const hook = await make(hospital, '/rotated')
    const { secret } = await mutate<{ secret: string }>(hospital, named('RotateWebhookSecretInput', 'WebhookSecretSaved', 'secret', 'rotateWebhookSecret'), { webhook: hook.id, keepOldHours: 168 })
    const verifies = (one: string): boolean => {
      const last = receiver.at('/rotated').at(-1)!
      // The courier's clock is ahead of the library's.
      const [id, timestamp] = [String(last.headers['webhook-id']), String(last.headers['webhook-timestamp'])]
      return String(last.headers['webhook-signature']).split(' ').includes(new Webhook(one).sign(id, new Date(Number(timestamp) * 1_000), last.body))
    }
    const before = ahead
    ahead = 60_000
    await test(hospital, hook.id)
    await work()
    expect([verifies(secret), verifies(hook.secret)]).toEqual([true, true])
    ahead = Math.max(before, 169 * 3_600_000)
    await test(hospital, hook.id)
    await work()
    expect([verifies(secret), verifies(hook.secret)]).toEqual([true, false])
  })

  it('is made for an address outside alone, by who administers', async () => {
    const query = named('CreateWebhookInput', 'WebhookSecretSaved', 'secret', 'createWebhook')
    expect(await mutate(hospital, query, { url: 'hooks.example' })).toMatchObject({ code: 'INVALID_INPUT', path: ['url'] })
    expect(await mutate(hospital, query, { url: receiver.url, types: ['no type!'] })).toMatchObject({ code: 'INVALID_INPUT', path: ['types'] })
    expect(await mutate('hospital-user:CJUH', query, { url: receiver.url })).toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

describe('a signed recall', () => {
  beforeAll(() => void (ahead = 60_000))

  it('goes to each recipient’s own endpoints that ask for it, with its own numbers, and by mail to those whose work it is', async () => {
    const hooks = { all: await make(hospital, '/all'), recalls: await make(hospital, '/recalls', ['recall.*']), tickets: await make(hospital, '/tickets', ['serviceTicket.*']), distributor: await make('distributor-admin:KANGLUO', '/distributor'), stranger: await make('hospital-admin:CZFP', '/stranger') }
    const people = [['nurse@cjuh.example', 'HOSPITAL_USER', hospital], ['boss@cjuh.example', 'HOSPITAL_ADMIN', hospital], ['clerk@kangluo.example', 'DISTRIBUTOR_USER', 'distributor-admin:KANGLUO'], ['doctor@czfp.example', 'HOSPITAL_USER', 'hospital-admin:CZFP']] as const
    for (const [email, role, admin] of people) await mutate(admin, named('InvitePersonInput', 'PersonSaved', 'person { id }', 'invitePerson'), { email, username: email, name: email, roles: [role] })
    const draft = await stage.say<{ recall: { id: string; reference: string } }>('quality', 'draft-recall', { title: 'Told', reason: 'Told', classification: 'I', actions: ['STOP_USE'], scope: { serials: ['(01)06972145030188(21)ML4-260311-0452'] } })
    await stage.tell('quality', 'submitRecallForReview', 'recall { id }', { recall: draft.recall.id })
    expect(await stage.say('quality', 'approve-recall', { recall: draft.recall.id, signature })).toMatchObject({ __typename: 'ApproveRecallSuccess' })
    await Promise.all([work(courier('one')), work(courier('two'))])

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

    const files = (await readdir(join(mails, 'mail'))).filter((file) => file.endsWith('.txt'))
    const texts = await Promise.all(files.map((file) => readFile(join(mails, 'mail', file), 'utf8')))
    const told = texts.filter((text) => text.includes(draft.recall.reference))
    expect(told.map((text) => /^To: (.*)$/m.exec(text)?.[1]).sort()).toEqual(['boss@cjuh.example', 'clerk@kangluo.example', 'nurse@cjuh.example'])
    expect(told[0]).toMatch(/召回通知[^]*Recall notice|Recall notice[^]*召回通知/)
    expect(told[0]).toContain(`https://hub.example/notices/`)
  })
})
