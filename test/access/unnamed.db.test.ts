import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSupplies } from '../../server/features/custody/capture/supplies.cypher.ts'
import type { Supply } from '../../server/features/custody/supplies.rules.ts'
import { checkInvariants } from '../../server/features/insight/check-invariants.ts'
import { cypher, type Statement } from '../../server/kernel/cypher.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { openSchema } from '../../server/schema.ts'
import { documentOf, epcisOf } from '../features/epcis/epcis-kit.ts'
import { filesIn } from '../features/evidence/zip-kit.ts'
import { signature } from '../features/recalls/sign-kit.ts'
import { openStage, type Outcome, type Stage } from '../features/recalls/story-kit.ts'
import { type Row, queryRows } from './matrix/queries.ts'
import { routeRows } from './matrix/routes.ts'
import { coded } from './matrix/things.ts'
import { teams } from './matrix/viewers.ts'
import { type Customer, customersOf, type Near } from './unnamed-kit.ts'
import { wholeAnswers } from './whole-answer.ts'
import { lately } from '../testkit/lately.ts'

const maker = 'NINGCHUAN-MAILAN-MEDICAL-DEVICES'
const kangluo = 'distributor-admin:KANGLUO'

/** The same for whoever looks, whether anybody sold it anything; and the demo's own words. */
const directory = ['organizations', 'organization', 'demoTour', 'demoViewers', 'viewer']
/** Answers in which a partner that wrote to the maker is named: what it told itself. */
const toldItself = /^(adverseEvents?|serviceTickets?|authorityReport|auditTrail|auditRecords|messages|signals?)/

let stage: Stage
let customers: Customer[]
let others: string[]
let near: Near
let makerId: string
let folder: string
const schema = await openSchema()

beforeAll(async () => {
  stage = await openStage('quality')
  folder = await mkdtemp(join(tmpdir(), 'devicetrail-unnamed-'))
  const found = await customersOf(stage.database, maker, 'KANGLUO')
  ;({ customers, others, near } = found)
  makerId = (await idsOf(maker, maker)).maker
})
afterAll(async () => {
  await stage?.stop()
  await rm(folder, { recursive: true, force: true })
})

const set = (customerNames: string) => stage.tell(kangluo, 'setRecallPolicy', 'policy { customerNames }', { customerNames })

/** What to ask an operation for: the matrix's own things, and what lies with the customers. */
const subjectsOf = (operation: string, row: Row): readonly string[] => {
  if (row.asks !== 'thing') return ['']
  const own = row.things.flatMap((name) => (name in coded ? [coded[name as keyof typeof coded].real] : []))
  const things = (label: string): string[] => near.things.filter((id) => id.startsWith(label))
  const mixed = [...things('ser_').slice(-2), ...things('bat_').slice(0, 1), ...near.notices.slice(0, 1), ...near.recalls.slice(0, 1), ...near.cases.slice(0, 1), ...near.tickets.slice(0, 1)]
  const by: Readonly<Record<string, readonly string[]>> = {
    node: mixed, auditTrail: mixed, serial: things('ser_'), batch: things('bat_'), lookup: near.things.slice(0, 1), genealogy: near.things.slice(0, 1),
    recall: near.recalls, recallNotice: near.notices, adverseEvent: near.cases, serviceTicket: near.tickets, authorityReport: [...near.cases, ...near.recalls],
  }
  return [...own, ...by[operation] ?? []]
}

interface Answered {
  readonly operation: string
  readonly text: string
}

const ask = async (viewer: string, operation: string, query: string, code: string): Promise<Answered> => {
  const { status: _, ...answer } = await stage.hub.ask(viewer, query, { code })
  return { operation, text: JSON.stringify(answer) }
}

/** Every operation of the schema, each with all that it can answer, for one viewer. */
const everyAnswer = async function* (viewer: string, documentsOf: (operation: string, row: Row) => readonly string[]): AsyncGenerator<Answered> {
  for (const [operation, row] of Object.entries(queryRows)) {
    if (directory.includes(operation)) continue
    for (const code of subjectsOf(operation, row)) for (const query of documentsOf(operation, row)) yield await ask(viewer, operation, query, code)
  }
}

const whole = (operation: string, { query }: Row): readonly string[] => wholeAnswers(schema, operation, query)
const asInMatrix = (_operation: string, { query }: Row): readonly string[] => [query]

/** Cursors are read too: whoever has one can take it apart. */
const withCursors = (text: string): string => text + [...text.matchAll(/"(?:cursor|endCursor)":"([^"]+)"/g)].map(([, cursor = '']) => Buffer.from(cursor, 'base64').toString()).join('\n')

interface Move { readonly from?: { readonly id: string | null } | null; readonly to?: { readonly id: string | null } | null }

/** In what the maker took part in itself, a repair for example, it knows the other. */
const isOwnBusiness = (value: Move | null): boolean => value?.from?.id === makerId || value?.to?.id === makerId

const withoutOwnBusiness = (json: string): string => JSON.stringify(JSON.parse(json, (_key, value: unknown) => (typeof value === 'object' && isOwnBusiness(value) ? null : value)))

/** Who is named in a text, by any word; what a partner wrote itself names it. */
const namedIn = ({ operation, text }: Answered): string[] => {
  const told = withCursors(text.startsWith('{') ? withoutOwnBusiness(text) : text).replaceAll(/"(?:reportedBy|openedBy)":\s*\{[^{}]*\}/g, '')
  return customers.filter(({ wrote }) => !(wrote && toldItself.test(operation))).flatMap(({ code, words }) => words.filter((word) => told.includes(word)).slice(0, 1).map((word) => `${operation}: ${code} by ${word}: …${told.slice(Math.max(0, told.indexOf(word) - 200), told.indexOf(word) + 40)}`))
}

const routes = async function* (): AsyncGenerator<Answered> {
  const ids: Readonly<Record<string, readonly string[]>> = {
    '/documents/:id': near.documents, '/recall-notices/:id.csv': near.notices, '/evidence/:id': [...near.things.slice(0, 1), ...near.things.slice(-1), ...near.recalls.slice(0, 1), ...near.cases.slice(0, 1)],
    '/epcis/bizLocations/:id/events': ['https://id.gs1.org/414/6999900110015'], '/epcis/readPoints/:id/events': ['https://id.gs1.org/414/6999900110015'],
  }
  // A statutory export is of what the viewer itself bought and sold.
  const read = routeRows.filter(({ path, method, byLink }) => !method && !byLink && !path.endsWith('.pdf') && !path.startsWith('/exports/'))
  for (const path of new Set(read.map((row) => row.path))) {
    for (const id of path.includes(':id') ? ids[path] ?? [] : ['']) {
      const { rawPayload, body } = await stage.hub.app.inject({ url: path.replace(':id', encodeURIComponent(id)), headers: await stage.hub.headers('quality') })
      yield { operation: path, text: path.startsWith('/evidence') ? await textOf(rawPayload) : body.replaceAll(id || '·', '·') }
    }
  }
}

const textOf = async (zip: Buffer): Promise<string> => {
  const file = join(folder, 'pack.zip')
  await writeFile(file, zip)
  return [...await filesIn(file)].map(([path, content]) => `${path}\n${/\.(?:json|csv|svg|txt|md)$/.test(path) ? content.toString() : ''}`).join('\n')
}

const leaksOf = async (answers: AsyncGenerator<Answered>): Promise<{ leaks: string[]; asked: number; operations: string[] }> => {
  const [leaks, operations] = [new Set<string>(), new Set<string>()]
  let asked = 0
  for await (const answer of answers) {
    asked += 1
    for (const leak of namedIn(answer)) {
      leaks.add(leak)
      operations.add(answer.operation)
    }
  }
  return { leaks: [...leaks], asked, operations: [...operations] }
}

const countsOf = (): Promise<unknown> => stage.ask('quality', '{ recallScope(input: {products: ["06972145030560"]}) { batchCount serialCount countries quantity { value } holders { serialCount quantity { value } } used { serialCount } items(first: 400) { totalCount edges { node { id status } } } } }')

const balloon = '(01)06972145030560'

interface Holder { readonly id: string | null; readonly name: string | null }
const holderOf = async (viewer: string, code: string): Promise<Holder | null> =>
  (await stage.ask<{ serial: { holder: Holder | null } }>(viewer, 'query ($code: String!) { serial(code: $code) { holder { id name kinds country } } }', { code })).serial.holder

/** Whether each hospital has its name on the notices and in the scope of a recall. */
const namesIn = async (id: string): Promise<{ notices: boolean; holders: boolean }> => {
  interface Party { readonly name: string | null; readonly kinds: readonly string[] }
  const { recall } = await stage.ask<{ recall: { notices: { edges: { node: { recipient: Party } }[] }; scope: { holders: { organization: Party }[] } } }>('quality', 'query ($id: ID!) { recall(id: $id) { notices(first: 100) { edges { node { recipient { name kinds } } } } scope { holders { organization { name kinds } } } } }', { id })
  const hospitals = (parties: readonly Party[]): Party[] => parties.filter(({ kinds }) => kinds.includes('HOSPITAL'))
  const [recipients, holders] = [hospitals(recall.notices.edges.map(({ node }) => node.recipient)), hospitals(recall.scope.holders.map(({ organization }) => organization))]
  expect(recipients.length).toBeGreaterThan(0)
  return { notices: recipients.every(({ name }) => name !== null), holders: holders.every(({ name }) => name !== null) }
}

const complete = cypher<{ id: string }, never>()`MATCH (recall:Recall {id: $in.id}) SET recall.status = 'COMPLETED'`
const idsByCode = cypher<{ codes: readonly string[] }, { code: string; id: string }>()`MATCH (one:Organization) WHERE one.code IN $in.codes RETURN one.code AS code, one.id AS id`

const write = async <In extends object>(statement: Statement<In, unknown>, input: In): Promise<void> => {
  const graph = openGraph(stage.database)
  await graph.write((writer) => writer.run(statement, input))
  await graph.close()
}

/** That the maker delivers to one of them itself. */
const idsOf = async (seller: string, customer: string): Promise<Supply> => {
  const graph = openGraph(stage.database)
  const ids = new Map((await graph.read(idsByCode, { codes: [seller, customer] })).map(({ code, id }) => [code, id]))
  await graph.close()
  return { seller: ids.get(seller) ?? '', customer: ids.get(customer) ?? '', maker: ids.get(seller) ?? '' }
}

const address = (gln: string) => ({ id: `https://id.gs1.org/414/${gln}` })
const shipped = (more: object): object => ({
  type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping', disposition: 'in_transit', eventTime: lately('2026-11-22T03:00:00.000Z'), eventTimeZoneOffset: '+08:00', epcList: ['https://id.gs1.org/01/06972145030560/21/B03-021'],
  readPoint: address('6999900070005'), sourceList: [{ type: 'possessing_party', source: 'https://id.gs1.org/417/6999900070005' }], destinationList: [{ type: 'possessing_party', destination: 'https://id.gs1.org/417/6999900110008' }], ...more,
})

describe('a distributor that keeps its customers’ names from makers', () => {
  it('has customers that the maker knows by nobody else, and reads everywhere as long as they are not kept', async () => {
    const epcis = epcisOf(stage.hub)
    expect(await epcis.capture(kangluo, documentOf([shipped({})]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(customers.map(({ code }) => code)).toEqual(expect.arrayContaining(['CJUH', 'CZFP']))
    expect(others).toContain('NYHH')
    const telling = ['serial', 'batch', 'recall', 'recallScope', 'recallNotice']
    expect((await leaksOf(everyAnswer('quality', (operation, row) => (telling.includes(operation) ? asInMatrix(operation, row) : [])))).operations.sort()).toEqual(telling.sort())
    expect((await leaksOf(routes())).operations).toEqual(expect.arrayContaining(['/documents/:id', '/epcis/events', '/evidence/:id']))
  }, 300_000)

  it('NEVER: no word of them in any answer to the maker, and every count as before', async () => {
    const before = await countsOf()
    expect(await set('NEVER')).toMatchObject({ policy: { customerNames: 'NEVER' } })
    const { leaks, asked } = await leaksOf(everyAnswer('quality', whole))
    console.info(`${asked} whole answers were looked through`)
    expect(leaks).toEqual([])
    expect((await leaksOf(routes())).leaks).toEqual([])
    expect(await countsOf()).toEqual(before)
  }, 300_000)

  it.each(teams.map((team) => `${team === 'quality' ? 'quality-team' : team}:${maker}`))('%s reads no more of them', async (viewer) => {
    expect((await leaksOf(everyAnswer(viewer, asInMatrix))).leaks).toEqual([])
  })

  it('takes nothing from others: whom an open distributor serves too is named, and the distributor and the customer read what they read', async () => {
    const underWay = 'query ($code: String!) { serial(code: $code) { holder { name } transit { to { name } } } }'
    const code = `${balloon}(21)B03-021`
    expect(await stage.ask('distributor-user:KANGLUO', underWay, { code })).toMatchObject({ serial: { transit: { to: { name: expect.stringContaining('Chengjiang') } } } })
    expect(await stage.ask('quality', underWay, { code })).toMatchObject({ serial: { holder: { name: expect.stringContaining('Kangluo') }, transit: { to: { name: null } } } })
    expect(await holderOf('hospital-user:CJUH', coded.pump.real)).toMatchObject({ name: expect.stringContaining('Chengjiang') })
    expect(await holderOf('quality', coded.pump.real)).toEqual({ id: null, name: null, kinds: ['HOSPITAL'], country: 'CN' })
    expect(JSON.stringify(await stage.ask('quality', `{ recallScope(input: {products: ["06972145030560"]}) { items(first: 400) { edges { node { holder { name } } } } } }`))).toContain('Nanyu')
  })
})

describe('ON_RECALL', () => {
  it('names them on the notices and in the scope of a signed recall while it runs, and nowhere else', async () => {
    await set('ON_RECALL')
    const signed = async (drill: boolean): Promise<string> => {
      const { recall } = await stage.say<Outcome & { recall: { id: string } }>('quality', 'draft-recall', { title: 'Shaft may kink', reason: 'Out of tolerance', classification: 'I', actions: ['STOP_USE'], drill, scope: { batches: [`${balloon}(10)2603B01`] } })
      expect(await stage.say('quality', 'approve-recall', { recall: recall.id, signature })).toMatchObject({ __typename: 'ApproveRecallSuccess' })
      return recall.id
    }
    const [real, drill] = [await signed(false), await signed(true)]
    expect(await namesIn(real)).toEqual({ notices: true, holders: true })
    expect(await namesIn(drill)).toEqual({ notices: false, holders: false })
    expect(await holderOf('quality', coded.pump.real)).toMatchObject({ name: null })
    await write(complete, { id: real })
    expect(await namesIn(real)).toEqual({ notices: false, holders: false })
  })

  it('is one with whom the maker delivers to itself: named from that moment on', async () => {
    await set('NEVER')
    await write(writeSupplies, { rows: [await idsOf(maker, 'CJUH')] })
    expect(await holderOf('quality', coded.pump.real)).toMatchObject({ name: expect.stringContaining('Chengjiang') })
  })

  it('leaves the graph’s invariants true', async () => {
    const graph = openGraph(stage.database, { deadline: 60_000 })
    const breaches = []
    for await (const breach of checkInvariants(graph, { schema: [] })) breaches.push(breach)
    await graph.close()
    expect(breaches).toEqual([])
  })
})
