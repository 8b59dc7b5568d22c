import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentPath } from '../../../server/features/catalog/document-store.ts'
import { openGraph } from '../../../server/kernel/graph.ts'
import { inProject } from '../../../server/kernel/project.ts'
import { type Keeper, startKeeper } from '../../../server/record/keeper.ts'
import { newKey, signature } from '../recalls/sign-kit.ts'
import { openStage, type Outcome, type Stage } from '../recalls/story-kit.ts'
import { filesIn, zipOf } from './zip-kit.ts'
import { lately } from '../../testkit/lately.ts'

const pump = '(01)06972145030188(21)ML4-260311-0452'
const balloon = '(01)06972145030560'
const day = lately('2026-11-20')

let stage: Stage
let keeper: Keeper
let folder: string
let graph: ReturnType<typeof openGraph>
const ids: Record<'serial' | 'batch' | 'case' | 'recall', string> = { serial: '', batch: '', case: '', recall: '' }

beforeAll(async () => {
  stage = await openStage('quality')
  graph = openGraph(stage.database)
  keeper = await startKeeper({ graph, logger: pino({ level: 'silent' }), dataFolder: stage.database.dataFolder, settings: { keyFile: undefined, url: undefined, keyDays: 30 } })
  folder = await mkdtemp(join(tmpdir(), 'devicetrail-evidence-'))
  const found = await stage.ask<{ serial: { id: string }; batch: { id: string } }>('quality', 'query ($pump: String!, $lot: String!) { serial(code: $pump) { id } batch(code: $lot) { id } }', { pump, lot: `${balloon}(10)2608B04` })
  ids.serial = found.serial.id
  ids.batch = found.batch.id
  const reported = await stage.say<{ adverseEvent: { id: string } }>('hospital:CJUH', 'submit-adverse-event', {
    code: pump, occurredOn: day, awareOn: day, description: '流速突然归零 flow stopped', outcomes: ['NO_HARM'], couldHaveCausedHarm: true, reporter: { name: 'REPORTER-龢', email: 'reporter@example.org' },
  })
  ids.case = reported.adverseEvent.id
  await stage.tell('distributor:NORDKAI', 'setRecallPolicy', 'policy { customerNames }', { customerNames: 'NEVER' })
  const drafted = await stage.say<Outcome & { recall: { id: string } }>('quality', 'draft-recall', { title: 'Shaft may kink 导管可能打折', reason: 'Out of tolerance', reasonZh: '尺寸超差', classification: 'I', actions: ['STOP_USE'], scope: { batches: [`${balloon}(10)2603B01`, `${balloon}(10)2609B05`], serials: [`${balloon}(10)2608B04(21)B04-004`] } })
  ids.recall = drafted.recall.id
  await stage.say('quality', 'approve-recall', { recall: ids.recall, signature })
})
afterAll(async () => {
  await keeper.stop()
  await graph.close()
  await stage.stop()
  await rm(folder, { recursive: true, force: true })
})

const fetched = async (viewer: string, id: string, language = 'zh') => stage.hub.app.inject({ url: `/evidence/${id}?language=${language}`, headers: await stage.hub.headers(viewer) })

const packOf = async (kind: keyof typeof ids, viewer = 'quality', language = 'zh'): Promise<Map<string, Buffer>> => {
  const { statusCode, rawPayload } = await fetched(viewer, ids[kind], language)
  expect(statusCode).toBe(200)
  await writeFile(join(folder, `${kind}.zip`), rawPayload)
  return filesIn(join(folder, `${kind}.zip`))
}

/** The verifier as a process of its own, which has no database. */
const verified = (file: string, ...more: string[]): Promise<{ code: number; out: string }> => new Promise((done) => {
  execFile(process.execPath, [inProject('server/run.mjs'), inProject('server/evidence-verify.ts'), file, ...more], { env: { PATH: process.env['PATH'], NEO4J_URI: 'bolt://127.0.0.1:1' } }, (error, stdout, stderr) => done({ code: Number(error?.code ?? 0), out: stdout + stderr }))
})

const jsonIn = <Shape>(files: Map<string, Buffer>, path: string): Shape => JSON.parse(files.get(path)!.toString()) as Shape

describe('an evidence pack', () => {
  it('of a device has its timeline, genealogy, papers and record, and is verified by a process without a database', async () => {
    const files = await packOf('serial')
    expect([...files.keys()]).toEqual(expect.arrayContaining(['serial.json', 'timeline.json', 'timeline.csv', 'genealogy.json', 'documents.csv', 'audit/trail.json', 'evidence.pdf', 'manifest.json', 'manifest.sig']))
    expect(jsonIn<unknown[]>(files, 'timeline.json').length).toBeGreaterThan(5)
    expect([...files.keys()].filter((path) => path.startsWith('documents/')).length).toBeGreaterThan(0)
    expect(files.get('evidence.pdf')!.subarray(0, 5).toString()).toBe('%PDF-')
    expect(files.get('evidence.pdf')!.length).toBeLessThan(300_000)
    const trail = jsonIn<{ action: string; changes: { field: string; after: string }[] }[]>(files, 'audit/trail.json')
    const { pack, record } = jsonIn<{ pack: string; record: { key: string; proofs: unknown[] } }>(files, 'manifest.json')
    expect(trail[0]).toMatchObject({ action: 'MAKE_EVIDENCE', changes: expect.arrayContaining([expect.objectContaining({ field: 'pack', after: pack })]) })
    expect(record.proofs.length).toBeGreaterThan(0)
    const { code, out } = await verified(join(folder, 'serial.zip'), '--key', record.key)
    expect(out).toContain('all as it was packed')
    expect(code).toBe(0)
  })

  it('that somebody changed is found out, file by file', async () => {
    const files = await packOf('serial')
    const paper = [...files.keys()].find((path) => path.startsWith('documents/'))!
    files.set('timeline.csv', Buffer.from(files.get('timeline.csv')!.toString().replace('2026', '2025')))
    files.delete(paper)
    files.set('documents/forged.pdf', Buffer.from('%PDF-1.7 forged'))
    await zipOf(files, join(folder, 'forged.zip'))
    const { code, out } = await verified(join(folder, 'forged.zip'))
    expect(code).toBe(1)
    expect(out).toContain('EDITED  timeline.csv')
    expect(out).toContain(`MISSING  ${paper}`)
    expect(out).toContain('ADDED  documents/forged.pdf')
  })

  it('of a batch has its devices and where they are', async () => {
    const files = await packOf('batch', 'auditor', 'en')
    const serials = jsonIn<{ serialNumber: string }[]>(files, 'serials.json')
    expect(serials.map(({ serialNumber }) => serialNumber)).toContain('B04-004')
    expect(files.get('serials.csv')!.toString().trim().split('\r\n')).toHaveLength(serials.length + 1)
    expect((await verified(join(folder, 'batch.zip'))).code).toBe(0)
  })

  it('has what its maker checked when goods arrived, and nobody else’s checks', async () => {
    const code = `${balloon}(10)2608B04(21)B04-004`
    const moved = async (from: string, to: string, receiver: string, remark: string): Promise<void> => {
      const input = { idempotencyKey: newKey(), documentNumber: `RETURN-${to}`, to, at: new Date().toISOString(), lines: [{ code }] }
      expect(await stage.ask(from, 'mutation ($input: ReportReturnInput!) { reportReturn(input: $input) { __typename ... on GoodsReported { rejected { line } } } }', { input })).toMatchObject({ reportReturn: { rejected: [] } })
      expect(await stage.say(receiver, 'confirm-receipt', { receivedAt: new Date().toISOString(), documentNumber: input.documentNumber, lines: [{ code }], acceptance: { temperature: 21.5, packagingIntact: false, remark } })).toMatchObject({ acceptedCount: 1 })
    }
    await moved('hospital:CJUH', 'KANGLUO', 'distributor:KANGLUO', 'DISTRIBUTOR-REMARK')
    await moved('distributor:KANGLUO', 'NINGCHUAN-MAILAN-MEDICAL-DEVICES', 'quality', 'foil torn 铝箔破损')
    const { serial } = await stage.ask<{ serial: { id: string } }>('quality', 'query ($code: String!) { serial(code: $code) { id } }', { code })
    ids.serial = serial.id
    const files = await packOf('serial')
    const received = jsonIn<{ bizStep: string; acceptance: object | null }[]>(files, 'timeline.json').filter(({ acceptance }) => acceptance)
    expect(received).toMatchObject([{ bizStep: 'receiving', acceptance: { temperature: 21.5, packagingIntact: false, unexpired: null, remark: 'foil torn 铝箔破损', conditions: ['ACCEPTED'] } }])
    const [head, ...lines] = files.get('timeline.csv')!.toString().split('\r\n')
    expect(head).toContain('acceptance.conditions,acceptance.temperature,acceptance.packagingIntact')
    expect(lines.filter((line) => line.includes('ACCEPTED,21.5,false,,,,,foil torn 铝箔破损'))).toHaveLength(1)
    for (const [path, content] of files) expect.soft(content.includes('DISTRIBUTOR-REMARK'), path).toBe(false)
  })

  it('of a recall tells who was telephoned and what they were told, and names nobody', async () => {
    const { recall } = await stage.ask<{ recall: { notices: { edges: { node: { id: string } }[] } } }>('quality', 'query ($id: ID!) { recall(id: $id) { notices(first: 1) { edges { node { id } } } } }', { id: ids.recall })
    const notice = recall.notices.edges[0]!.node.id
    const input = { idempotencyKey: newKey(), notice, calledAt: new Date().toISOString(), spokeWith: 'SPOKE-WITH-龢', said: 'Stop using it.', reached: true }
    await stage.ask('quality', 'mutation ($input: LogPhoneCallInput!) { logPhoneCall(input: $input) { ... on PhoneCallLogged { call { id } } } }', { input })
    const files = await packOf('recall')
    const notices = jsonIn<{ id: string; phoneCalls: object[] }[]>(files, 'notices.json')
    expect(notices.find(({ id }) => id === notice)?.phoneCalls).toMatchObject([{ said: 'Stop using it.', reached: true }])
    for (const [path, content] of files) expect.soft(content.includes('SPOKE-WITH-'), path).toBe(false)
  })

  it('names what it has no room for: a paper whose content is lost', async () => {
    const path = [...(await packOf('batch')).keys()].find((name) => name.startsWith('documents/'))!
    const { files } = jsonIn<{ files: { path: string; sha256: string }[] }>(await packOf('batch'), 'manifest.json')
    const { sha256 } = files.find((file) => file.path === path)!
    const stored = documentPath(stage.database.dataFolder, sha256)
    const content = await readFile(stored)
    await rm(stored)
    const without = await packOf('batch')
    await writeFile(stored, content)
    expect(jsonIn(without, 'left-out.json')).toMatchObject({ originals: [sha256] })
    expect((await packOf('batch')).has('left-out.json')).toBe(false)
  })

  it('of a case leaves out who reported', async () => {
    const files = await packOf('case')
    for (const [path, content] of files) expect(content.includes('REPORTER-'), path).toBe(false)
    expect(files.get('case.json')!.toString()).toContain('流速突然归零')
    expect(files.has('timeline.json')).toBe(true)
    expect((await verified(join(folder, 'case.zip'))).code).toBe(0)
  })

  it('of a recall has scope, notices and signature, and no name that its maker may not know', async () => {
    const files = await packOf('recall')
    const scope = jsonIn<unknown[]>(files, 'scope.json')
    const notices = jsonIn<{ recipient: { name: string | null; country: string } }[]>(files, 'notices.json')
    expect(scope.length).toBeGreaterThan(5)
    expect(notices.some(({ recipient }) => recipient.name === null)).toBe(true)
    expect(jsonIn<{ signatures: { signer: string; meaning: string }[] }>(files, 'recall.json').signatures[0]).toMatchObject({ meaning: signature.meaning })
    const { viewer } = await stage.ask<{ viewer: { organization: { name: string; nameZh: string | null } } }>('hospital:SILBERSEE', '{ viewer { organization { name nameZh } } }')
    for (const [path, content] of files) expect.soft(content.includes(viewer.organization.name), path).toBe(false)
    const { reasonZh, authorities } = jsonIn<{ reasonZh: string; authorities: { clocks: unknown[] }[] }>(files, 'recall.json')
    expect(reasonZh).toBe('尺寸超差')
    expect(authorities.flatMap(({ clocks }) => clocks).length).toBeGreaterThan(0)
    expect((await verified(join(folder, 'recall.zip'))).code).toBe(0)
  })

  it('holds what was filed, frozen as it was', async () => {
    const ask = () => stage.ask<{ authorityReport: { missing: string[]; blocks: { fields: { number: string; value: string | null }[] }[] }; filings: { number: string; intact: boolean; sha256: string; report: { blocks: { fields: { number: string; value: string | null }[] }[] } }[] }>('quality',
      'query ($id: ID!) { authorityReport(subject: $id, form: FDA_3500A) { missing blocks { fields { number value } } } filings(subject: $id) { number intact sha256 report { blocks { fields { number value } } } } }', { id: ids.case })
    const valueOf = (blocks: { fields: { number: string; value: string | null }[] }[], number: string) => blocks.flatMap(({ fields }) => fields).find((it) => it.number === number)?.value
    const before = await ask()
    expect(before.authorityReport.missing).toContain('H3')
    expect(valueOf(before.authorityReport.blocks, 'D4')).toContain('ML4-260311-0452')
    expect(JSON.stringify(before)).not.toContain('REPORTER-')
    const filing = { subject: ids.case, form: 'FDA_3500A', authority: 'FDA', filedOn: new Date().toISOString(), number: '3001-2026-00001', rule: 'FDA_30_DAYS' }
    expect(await stage.tell('quality', 'recordFiling', 'filing { number sha256 }', filing)).toMatchObject({ filing: { number: '3001-2026-00001' } })
    expect(await stage.tell('hospital:CJUH', 'recordFiling', 'filing { number }', { ...filing, form: 'FDA_806', subject: ids.recall })).toMatchObject({ code: 'NOT_FOUND' })
    await stage.tell('quality', 'triageAdverseEvent', 'adverseEvent { id }', { adverseEvent: ids.case, priority: 'HIGH' })
    await stage.tell('quality', 'assessAdverseEvent', 'adverseEvent { id }', { adverseEvent: ids.case, assessment: 'Pump head worn' })
    const after = await ask()
    expect(valueOf(after.authorityReport.blocks, 'H3')).toBe('Pump head worn')
    expect(after.filings).toMatchObject([{ number: '3001-2026-00001', intact: true }])
    expect(valueOf(after.filings[0]!.report.blocks, 'H3')).toBeNull()
    const packed = await packOf('case')
    expect(jsonIn<object[]>(packed, 'filings.json')).toMatchObject([{ form: 'FDA_3500A', number: '3001-2026-00001', intact: true, report: after.filings[0]!.report }])
    expect(packed.get('filings.csv')!.toString()).toContain('3001-2026-00001')
    const { adverseEvent } = await stage.ask<{ adverseEvent: { clocks: { rule: string; state: string }[]; reports: { rule: string }[] } }>('quality', 'query ($id: ID!) { adverseEvent(id: $id) { reports { rule } clocks { rule state } } }', { id: ids.case })
    expect(adverseEvent.reports).toEqual([{ rule: 'FDA_30_DAYS' }])
    const recall = await stage.ask<{ authorityReport: { blocks: { fields: { number: string; value: string }[] }[] } }>('quality', 'query ($id: ID!) { authorityReport(subject: $id, form: FDA_806) { blocks { fields { number value } } } }', { id: ids.recall })
    const consignees = valueOf(recall.authorityReport.blocks, '(c)(11)')
    expect(consignees).toContain('name withheld')
    expect(consignees).not.toContain('Silbersee')
    const covered = valueOf(recall.authorityReport.blocks, '(c)(5)')?.split('; ')
    expect(covered?.toSorted(), 'a device with the lot that it was made in').toEqual(['lot 2603B01', 'lot 2608B04, serial B04-004', 'lot 2609B05'])
    expect(valueOf(recall.authorityReport.blocks, '(c)(10)')).toMatch(/^made \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d; expires \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/)
  })

  it('has a notice on paper and as CSV for its recipient, with exactly its devices', async () => {
    const notices = await stage.ask<{ recallNotices: { edges: { node: { id: string; itemCount: number; recall: { title: string } } }[] } }>('hospital:SILBERSEE', '{ recallNotices(first: 20) { edges { node { id itemCount recall { title } } } } }')
    const { id, itemCount } = notices.recallNotices.edges.map(({ node }) => node).find(({ recall }) => recall.title.startsWith('Shaft may kink'))!
    const paper = async (viewer: string, kind: string) => stage.hub.app.inject({ url: `/recall-notices/${id}.${kind}`, headers: await stage.hub.headers(viewer) })
    const csv = await paper('hospital:SILBERSEE', 'csv')
    expect(csv.body.trim().split('\r\n')).toHaveLength(itemCount + 1)
    expect((await paper('hospital:SILBERSEE', 'pdf')).body.slice(0, 5)).toBe('%PDF-')
    expect((await paper('hospital:CJUH', 'csv')).statusCode).toBe(404)
    const status = async (viewer: string) => (await stage.hub.app.inject({ url: `/authority-reports/${ids.recall}/FDA_7_53.pdf`, headers: await stage.hub.headers(viewer) })).statusCode
    expect([await status('quality'), await status('hospital:SILBERSEE')]).toEqual([200, 404])
  })

  it('of a case holds the photos that came with it, for who may see the case alone', async () => {
    const photo = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.from('fffe000b', 'hex'), Buffer.from('GPS-PLACE'), Buffer.from('ffda0008010100003f00', 'hex'), Buffer.from([1, 2, 3, 0xff, 0xd9])])
    const send = async (viewer: string, payload: Buffer) => stage.hub.app.inject({ method: 'POST', url: '/attachments?title=pump.jpg', headers: { ...await stage.hub.headers(viewer), 'content-type': 'application/octet-stream' }, payload })
    const sent = await send('hospital:CJUH', photo)
    expect(sent.statusCode).toBe(201)
    const { id } = sent.json<{ id: string }>()
    expect((await send('hospital:CJUH', photo)).json()).toEqual({ id })
    expect((await send('hospital:CJUH', Buffer.from('<svg></svg> is no photo'))).statusCode).toBe(415)
    expect((await send('hospital:CJUH', Buffer.alloc(10_000_001))).statusCode).toBe(413)
    const { adverseEvent } = await stage.say<{ adverseEvent: { id: string } }>('hospital:CJUH', 'submit-adverse-event', {
      code: pump, occurredOn: day, awareOn: day, description: 'with a photo', outcomes: ['NO_HARM'], couldHaveCausedHarm: false, reporter: { name: 'R', email: 'r@example.org' }, attachments: [id],
    })
    const read = async (viewer: string) => stage.hub.app.inject({ url: `/documents/${id}`, headers: await stage.hub.headers(viewer) })
    expect([(await read('hospital:CJUH')).statusCode, (await read('quality')).statusCode, (await read('hospital:NYHH')).statusCode, (await read('quality-team:ABBOTT-VASCULAR')).statusCode]).toEqual([200, 200, 404, 404])
    expect((await read('quality')).rawPayload.includes('GPS-PLACE')).toBe(false)
    ids.case = adverseEvent.id
    expect([...(await packOf('case')).keys()].some((path) => path.startsWith('documents/') && path.endsWith('pump.jpg'))).toBe(true)
  })

  it('is not there for strangers, nor for partners who see the thing', async () => {
    for (const id of Object.values(ids)) expect((await fetched('hospital:NYHH', id)).statusCode).toBe(404)
    expect((await fetched('quality-team:ABBOTT-VASCULAR', ids.serial)).statusCode).toBe(404)
    expect((await fetched('quality', 'ser_AAAAAAAAAAAAAAAAAAAAAA')).statusCode).toBe(404)
    expect((await fetched('hospital:CJUH', ids.serial)).statusCode).toBe(403)
    expect((await stage.hub.app.inject({ url: `/evidence/${ids.serial}` })).statusCode).toBe(401)
  })
})
