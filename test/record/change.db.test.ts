import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { concatenated, cypher, joinable } from '../../server/kernel/cypher.ts'
import { Refusal } from '../../server/kernel/errors.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { type Acting, change, type Command } from '../../server/record/change.ts'
import { claimKey } from '../../server/record/change.cypher.ts'
import { forgetKeys, recordRepeatedRefusals } from '../../server/record/housekeeping.ts'
import { recordSignIn } from '../../server/record/sign-in-record.ts'
import { openRecordKit, type RecordKit } from './record-kit.ts'

let kit: RecordKit
beforeAll(async () => { kit = await openRecordKit() })
afterAll(() => kit.stop())
beforeEach(() => kit.byHand('MATCH (n) WHERE n:AuditRecord OR n:PersonalValue OR n:IdempotencyKey OR n:OutboxMessage OR n:RefusalTally OR n:Thing OR n:Actor DETACH DELETE n'))

const makeThing = cypher<{ name: string }, { name: string }>()`CREATE (thing:Thing {name: $in.name}) RETURN thing.name AS name`
const count = cypher<object, { things: number }>()`MATCH (counter:Thing {name: 'counter'}) SET counter.value = coalesce(counter.value, 0) + 1 RETURN counter.value AS things`

let keys = 0
const command = (changed: Partial<Command> = {}): Command => ({ action: 'RECORD_USAGE', idempotencyKey: `key-${(keys += 1)}`, input: { code: 'A' }, subject: 'ser_a', ...changed })

/** Reads a counter that it takes for itself, as who captures takes a serial. */
const takeCounter = joinable(cypher<{ names: readonly string[] }, { name: string; value: number }>()`
UNWIND $in.names AS name MATCH (counter:Thing {name: name}) SET counter.locked = true RETURN name, counter.value AS value`, {
  join: concatenated,
  split: (rows, inputs) => inputs.map(({ names }) => rows.filter(({ name }) => names.includes(name))),
  claims: ({ names }) => names,
})
const setCounter = cypher<{ name: string; value: number }, never>()`MATCH (counter:Thing {name: $in.name}) SET counter.value = $in.value`

const counts = async () => (await kit.byHand(`RETURN COUNT { (:Thing) } AS things, COUNT { (:AuditRecord {outcome: 'DONE'}) } AS done, COUNT { (:AuditRecord {outcome: 'REFUSED'}) } AS refused,
  COUNT { (:OutboxMessage) } AS messages, COUNT { (:IdempotencyKey) } AS keys`))[0]

const make = (given = kit.contextOf({}), what = command(), name = 'one') => change(given, what, async (writing) => {
  await writing.run(makeThing, { name })
  writing.audit({ subject: 'ser_a', changes: [{ field: 'name', before: null, after: name }], reason: 'test' })
  writing.tell({ type: 'thing.made', subject: 'ser_a', organization: 'org_maker', data: { name } })
  return { __typename: 'ThingMade', name }
})

describe('a change', () => {
  it('keeps what it did, its record and its messages together', async () => {
    expect(await make()).toEqual({ __typename: 'ThingMade', name: 'one' })
    expect(await counts()).toEqual({ things: 1, done: 1, refused: 0, messages: 1, keys: 1 })
    const [row] = await kit.byHand('MATCH (record:AuditRecord) OPTIONAL MATCH (value:PersonalValue {id: record.address}) OPTIONAL MATCH (actor:Actor {id: record.actor}) RETURN record {.*} AS record, value.value AS address, actor.name AS name')
    expect(row).toMatchObject({ address: '192.0.2.7', name: 'Lin Yue', record: { action: 'RECORD_USAGE', outcome: 'DONE', count: 1, subject: 'ser_a', actor: 'usr_ward', organization: 'org_hospital', reason: 'test' } })
    expect(JSON.stringify(row?.record)).not.toMatch(/Lin Yue|192\.0\.2/)
  })

  it('answers the same key the same, and does it once', async () => {
    const what = command()
    expect(await make(kit.contextOf({}), what)).toEqual(await make(kit.contextOf({}), what, 'two'))
    expect(await counts()).toMatchObject({ things: 1, done: 1, messages: 1 })
  })

  it('tells a key that was used for another input', async () => {
    const what = command()
    await make(kit.contextOf({}), what)
    expect(await make(kit.contextOf({}), { ...what, input: { code: 'B' } })).toMatchObject({ __typename: 'IdempotencyKeyReused' })
    expect(await counts()).toMatchObject({ things: 1, done: 1, refused: 1 })
  })

  it('lets another person, organization or action have the same key', async () => {
    const what = command({ idempotencyKey: 'shared' })
    await make(kit.contextOf({}), what)
    await make(kit.contextOf({ person: 'usr_other' }), what)
    await make(kit.contextOf({ organization: 'org_other' }), what)
    await make(kit.contextOf({}), { ...what, action: 'CONFIRM_RECEIPT' })
    expect(await counts()).toMatchObject({ things: 4, keys: 4 })
  })

  it('takes a newer one-time code for the same request', async () => {
    const what = command({ input: { code: 'A', signature: { meaning: 'ok', password: 'one', oneTimeCode: '111111' } } })
    await make(kit.contextOf({}), what)
    expect(await make(kit.contextOf({}), { ...what, input: { code: 'A', signature: { meaning: 'ok', password: 'one', oneTimeCode: '222222' } } })).toMatchObject({ name: 'one' })
    expect(await make(kit.contextOf({}), { ...what, input: { code: 'A', signature: { meaning: 'no', password: 'one', oneTimeCode: '222222' } } })).toMatchObject({ __typename: 'IdempotencyKeyReused' })
  })

  it('undoes a refused one, records the refusal, and leaves the key free', async () => {
    const what = command()
    const answer = await change(kit.contextOf({}), what, async (writing) => {
      await writing.run(makeThing, { name: 'never' })
      writing.audit({ subject: 'ser_a' })
      throw new Refusal('BLOCKED', 'It is recalled.', ['code'])
    })
    expect(answer).toEqual({ __typename: 'Refused', code: 'BLOCKED', message: 'It is recalled.', path: ['code'] })
    expect(await counts()).toEqual({ things: 0, done: 0, refused: 1, messages: 0, keys: 0 })
    expect(await make(kit.contextOf({}), what)).toMatchObject({ name: 'one' })
  })

  it('undoes one that fails, and leaves the key free', async () => {
    const what = command()
    await expect(change(kit.contextOf({}), what, async (writing) => {
      await writing.run(makeThing, { name: 'never' })
      throw new Error('a defect')
    })).rejects.toThrow('a defect')
    expect(await counts()).toEqual({ things: 0, done: 0, refused: 0, messages: 0, keys: 0 })
    expect(await make(kit.contextOf({}), what)).toMatchObject({ name: 'one' })
  })

  it('does not end without an audit record', async () => {
    await expect(change(kit.contextOf({}), command(), async (writing) => ({ made: await writing.run(makeThing, { name: 'silent' }) }))).rejects.toThrow('leaves no audit record')
    expect(await counts()).toMatchObject({ things: 0 })
  })

  it('refuses a role that is not in the table, before anything runs', async () => {
    expect(await make(kit.contextOf({ roles: ['AUDITOR'] }))).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await counts()).toMatchObject({ things: 0, refused: 1, keys: 0 })
  })

  it('refuses a key that nobody could send again', async () => {
    for (const idempotencyKey of ['', ' ', 'é', 'x'.repeat(201)]) expect(await make(kit.contextOf({}), command({ idempotencyKey }))).toMatchObject({ code: 'INVALID_INPUT', path: ['idempotencyKey'] })
  })

  it('tells an impatient repeat that the first is still running', async () => {
    const what = command()
    const [first, second] = await Promise.all([make(kit.contextOf({}), what), make(kit.contextOf({}), what)])
    expect([first, second]).toEqual([{ __typename: 'ThingMade', name: 'one' }, expect.objectContaining({ code: 'IN_PROGRESS' })])
    expect(await counts()).toMatchObject({ things: 1, refused: 0 })
  })

  it('does it once for one key on two nodes at once, and both answer the same', async () => {
    vi.resetModules()
    // A second node: its own module, which knows nothing of what the first is at, and its own connections.
    const other = await import('../../server/record/change.ts')
    await import('../../server/record/authenticity.ts').then(({ authenticateBy }) => authenticateBy(Buffer.alloc(32)))
    const graph = openGraph(kit.database)
    const there = { ...kit.contextOf({}), graph: graph.as(kit.contextOf({}).viewer) }
    for (let round = 0; round < 10; round += 1) {
      const what = command()
      const here = make(kit.contextOf({}), what, `round ${round}`)
      const answers = await Promise.all([here, other.change(there, what, async (writing) => {
        await writing.run(makeThing, { name: `round ${round}` })
        writing.audit({ subject: 'ser_a' })
        return { __typename: 'ThingMade', name: `round ${round}` }
      })])
      expect(answers).toEqual([answers[0], answers[0]])
    }
    await graph.close()
    expect(await counts()).toMatchObject({ things: 10, done: 10 })
  })

  it('runs again where the database asks for it, and keeps one of each', async () => {
    let runs = 0
    await change(kit.contextOf({}), command(), async (writing) => {
      runs += 1
      await writing.run(makeThing, { name: `run ${runs}` })
      writing.audit({ subject: 'ser_a' })
      writing.tell({ type: 'thing.made', subject: 'ser_a', organization: 'org_maker', data: {} })
      if (runs === 1) throw Object.assign(new (await import('neo4j-driver')).Neo4jError('deadlock', 'Neo.TransientError.Transaction.DeadlockDetected', '', ''), { retriable: true })
      return { runs }
    })
    expect(runs).toBe(2)
    expect(await counts()).toMatchObject({ things: 1, done: 1, messages: 1 })
  })

  it('loses no update among many at once', async () => {
    await kit.byHand("CREATE (:Thing {name: 'counter'})")
    const answers = await Promise.all(Array.from({ length: 24 }, () => change(kit.contextOf({}), command(), async (writing) => {
      const [row] = await writing.run(count, {})
      writing.audit({ subject: 'ser_a' })
      return { value: row?.things }
    })))
    expect(answers.map((answer) => ('value' in answer ? answer.value : 0)).sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 24 }, (_, at) => at + 1))
  })
})

describe('refusals and sign-ins', () => {
  const minuteLater = () => new Date(Date.now() + 60_000)

  it('counts repetitions by the minute, in a record of their own', async () => {
    // All within one minute, however the clock stands.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-22T10:00:30.000Z') })
    try {
      for (let time = 0; time < 5; time += 1) await make(kit.contextOf({ roles: [] }))
    } finally {
      vi.useRealTimers()
    }
    expect((await kit.byHand("MATCH (record:AuditRecord {outcome: 'REFUSED'}) RETURN record.count AS count")).map((row) => row.count)).toEqual([1])
    await recordRepeatedRefusals(kit.graph, minuteLater())
    await recordRepeatedRefusals(kit.graph, minuteLater())
    const rows = await kit.byHand("MATCH (record:AuditRecord {outcome: 'REFUSED'}) RETURN record.count AS count, record.code AS code, record.subject AS subject ORDER BY count")
    expect(rows).toEqual([{ count: 1, code: 'NOT_ALLOWED', subject: 'ser_a' }, { count: 4, code: 'NOT_ALLOWED', subject: 'ser_a' }])
    expect(await kit.byHand('MATCH (tally:RefusalTally) RETURN tally')).toEqual([])
  })

  it('records who signed in, and who tried, never what was typed', async () => {
    const by = { client: 'portal', address: '192.0.2.9', requestId: 'req', graph: kit.graph, action: 'SIGN_IN', method: 'PASSWORD' }
    await recordSignIn({ ...by, person: 'usr_ward', organization: 'org_hospital', refused: null })
    await recordSignIn({ ...by, person: null, organization: null, refused: 'BAD_CREDENTIALS' })
    const rows = await kit.byHand('MATCH (record:AuditRecord) RETURN record.action AS action, record.outcome AS outcome, record.actor AS actor, record.code AS code ORDER BY outcome')
    expect(rows).toEqual([{ action: 'SIGN_IN', outcome: 'DONE', actor: 'usr_ward', code: null }, { action: 'SIGN_IN', outcome: 'REFUSED', actor: null, code: 'BAD_CREDENTIALS' }])
  })
})

describe('changes at once', () => {
  const twelve = Array.from({ length: 12 }, (_, number) => number)
  /** Of twelve, those from the third on come while two are being written. */
  const transactions = async (work: (given: Acting, number: number) => Promise<object>): Promise<{ answers: object[]; claims: number }> => {
    let claims = 0
    const graph = openGraph(kit.database, { deadline: 60_000, onStatement: ({ text }) => { if (text === claimKey.text) claims += 1; return undefined } })
    const given = kit.contextOf({})
    const answers = await Promise.all(twelve.map((number) => work({ ...given, graph: graph.as(given.viewer) }, number)))
    await graph.close()
    return { answers, claims }
  }
  const shared = (): Command => command({ isShared: true })

  it('share a transaction; one that is refused leaves the others, and its key free', async () => {
    const { answers, claims } = await transactions((given, number) => (number === 7 ? change(given, shared(), () => Promise.reject(new Refusal('CONFLICT', 'no'))) : make(given, shared(), `n${number}`)))
    expect(answers.map((answer) => ('code' in answer ? answer.code : 'made')).join(' ')).toBe('made made made made made made made CONFLICT made made made made')
    expect(await counts()).toEqual({ things: 11, done: 11, refused: 1, messages: 11, keys: 11 })
    expect(claims).toBeLessThan(12)
  })

  it('are each done alone where one of them fails halfway', async () => {
    const { answers } = await transactions((given, number) => change(given, shared(), async (writing) => {
      await writing.run(makeThing, { name: `h${number}` })
      if (number === 5) throw new Refusal('CONFLICT', 'no')
      writing.audit({ subject: 'ser_a' })
      return { __typename: 'ThingMade' }
    }))
    expect(answers.filter((answer) => 'code' in answer)).toHaveLength(1)
    expect(await counts()).toEqual({ things: 11, done: 11, refused: 1, messages: 0, keys: 11 })
  })

  it('see of what they take what those before them made of it', async () => {
    await kit.byHand("UNWIND ['a', 'b', 'c'] AS name CREATE (:Thing {name: name, value: 0})")
    await transactions((given, number) => change(given, shared(), async (writing) => {
      const names = number % 2 === 0 ? ['a'] : ['a', 'b']
      for (const { name, value } of await writing.run(takeCounter, { names })) await writing.run(setCounter, { name, value: value + 1 })
      // Named too late where another has it: then each is done by itself.
      if (number === 11) for (const { name, value } of await writing.run(takeCounter, { names: ['c'] })) await writing.run(setCounter, { name, value: value + 1 })
      writing.audit({ subject: 'ser_a' })
      return { __typename: 'Counted' }
    }))
    expect(await kit.byHand('MATCH (thing:Thing) RETURN thing.name AS name, thing.value AS value ORDER BY name')).toEqual([{ name: 'a', value: 12 }, { name: 'b', value: 6 }, { name: 'c', value: 1 }])
  })
})

describe('old keys', () => {
  it('are forgotten after so many days, the younger ones kept', async () => {
    await kit.byHand(`UNWIND range(1, 1200) AS number CREATE (:IdempotencyKey {key: 'old ' + number, at: '2026-01-01T00:00:00.000Z'})`)
    await kit.byHand(`CREATE (:IdempotencyKey {key: 'young', at: '2026-11-01T00:00:00.000Z'})`)
    expect(await forgetKeys(kit.graph, 30, new Date('2026-11-22T00:00:00.000Z'))).toBe(1_200)
    expect(await kit.byHand('MATCH (key:IdempotencyKey) RETURN key.key AS key')).toEqual([{ key: 'young' }])
  })
})
