import { afterAll, beforeAll, expect, it } from 'vitest'
import { eraseKeptContacts } from '../../../server/features/exports/erase-kept.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openRecordKit, type RecordKit } from '../../record/record-kit.ts'

let kit: RecordKit
beforeAll(async () => { kit = await openRecordKit() })
afterAll(() => kit.stop())

const cases = cypher<object, never>()`
UNWIND [['old', '2011-11-22T00:00:00.000Z'], ['young', '2011-11-24T00:00:00.000Z'], ['open', null]] AS pair
CREATE (:AdverseEvent {id: 'adv_' + pair[0], maker: 'org_maker', reporter: 'rep_' + pair[0], concludedAt: pair[1]}), (:ReporterContact {id: 'rep_' + pair[0], name: 'R ' + pair[0]})
CREATE (:RecallNotice {id: 'ntc_' + pair[0], maker: 'org_maker'}),
  (:PhoneCall {id: 'tel_' + pair[0], notice: 'ntc_' + pair[0], contact: 'con_' + pair[0], calledAt: coalesce(pair[1], '2026-01-01T00:00:00.000Z')}), (:PhoneContact {id: 'con_' + pair[0], name: 'P ' + pair[0]})`
const names = cypher<object, { name: string }>()`MATCH (contact:ReporterContact|PhoneContact) RETURN contact.name AS name ORDER BY name`
const records = cypher<object, { subject: string; maker: string; actor: string | null; changes: string; reason: string }>()`
MATCH (record:AuditRecord {action: 'ERASE_PERSON'}) RETURN record.subject AS subject, record.maker AS maker, record.actor AS actor, record.changes AS changes, record.reason AS reason ORDER BY subject`

it('who reported a case or was called is erased when the years are over, by the hub and on the record, and nobody earlier', async () => {
  const { graph } = kit
  await graph.write((writer) => writer.run(cases, {}))
  const now = new Date('2026-11-23T09:00:00.000Z')
  const retention = { afterExpiry: 2, withoutExpiry: 5, contacts: 15 }
  await eraseKeptContacts(graph, retention, now)
  await eraseKeptContacts(graph, retention, now)
  expect((await graph.read(names, {})).map(({ name }) => name)).toEqual(['P open', 'P young', 'R open', 'R young'])
  const told = await graph.read(records, {})
  expect(told).toMatchObject([
    { subject: 'adv_old', maker: 'org_maker', actor: null, reason: 'kept for 15 years' },
    { subject: 'ntc_old', maker: 'org_maker', actor: null },
  ])
  expect(JSON.parse(told[0]?.changes ?? '')).toEqual([{ field: 'reporter', before: 'kept', after: 'erased' }])
})
