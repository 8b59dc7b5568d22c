import { getNamedType, isUnionType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { may } from '../../server/access/may.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { openSchema } from '../../server/schema.ts'
import { hasWords } from '../features/portal/audit-words.ts'
import { newKey } from '../features/recalls/sign-kit.ts'
import type { TestDatabase } from '../testkit/database.ts'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openTestHub, type TestHub } from '../testkit/hub.ts'
import { type Fixtures, makeFixtures } from './matrix/fixtures.ts'
import { mutationRows } from './matrix/mutations.ts'
import { queryRows } from './matrix/queries.ts'
import { registeredRoutes, withoutRow } from './matrix/registered-routes.ts'
import { type RouteRow, routeRows } from './matrix/routes.ts'
import type { Thing, ThingName } from './matrix/things.ts'
import { organizationOf, roleOf, viewers } from './matrix/viewers.ts'

let database: TestDatabase
let hub: TestHub
let fixtures: Fixtures
let cells = 0
beforeAll(async () => {
  database = await openDemoDatabase()
  hub = await openTestHub(database, database.dataFolder)
  fixtures = await makeFixtures(database, hub)
})
afterAll(async () => {
  console.info(`the matrix has ${cells} cells`)
  await hub.stop()
  await database.stop()
})

const operations = await openSchema()
const fieldsOf = (type: ReturnType<typeof operations.getQueryType>): string[] => Object.keys(type?.getFields() ?? {}).sort()

describe('the matrix has a row', () => {
  it('for every query', () => expect(Object.keys(queryRows).sort()).toEqual(fieldsOf(operations.getQueryType())))
  it('for every mutation', () => expect(Object.keys(mutationRows).sort()).toEqual(fieldsOf(operations.getMutationType())))
  // test/doors/sockets.db.test.ts listens as holders and strangers of one recall, test/features/delivery/delivery.db.test.ts to the rest.
  it('for every subscription', () => expect(fieldsOf(operations.getSubscriptionType())).toEqual(['adverseEventChanged', 'findingRaised', 'messageArrived', 'recallNoticeIssued', 'recallNoticeResponded', 'serviceTicketChanged']))
  it('for every route of REST', () => {
    const registered = registeredRoutes(hub.app)
    expect(registered.length).toBeGreaterThan(40)
    expect(withoutRow(registered, routeRows)).toEqual([])
  })
})

/** What was answered, with the thing's own name left out, and by how many statements. */
const answerOf = async (viewer: string, query: string, variables: (name: string) => object, name: string): Promise<{ text: string; statements: number }> => {
  cells += 1
  hub.statements()
  const { status, ...answer } = await hub.ask(viewer, query, variables(name))
  return { text: JSON.stringify({ status, ...answer }).replaceAll(name, '·'), statements: hub.statements().length }
}

const thing = (name: ThingName): Thing => fixtures.things[name]

const isStranger = (viewer: string, { seenBy }: Thing): boolean => !seenBy.includes(organizationOf(viewer))

const expectUntainted = (viewer: string, text: string): void => {
  for (const taint of fixtures.taints) if (!taint.seenBy.includes(organizationOf(viewer))) expect.soft(text, `${viewer} reads ${taint.text}`).not.toContain(taint.text)
}

/** The id of a thing that is known by its code, as its owner learns it. */
const idOf = async (name: ThingName): Promise<Thing> => {
  const known = thing(name)
  if (!('code' in known) && !/^\(|^[A-Z]/.test(known.real)) return known
  const field = { stents: 'batch', polymer: 'batch', material: 'product', carton: 'logisticUnit' }[name as string] ?? 'serial'
  const insider = viewers.find((viewer) => !isStranger(viewer, known) && roleOf(viewer) !== 'AUDITOR') ?? ''
  const { data } = await hub.ask<Record<string, { id: string } | null>>(insider, `query ($code: String!) { ${field}(code: $code) { id } }`, { code: known.real })
  const id = data?.[field]?.id
  if (!id) throw new Error(`${insider} does not see ${name}`)
  return { real: id, fake: `${id.slice(0, 4)}AAAAAAAAAAAAAAAAAAAAAA`, seenBy: known.seenBy }
}

describe('what is asked for one thing', () => {
  const rows = Object.entries(queryRows).flatMap(([operation, row]) => (row.asks === 'thing' ? row.things.map((name) => [operation, name, row.query] as const) : []))

  it.each(rows)('%s of %s: strangers get what they get for nothing', async (operation, name, query) => {
    const subject = operation === 'node' ? await idOf(name) : thing(name)
    let seen = 0
    for (const viewer of viewers) {
      const real = await answerOf(viewer, query, (code) => ({ code }), subject.real)
      const fake = await answerOf(viewer, query, (code) => ({ code }), subject.fake)
      // A look-up is the stated exception: it says of any device whether it may be used, and so may take another way to find it.
      if (isStranger(viewer, subject)) expect.soft(operation === 'lookup' ? real.text : real, `${viewer} asks for another's ${name}`).toEqual(operation === 'lookup' ? fake.text : fake)
      else if (real.text !== fake.text) seen += 1
    }
    expect(seen, 'somebody sees it').toBeGreaterThan(0)
  })
})

describe('what is asked without a subject', () => {
  const rows = Object.entries(queryRows).flatMap(([operation, row]) => (row.asks === 'thing' ? [] : [[operation, row] as const]))

  it.each(rows)('%s: holds no word of another’s business', async (_operation, row) => {
    const answers = new Set<string>()
    for (const viewer of viewers) {
      const { text } = await answerOf(viewer, row.query, () => ({}), 'no such name')
      answers.add(text)
      if (row.asks === 'list') expectUntainted(viewer, text)
    }
    if (row.asks === 'public') expect(answers.size).toBe(1)
  })
})

/** The mutation with all that tells one refusal from another: code, words, path, and each rejected line. */
const mutationOf = (operation: string): string => {
  const field = operations.getMutationType()?.getFields()[operation]
  const result = getNamedType(field?.type)
  const members = isUnionType(result) ? result.getTypes() : []
  const rejecting = members.filter((member) => 'rejected' in member.getFields()).map(({ name }) => `... on ${name} { rejected { line code reason { code message } } }`)
  return `mutation ($input: ${String(field?.args[0]?.type)}) { ${operation}(input: $input) { __typename ... on UserError { code message path } ${rejecting.join(' ')} } }`
}

describe('what would change something', () => {
  it.each(Object.entries(mutationRows))('%s: refused by role, and for another’s thing as for nobody’s', async (operation, { action, thing: name, input, takesAnyones }) => {
    const query = mutationOf(operation)
    const subject = thing(name)
    const allowed = new Set<string>(may[action])
    for (const viewer of viewers) {
      const variables = (code: string): object => ({ input: { idempotencyKey: newKey(), ...input(code) } })
      const may = allowed.has(roleOf(viewer))
      if (may && (!isStranger(viewer, subject) || takesAnyones || name === 'nothing')) continue
      const real = await answerOf(viewer, query, variables, subject.real)
      // A row that the schema refuses would prove nothing.
      expect(real.text, `${operation}'s input fits the schema`).not.toContain('BAD_USER_INPUT')
      if (may) expect.soft(real, `${viewer} changes another's ${name}`).toEqual(await answerOf(viewer, query, variables, subject.fake))
      else expect.soft(real.text, `${viewer} may not`).toContain('"NOT_ALLOWED"')
    }
  })
})

/** Answers name the moment and the statement's own page. */
const timeless = (text: string): string => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now')

const answerAt = async (viewer: string | undefined, { method, path, body = '{}' }: RouteRow, id: string) => {
  cells += 1
  const headers = await hub.headers(viewer)
  hub.statements()
  const answer = await hub.app.inject({ method: method ?? 'GET', url: path.replace(':id', id), headers, ...(method && method !== 'DELETE' && { payload: body }) })
  return { status: answer.statusCode, text: timeless(answer.body.replaceAll(id, '·').replaceAll(decodeURIComponent(id), '·')), statements: hub.statements().length }
}

describe('REST', () => {
  const nothing = { real: 'doc_AAAAAAAAAAAAAAAAAAAAAA', fake: 'doc_AAAAAAAAAAAAAAAAAAAAAB', seenBy: [] }

  it.each(routeRows.map((row) => [`${row.method ?? 'GET'} ${row.path}`, row.thing ?? '', row] as const))('%s %s: nothing for nobody, and for strangers what there is for nothing', async (_name, _thing, row) => {
    const subject = row.thing ? thing(row.thing) : nothing
    expect((await answerAt(undefined, row, subject.real)).status).toBe(row.byLink ? 404 : 401)
    let seen = 0
    for (const viewer of viewers) {
      const stranger = isStranger(viewer, subject)
      if (row.action) {
        if (!(may[row.action] as readonly string[]).includes(roleOf(viewer))) expect.soft((await answerAt(viewer, row, subject.fake)).status, `${viewer} may not`).toBe(403)
      } else if (!row.method || stranger) {
        const real = await answerAt(viewer, row, subject.real)
        expectUntainted(viewer, real.text)
        if (row.thing && stranger) expect.soft(real, `${viewer} asks for another's ${row.thing}`).toEqual(await answerAt(viewer, row, subject.fake))
        if (row.thing && row.thing !== 'epc' && stranger) expect.soft([403, 404], viewer).toContain(real.status)
        if (!stranger && real.status < 300) seen += 1
      }
    }
    if (row.thing && !row.method) expect(seen, 'somebody sees it').toBeGreaterThan(0)
  })
})

it('what all of this left in the record has words in both languages, field by field', async () => {
  const graph = openGraph(database)
  const rows = await graph.read(cypher<object, { changes: string }>()`MATCH (record:AuditRecord) RETURN DISTINCT record.changes AS changes`, {})
  await graph.close()
  const fields = new Set(rows.flatMap(({ changes }) => (JSON.parse(changes) as { field: string }[]).map(({ field }) => field)))
  expect(fields.size).toBeGreaterThan(50)
  expect([...fields].filter((field) => !hasWords(field))).toEqual([])
})
