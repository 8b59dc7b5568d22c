import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGraph } from '../../server/kernel/graph.ts'
import { startKeeper } from '../../server/record/keeper.ts'
import { readCheckpoint } from '../../server/record/note.ts'
import { recordAct } from '../../server/record/record.ts'
import { checkpointFile, readWitness } from '../../server/record/witness.ts'
import { openRecordKit, type RecordKit } from './record-kit.ts'

const total = 700

let kit: RecordKit
const act = (number: number) => recordAct(kit.contextOf({}), 'EXPORT', { subject: 'org_hospital', changes: [{ field: 'telephone', before: null, after: `+86 ${number}`, person: 'usr_ward' }], reason: `export ${number}` })

beforeAll(async () => {
  kit = await openRecordKit()
  const keeper = await kit.keeper()
  // Some while it seals, in several batches.
  for (let begun = 0; begun < total; begun += 20) await Promise.all(Array.from({ length: 20 }, (_, at) => act(begun + at)))
  await kit.sealed()
  await keeper.stop()
})
afterAll(() => kit.stop())

const codes = async (): Promise<string[]> => [...new Set((await kit.verdict()).findings.map(({ code }) => code))]

/** Does by hand what somebody at the database could, says what is found, and undoes it. */
const found = async (deed: string, undo: string): Promise<string[]> => {
  await kit.byHand(deed)
  try {
    return await codes()
  } finally {
    await kit.byHand(undo)
  }
}

describe('the sealed record', () => {
  it('has every record once, numbered without a gap, under checkpoints that stand outside too', async () => {
    const verdict = await kit.verdict()
    expect(verdict).toMatchObject({ sealed: total, unsealed: 0, findings: [] })
    expect(verdict.values).toBe(total + 1)
    const notes = (await readWitness(kit.database.dataFolder)).map(readCheckpoint)
    expect(notes.at(-1)?.size).toBe(total)
    expect(notes.length).toBeGreaterThan(1)
  })

  it('is checked without the personal data as well', async () => {
    expect(await kit.verdict(false)).toMatchObject({ sealed: total, values: 0, findings: [] })
  })

  it('shows that a record was edited', async () => {
    const undo = `MATCH (record:AuditRecord {sequence: 300}) SET record.reason = record.kept REMOVE record.kept`
    expect(await found(`MATCH (record:AuditRecord {sequence: 300}) SET record.kept = record.reason, record.reason = 'nothing'`, undo)).toEqual(['EDITED', 'ROOT_DIFFERS'])
  })

  it('shows it where the editor mended the record\'s own hash', async () => {
    const undo = `MATCH (record:AuditRecord {sequence: 300}) SET record.action = 'EXPORT', record.hash = record.kept REMOVE record.kept`
    const mended = Buffer.alloc(32, 7).toString('hex')
    await kit.byHand(`MATCH (record:AuditRecord {sequence: 300}) SET record.kept = record.hash, record.action = 'LOOK', record.hash = $mended`, { mended })
    expect(await codes()).toContain('ROOT_DIFFERS')
    await kit.byHand(undo)
    expect(await codes()).toEqual([])
  })

  it('shows that a record was deleted', async () => {
    const [row] = await kit.byHand('MATCH (record:AuditRecord {sequence: 5}) WITH record, record {.*} AS kept DELETE record RETURN kept')
    expect(await codes()).toContain('MISSING')
    await kit.byHand('CREATE (record:AuditRecord) SET record = $kept, record.sequence = toInteger($kept.sequence), record.count = toInteger($kept.count)', row)
    expect(await codes()).toEqual([])
  })

  it('shows that one was deleted and the rest moved up', async () => {
    const [row] = await kit.byHand('MATCH (record:AuditRecord {sequence: 5}) WITH record, record {.*} AS kept DELETE record RETURN kept')
    await kit.byHand('MATCH (record:AuditRecord) WHERE record.sequence > 5 WITH record ORDER BY record.sequence SET record.sequence = record.sequence - 1')
    expect(await codes()).toEqual(['ROOT_DIFFERS', 'TRUNCATED'])
    await kit.byHand('MATCH (record:AuditRecord) WHERE record.sequence >= 5 WITH record ORDER BY record.sequence DESC SET record.sequence = record.sequence + 1')
    await kit.byHand('CREATE (record:AuditRecord) SET record = $kept, record.sequence = toInteger($kept.sequence)', row)
    expect(await codes()).toEqual([])
  })

  it('shows that one was put in', async () => {
    const forged = (number: string, from = 9) => `MATCH (other:AuditRecord {sequence: ${from}}) CREATE (record:AuditRecord) SET record = other {.*, id: 'aud_forged', sequence: ${number}}`
    const undo = `MATCH (record:AuditRecord {id: 'aud_forged'}) DELETE record`
    expect(await found(forged(String(total)), undo)).toContain('NOT_COVERED')
    expect(await found(forged('9.5'), undo)).toContain('INSERTED')
    expect(await found(forged('null'), undo)).toEqual(['EXPORT_CUT'])
    const room = 'MATCH (record:AuditRecord) WHERE record.sequence >= 9 WITH record ORDER BY record.sequence DESC SET record.sequence = record.sequence + 1'
    await kit.byHand(room)
    expect(await found(forged('9', 10), undo)).toEqual(expect.arrayContaining(['ROOT_DIFFERS', 'NOT_COVERED']))
    await kit.byHand('MATCH (record:AuditRecord) WHERE record.sequence > 9 WITH record ORDER BY record.sequence SET record.sequence = record.sequence - 1')
    expect(await codes()).toEqual([])
  })

  it('shows that two changed places', async () => {
    const swap = `MATCH (a:AuditRecord {id: $a}), (b:AuditRecord {id: $b}) WITH a, b, a.sequence AS first, b.sequence AS second SET a.sequence = -1 SET b.sequence = first SET a.sequence = second`
    const [a, b] = (await kit.byHand('MATCH (record:AuditRecord) WHERE record.sequence IN [20, 21] RETURN record.id AS id')).map(({ id }) => id)
    await kit.byHand(swap, { a, b })
    expect(await codes()).toEqual(['ROOT_DIFFERS'])
    await kit.byHand(swap, { a, b })
    expect(await codes()).toEqual([])
  })

  it('shows that its end was cut off, even with the log\'s own state set back', async () => {
    const cut = await kit.byHand(`MATCH (record:AuditRecord) WHERE record.sequence >= ${total - 3} WITH record, record {.*} AS kept DELETE record RETURN kept`)
    expect(await codes()).toEqual(['TRUNCATED'])
    const [log] = await kit.byHand(`MATCH (log:AuditLog) WITH log, log {.*} AS kept SET log.size = ${total - 3}, log.note = null RETURN kept`)
    expect(await codes()).toEqual(['TRUNCATED'])
    await kit.byHand('MATCH (log:AuditLog) SET log = $kept, log.size = toInteger($kept.size)', log)
    for (const row of cut) await kit.byHand('CREATE (record:AuditRecord) SET record = $kept, record.sequence = toInteger($kept.sequence)', row)
    expect(await codes()).toEqual([])
  })

  it('shows that a value apart was edited, and bears that one is erased', async () => {
    await kit.byHand(`MATCH (value:PersonalValue {value: '+86 42'}) SET value.value = '+86 42 x'`)
    expect(await codes()).toEqual(['VALUE_EDITED'])
    await kit.byHand(`MATCH (value:PersonalValue {value: '+86 42 x'}) SET value.value = '+86 42'`)
    await kit.byHand(`MATCH (value:PersonalValue {value: '+86 43'}) DELETE value`)
    expect(await codes()).toEqual([])
  })

  it('shows a forged checkpoint, and a log that was signed anew', async () => {
    const file = checkpointFile(kit.database.dataFolder)
    const before = await readFile(file, 'utf8')
    const [note] = await readWitness(kit.database.dataFolder)
    await appendFile(file, `\n${JSON.stringify({ note: note?.replace(/(?<=\n)\d+/, (size) => String(Number(size) + 1)) })}`)
    expect(await codes()).toEqual(['BAD_CHECKPOINT'])
    await writeFile(file, before)
    expect(await codes()).toEqual([])
  })

  it('shows a signature that was put in or edited', async () => {
    await kit.byHand(`CREATE (:Signature {id: 'sig_1', subject: 'rcl_1', meaning: 'Approved'})`)
    expect(await codes()).toEqual(['SIGNATURE_EDITED'])
    await kit.byHand(`MATCH (signature:Signature) DELETE signature`)
  })
})

describe('sealers on several nodes', () => {
  it('take turns, and go on where one was killed', async () => {
    const graphs = [openGraph(kit.database), openGraph(kit.database)]
    const [first, second] = await Promise.all(graphs.map((graph) => kit.keeper(graph)))
    const [before] = await kit.byHand('MATCH (log:AuditLog) RETURN log.size AS size')
    for (let round = 0; round < 5; round += 1) await Promise.all(Array.from({ length: 40 }, (_, at) => act(1_000 + round * 40 + at)))
    await kit.sealed()
    // Killed: it neither seals the rest nor lets go of the lease.
    await graphs[0]?.close()
    await Promise.all(Array.from({ length: 40 }, (_, at) => act(2_000 + at)))
    await kit.sealed()
    await second?.stop()
    await first?.stop()
    await graphs[1]?.close()
    const [after] = await kit.byHand('MATCH (log:AuditLog) RETURN log.size AS size')
    expect(Number(after?.size) - Number(before?.size)).toBe(240)
    expect(await kit.verdict()).toMatchObject({ unsealed: 0, findings: [] })
  })

  it('seal nothing over a tree that was tampered with, and say so', async () => {
    const [tile] = await kit.byHand("MATCH (tile:MerkleTile) WHERE tile.key STARTS WITH '0/' WITH tile ORDER BY toInteger(split(tile.key, '/')[1]) DESC LIMIT 1 RETURN tile.key AS key, tile.hashes AS hashes")
    await kit.byHand('MATCH (tile:MerkleTile {key: $key}) SET tile.hashes = $wrong', { ...tile, wrong: Buffer.from(String(tile?.hashes), 'base64').fill(1).toString('base64') })
    const said: string[] = []
    const logger = pino({ level: 'error' }, { write: (line: string) => void said.push(line) })
    const keeper = await startKeeper({ graph: kit.graph, logger, dataFolder: kit.database.dataFolder, settings: { keyFile: undefined, url: undefined, keyDays: 30 } })
    await act(3_000)
    while (said.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
    await keeper.stop()
    expect(said[0]).toContain('The record is broken')
    expect(await kit.byHand('MATCH (record:Unsealed) RETURN count(*) AS left')).toEqual([{ left: 1 }])
    await kit.byHand('MATCH (tile:MerkleTile {key: $key}) SET tile.hashes = $hashes', tile)
    const mended = await kit.keeper()
    await kit.sealed()
    await mended.stop()
    expect(await kit.verdict()).toMatchObject({ unsealed: 0, findings: [] })
  })
})

describe('what the hub did not write', () => {
  const sealAll = async (): Promise<void> => {
    const keeper = await kit.keeper()
    await kit.sealed()
    await keeper.stop()
  }
  const breaches = () => kit.byHand("MATCH (record:AuditRecord {action: 'RECORD_BREACH'}) RETURN record.code AS code, record.organization AS organization, record.sequence >= 0 AS sealed ORDER BY code")

  it('is sealed as it stands only once, from before records proved themselves', async () => {
    await rm(join(kit.database.dataFolder, 'record', 'authentic-since'))
    await kit.byHand("CREATE (:AuditRecord:Unsealed {id: 'aud_older', at: '2026-01-01T00:00:00.000Z', action: 'LOOK', outcome: 'DONE', count: 1, requestId: 'old', changes: '[]'})")
    await sealAll()
    expect(await breaches()).toEqual([])
    expect(await kit.verdict()).toMatchObject({ apart: 0, unsealed: 0, findings: [] })
  })

  it('is set apart before it is sealed, with a sealed record of each, and nothing that the hub wrote is', async () => {
    const before = (await kit.verdict()).sealed
    await recordAct(kit.contextOf({}), 'EXPORT', { subject: 'org_hospital', reason: 'half a pair: \ud83d' })
    await act(4_000)
    const [genuine] = await kit.byHand('MATCH (record:Unsealed) WHERE record.reason = "export 4000" SET record.reason = "nothing" RETURN record {.*} AS record')
    const forged = genuine?.record as Record<string, unknown>
    const others = [{ ...forged, id: 'aud_copied' }, { ...forged, id: null, mac: null, subject: 7 }, { ...forged, id: 'aud_other', mac: 'abcdefgh.MTIz' }]
    await kit.byHand('UNWIND $others AS other CREATE (record:AuditRecord:Unsealed) SET record = other', { others })
    // The maker of what a record is about is found as it is written.
    await kit.byHand("CREATE (:Product {id: 'prd_one', maker: 'org_maker'})")
    for (const reason of ['kept', 'moved']) await recordAct(kit.contextOf({}), 'LOOK', { subject: 'prd_one', reason })
    await kit.byHand("MATCH (record:Unsealed {reason: 'moved'}) SET record.maker = 'org_other'")
    await kit.byHand("CREATE (:RefusalTally {key: 'by hand', minute: '2026', count: 3, row: $row})", { row: JSON.stringify({ ...forged, outcome: 'REFUSED' }) })
    await sealAll()
    const bare = { organization: 'org_hospital', sealed: true }
    expect(await breaches()).toEqual([{ code: 'EDITED', ...bare }, { code: 'EDITED', ...bare }, { code: 'EDITED', ...bare }, { code: 'NO_PROOF', ...bare }, { code: 'NO_PROOF', ...bare }, { code: 'OTHER_KEY', ...bare }])
    const verdict = await kit.verdict()
    expect(verdict).toMatchObject({ sealed: before + 8, unsealed: 0, apart: 6 })
    expect(verdict.findings.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => 'FORGED'))
    expect(await kit.byHand("MATCH (record:AuditRecord) WHERE record.id IN ['aud_copied', 'aud_other', $id] RETURN record", { id: forged['id'] })).toEqual([])
  })

  it('stays told where it was removed from where it stood apart, and where something was hidden there', async () => {
    await kit.byHand("MATCH (record:UnprovenRecord {id: 'aud_copied'}) DELETE record")
    await kit.byHand("CREATE (:UnprovenRecord {id: 'aud_hidden', at: '2026', foundAt: '2026'})")
    const { apart, findings } = await kit.verdict()
    expect([apart, findings.length, findings.filter(({ message }) => message.includes('removed since')).length, findings.at(-1)?.message]).toEqual([6, 7, 1, expect.stringContaining('aud_hidden')])
  })
})
