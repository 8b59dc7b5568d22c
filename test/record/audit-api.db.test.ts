import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directory } from '../../server/access/directory.ts'
import type { Context } from '../../server/kernel/context.ts'
import { Refusal } from '../../server/kernel/errors.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { change } from '../../server/record/change.ts'
import { startKeeper } from '../../server/record/keeper.ts'
import { leafHash } from '../../server/record/merkle.rules.ts'
import { isConsistent, isIncluded } from '../../server/record/merkle-verify.rules.ts'
import { isSigned, readCheckpoint, readVerifierKey } from '../../server/record/note.ts'
import { contentHash, signRecord } from '../../server/record/sign.ts'
import { signaturesOfSubject } from '../../server/record/signature.loader.ts'
import type { TestDatabase } from '../testkit/database.ts'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openTestHub, type TestHub } from '../testkit/hub.ts'

interface Entry {
  id: string; sequence: number | null; action: string; outcome: string; subjectLabel: string | null; reason: string | null; address: string | null; hash: string | null
  actor: { id: string | null; name: string; nameState: string; organization: { name: string | null } | null }
  changes: { field: string; before: string | null; after: string | null; erased: boolean }[]
}
interface Page { totalCount: number; edges: { cursor: string; node: Entry }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }

const entryFields = `id sequence action outcome subjectLabel reason address hash actor { id name nameState organization { name } } changes { field before after erased }`
const page = `totalCount edges { cursor node { ${entryFields} } } pageInfo { hasNextPage endCursor }`

let database: TestDatabase
let graph: Graph
let hub: TestHub
let serial: string
let contexts: Record<'maker' | 'ward' | 'otherWard' | 'dealer', Context>

const contextFor = async (viewer: string): Promise<Context> => {
  const { data } = await hub.ask<{ viewer: { id: string; name: string; roles: string[]; organization: { id: string } } }>(viewer, '{ viewer { id name roles organization { id } } }')
  const { id: person, name, roles, organization } = data!.viewer
  const kind = viewer.startsWith('hospital') ? 'HOSPITAL' : viewer.startsWith('distributor') ? 'DISTRIBUTOR' : 'MANUFACTURER'
  const acting = { person, name, nameZh: null, locale: 'en', organization: organization.id, kind, internal: kind === 'MANUFACTURER', roles, client: null, finds: directory[kind] } as const
  return { ...({ requestId: 'req', address: '192.0.2.44' } as Context), viewer: acting, graph: graph.as(acting) }
}

const trail = async (viewer: string, args = 'first: 50') => (await hub.ask<{ auditTrail: Page }>(viewer, `query ($subject: ID!) { auditTrail(subject: $subject, ${args}) { ${page} } }`, { subject: serial })).data!.auditTrail
const records = async (viewer: string, args = 'first: 50') => (await hub.ask<{ auditRecords: Page }>(viewer, `{ auditRecords(${args}) { ${page} } }`)).data!.auditRecords

let keys = 0
const done = (context: Context, action: 'RECORD_USAGE' | 'SET_QUARANTINE' | 'CONFIRM_RECEIPT', field: string, after: string) =>
  change(context, { action, idempotencyKey: `key-${(keys += 1)}`, input: {} }, async (writing) => {
    writing.audit({ subject: serial, changes: [{ field, before: null, after }, { field: 'telephone', before: null, after: '+86 21', person: context.viewer.person }], reason: `because ${after}` })
    return { done: true }
  })

const untilSealed = async () => {
  const keeper = await startKeeper({ graph, logger: pino({ level: 'silent' }), dataFolder: database.dataFolder, settings: { keyFile: undefined, url: undefined, keyDays: 30 } })
  await keeper.stop()
}

beforeAll(async () => {
  database = await openDemoDatabase()
  graph = openGraph(database, { deadline: 60_000, writeDeadline: 60_000 })
  hub = await openTestHub(database, database.dataFolder)
  serial = (await hub.ask<{ serial: { id: string } }>('quality', '{ serial(code: "ML4-260311-0452") { id } }')).data!.serial.id
  contexts = { maker: await contextFor('quality'), ward: await contextFor('hospital:CJUH'), otherWard: await contextFor('hospital:CZFP'), dealer: await contextFor('distributor:KANGLUO') }
  await done(contexts.ward, 'RECORD_USAGE', 'procedureReference', 'OP-1')
  await done(contexts.maker, 'SET_QUARANTINE', 'holds', 'QUARANTINED')
})
afterAll(async () => {
  await hub.stop()
  await graph.close()
  await database.stop()
})

describe('the history of a thing', () => {
  it('shows the maker that another did something, and nothing of what that one wrote', async () => {
    const { totalCount, edges } = await trail('quality')
    expect(totalCount).toBe(2)
    const [own, theirs] = edges.map(({ node }) => node)
    expect(own).toMatchObject({ action: 'SET_QUARANTINE', reason: 'because QUARANTINED', address: '192.0.2.44', subjectLabel: 'ML4-260311-0452', actor: { name: 'quality', nameState: 'SHOWN' } })
    expect(own?.changes).toEqual([{ field: 'holds', before: null, after: 'QUARANTINED', erased: false }, { field: 'telephone', before: null, after: '+86 21', erased: false }])
    expect(theirs).toMatchObject({ action: 'RECORD_USAGE', reason: null, address: null, changes: [], actor: { id: null, name: '', nameState: 'WITHHELD' } })
    expect(theirs?.actor.organization?.name).toContain('Chengjiang')
  })

  it('shows a partner its own doing, and to others nothing, not even a count', async () => {
    const { totalCount, edges } = await trail('hospital:CJUH')
    expect([totalCount, edges.map(({ node }) => node.action)]).toEqual([1, ['RECORD_USAGE']])
    for (const stranger of ['hospital:CZFP', 'distributor:KANGLUO', 'supplier:SULU-POLYMER', 'quality:ABBOTT-VASCULAR']) {
      expect(await trail(stranger)).toEqual({ totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } })
    }
  })

  it('comes in pages', async () => {
    const first = await trail('quality', 'first: 1')
    expect(first.pageInfo.hasNextPage).toBe(true)
    const second = await trail('quality', `first: 1, after: "${first.pageInfo.endCursor}"`)
    expect([first, second].map(({ edges }) => edges[0]?.node.action)).toEqual(['SET_QUARANTINE', 'RECORD_USAGE'])
    expect(second.pageInfo.hasNextPage).toBe(false)
  })
})

describe('the record of an organization', () => {
  it('is its own, for a partner, and what others did to its products, for a maker', async () => {
    expect((await records('quality', 'first: 50, action: "RECORD_USAGE"')).edges.map(({ node }) => node.actor.nameState)).toEqual(['WITHHELD'])
    expect((await records('hospital:CJUH', 'first: 50, action: "RECORD_USAGE"')).totalCount).toBe(1)
    expect((await records('hospital:CJUH', 'first: 50, action: "SET_QUARANTINE"')).totalCount).toBe(0)
    expect((await records('quality:ABBOTT-VASCULAR', 'first: 50, action: "RECORD_USAGE"')).totalCount).toBe(0)
  })

  it('is filtered by organization, actor, time and outcome, each counted as it is listed', async () => {
    const { organization } = contexts.ward.viewer
    for (const [filter, expected] of [
      [`organization: "${organization}"`, 1], [`actor: "${contexts.maker.viewer.person}", action: "SET_QUARANTINE"`, 1], [`actor: "${contexts.ward.viewer.person}"`, 0],
      ['to: "2020-01-01T00:00:00Z"', 0], [`subject: "${serial}", outcome: REFUSED`, 0], [`subject: "${serial}", outcome: DONE`, 2],
    ] as const) {
      const { totalCount, edges } = await records('quality', `first: 50, ${filter}`)
      expect([filter, totalCount, edges.length]).toEqual([filter, expected, expected])
    }
  })

  it('is not for everybody of an organization', async () => {
    expect((await records('hospital-user:CJUH')).totalCount).toBe(0)
  })
})

describe('proofs', () => {
  it('show a stranger that a record is in the log', async () => {
    expect((await trail('quality')).edges[0]?.node).toMatchObject({ sequence: null, hash: null })
    await untilSealed()
    const [own, theirs] = (await trail('quality')).edges.map(({ node }) => node)
    const ask = async (viewer: string, id: string) => (await hub.ask<{ auditProof: string | null }>(viewer, 'query ($id: ID!) { auditProof(id: $id) }', { id })).data!.auditProof
    const proof = await ask('quality', own!.id)
    const [, extra = '', index = '', path = '', note = ''] = /^c2sp\.org\/tlog-proof@v1\nextra (\S+)\nindex (\d+)\n((?:\S+\n)*)\n([^]+)$/.exec(proof!) ?? []
    const leaf = leafHash(Buffer.from(extra, 'base64'))
    expect(leaf.toString('hex')).toBe(own?.hash)
    const { size, root } = readCheckpoint(note)!
    expect(isIncluded({ index: Number(index), size, leaf, path: path.trim().split('\n').map((hash) => Buffer.from(hash, 'base64')), root })).toBe(true)
    expect(own?.sequence).toBe(Number(index))
    const { data } = await hub.ask<{ auditLog: { verifierKey: string; checkpoint: string } }>('hospital:CJUH', '{ auditLog { verifierKey checkpoint } }')
    expect([isSigned(note, [readVerifierKey(data!.auditLog.verifierKey)]), data!.auditLog.checkpoint]).toEqual([true, note])
    expect(await ask('quality', theirs!.id)).toBeNull()
    expect(await ask('hospital:CZFP', own!.id)).toBeNull()
  })

  it('show that the log only grew', async () => {
    const log = async () => readCheckpoint((await hub.ask<{ auditLog: { checkpoint: string } }>('quality', '{ auditLog { checkpoint } }')).data!.auditLog.checkpoint)!
    const before = await log()
    for (let more = 0; more < 5; more += 1) await done(contexts.maker, 'SET_QUARANTINE', 'holds', String(more))
    await untilSealed()
    const after = await log()
    const { data } = await hub.ask<{ auditConsistency: string[] }>('quality', `{ auditConsistency(before: ${before.size}, size: ${after.size}) }`)
    expect(isConsistent({ before: before.size, size: after.size, rootBefore: before.root, root: after.root, path: data!.auditConsistency.map((hash) => Buffer.from(hash, 'base64')) })).toBe(true)
    expect((await hub.ask('quality', '{ auditConsistency(before: 1, size: 1000000) }')).errors?.[0]?.message).toContain('before ≤ size')
  })
})

describe('an electronic signature', () => {
  const sign = (context: Context, password: string) => change(context, { action: 'APPROVE_RECALL', idempotencyKey: `sign-${(keys += 1)}`, input: { signature: { meaning: 'Approved', password } }, subject: 'rcl_1' }, async (writing) => {
    const id = await signRecord(writing, { subject: 'rcl_1', hash: contentHash({ title: 'x' }), act: 'APPROVE_RECALL', signature: { meaning: 'Approved', password } })
    return { __typename: 'Signed', id }
  })

  it('is refused to a system, and to who does not prove to be there', async () => {
    const system = { ...contexts.maker, viewer: { ...contexts.maker.viewer, client: 'demo-quality' } }
    expect(await sign(system, 'any')).toMatchObject({ __typename: 'Refused', code: 'SIGNATURE_REFUSED' })
    expect(await sign(contexts.maker, 'wrong')).toMatchObject({ code: 'SIGNATURE_REFUSED' })
    expect((await records('quality', 'first: 5, subject: "rcl_1", outcome: REFUSED')).totalCount).toBe(2)
  })

  it('is bound to what was signed, and shown with name, time and meaning to the signer\'s organization alone', async () => {
    const prove = async (): Promise<void> => undefined
    await change(contexts.maker, { action: 'APPROVE_RECALL', idempotencyKey: 'sign-well', input: {} }, async (writing) => {
      await signRecord({ ...writing, reauthenticate: prove }, { subject: 'rcl_2', hash: contentHash({ title: 'x' }), act: 'APPROVE_RECALL', signature: { meaning: ' Approved, I am responsible ' } })
      return { signed: true }
    })
    expect(await signaturesOfSubject(contexts.maker).load('rcl_2')).toMatchObject([{ signer: 'quality', meaning: 'Approved, I am responsible', hash: contentHash({ title: 'x' }), act: 'APPROVE_RECALL' }])
    expect(await signaturesOfSubject(contexts.otherWard).load('rcl_2')).toMatchObject([{ signer: null, meaning: 'Approved, I am responsible' }])
    const [entry] = (await records('quality', 'first: 1, subject: "rcl_2"')).edges
    expect(entry?.node.changes.map(({ field }) => field)).toEqual(['signature', 'signature.hash', 'signature.binding'])
  })
})

describe('a refusal', () => {
  it('does not tell what a guessed id is called', async () => {
    const { data } = await hub.ask<{ clients: { edges: { node: { id: string; name: string } }[] } }>('hospital-admin:CJUH', '{ clients { edges { node { id name } } } }')
    const [client] = data!.clients.edges.map(({ node }) => node)
    for (const viewer of ['hospital-admin:CZFP', 'hospital-admin:CJUH']) {
      await hub.ask(viewer, 'mutation ($input: ChangeClientInput!) { changeClient(input: $input) { __typename } }', { input: { idempotencyKey: `guess-${(keys += 1)}`, client: client!.id, roles: ['HOSPITAL_USER'], active: true, reason: 'curious' } })
    }
    expect((await records('hospital-admin:CJUH', `first: 5, subject: "${client!.id}"`)).edges[0]?.node).toMatchObject({ outcome: 'DONE', subjectLabel: client!.name })
    await change(contexts.otherWard, { action: 'RECORD_USAGE', idempotencyKey: `guess-${(keys += 1)}`, input: {}, subject: client!.id }, () => { throw new Refusal('NOT_FOUND', 'There is none.') })
    const guessed = (await records('hospital-admin:CZFP', `first: 5, subject: "${client!.id}"`)).edges.map(({ node }) => node)
    expect(guessed.length).toBeGreaterThan(0)
    expect(guessed.every(({ outcome, subjectLabel }) => outcome === 'REFUSED' && subjectLabel === null)).toBe(true)
    expect(JSON.stringify(await trail('hospital:CZFP'))).not.toContain(client!.name)
  })
})

describe('exports', () => {
  const download = async (viewer: string, path: string) => {
    const answer = await fetch(`${hub.url}/exports/${path}`, { headers: await hub.headers(viewer) })
    return { status: answer.status, text: await answer.text() }
  }

  it('give a partner its own purchases, receipts, sales and uses, with the other side', async () => {
    for (const [viewer, kind] of [['hospital:CJUH', 'purchases'], ['hospital:CJUH', 'receipts'], ['distributor:KANGLUO', 'sales'], ['hospital:CJUH', 'uses']] as const) {
      const { status, text } = await download(viewer, `${kind}.csv`)
      expect([kind, status, text.split('\r\n').length > 2]).toEqual([kind, 200, true])
    }
    const sales = (await download('distributor:KANGLUO', 'sales.csv')).text
    expect(sales).toContain('澄江大学附属医院')
    const uses = (await download('hospital:CJUH', 'uses.csv')).text.split('\r\n')
    const keptUntil = (word: string): string | undefined => uses.find((line) => line.includes(word))?.split(',').at(-1)
    expect(uses[0]).toMatch(/保存至 keep until$/)
    expect(keptUntil('IMPLANTED')).toBe('永久 for ever')
    expect(keptUntil('CONSUMED')).toMatch(/^\d{4}-\d\d-\d\d/)
    expect((await download('supplier:SULU-POLYMER', 'uses.csv')).text.split('\r\n').length).toBe(2)
  })

  it('are recorded, refused where nobody is signed in, and told where there is none', async () => {
    expect((await records('distributor:KANGLUO', 'first: 5, action: "EXPORT"')).edges[0]?.node.changes.map(({ field }) => field)).toEqual(['kind', 'from', 'to', 'rows'])
    expect((await fetch(`${hub.url}/exports/sales.csv`)).status).toBe(401)
    expect((await download('hospital:CJUH', 'everything.csv')).status).toBe(404)
    expect((await download('hospital:CJUH', 'sales.csv?from=yesterday')).status).toBe(400)
    expect((await download('auditor', 'personal-data?person=usr_nobody')).status).toBe(404)
  })
})

describe('erasing a person', () => {
  const erase = (viewer: string, person: string) => hub.ask<{ erasePerson: { __typename: string; code?: string; erasedValues?: number } }>(viewer,
    'mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { __typename ... on ErasePersonSuccess { erasedValues } ... on Refused { code } } }', { input: { idempotencyKey: `erase-${(keys += 1)}`, person, reason: 'asked by letter' } })

  it('is for its own administrators', async () => {
    const { person } = contexts.dealer.viewer
    await done(contexts.dealer, 'CONFIRM_RECEIPT', 'x', 'y')
    expect((await erase('hospital:CJUH', person)).data?.erasePerson).toMatchObject({ code: 'NOT_FOUND' })
    expect((await erase('auditor', person)).data?.erasePerson).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('takes name, address and values, and leaves the record as it was sealed', async () => {
    await untilSealed()
    const before = (await records('distributor:KANGLUO', 'first: 50, action: "CONFIRM_RECEIPT"')).edges[0]?.node
    expect((await erase('distributor-admin:KANGLUO', contexts.dealer.viewer.person)).data?.erasePerson).toMatchObject({ __typename: 'ErasePersonSuccess', erasedValues: expect.any(Number) })
    const after = (await records('distributor-admin:KANGLUO', 'first: 50, action: "CONFIRM_RECEIPT"')).edges[0]?.node
    expect(before).toMatchObject({ actor: { name: 'distributor:KANGLUO' }, address: '192.0.2.44' })
    expect(after).toMatchObject({ actor: { name: '', nameState: 'ERASED' }, address: null, hash: before?.hash, sequence: before?.sequence })
    expect(after?.changes[1]).toEqual({ field: 'telephone', before: null, after: null, erased: true })
  })
})
