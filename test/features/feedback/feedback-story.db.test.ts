import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openGraph } from '../../../server/kernel/graph.ts'
import { openStage, operation, type Outcome, type Stage } from '../recalls/story-kit.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.stop())

const pump = '(01)06972145030188(21)ML4-260311-0452'
const catheter = (serial: string, lot: string): string => `(01)06972145030560(10)${lot}(21)${serial}`
const today = new Date().toISOString().slice(0, 10)
const reporter = { name: 'Dr. Wei Lan', email: 'wei.lan@cjuh.example', healthProfessional: true }
const report = (more: object = {}) => ({ code: catheter('B04-004', '2608B04'), occurredOn: today, awareOn: today, description: 'The balloon deflated slowly.', outcomes: ['INTERVENTION_REQUIRED'], reporter, ...more })

interface Case { readonly id: string; readonly caseNumber: string; readonly status: string; readonly clocks: { rule: string; dueOn: string; metOn: string | null; state: string }[]; readonly device: { udi: string } | null; readonly batch: { lotNumber: string } | null }
interface Submitted extends Outcome { readonly adverseEvent: Case }
const submit = (viewer: string, more: object = {}) => stage.say<Submitted>(viewer, 'submit-adverse-event', report(more))
const casesOf = async (viewer: string): Promise<string[]> =>
  (await stage.ask<{ adverseEvents: { edges: { node: Case }[] } }>(viewer, operation('adverse-events'))).adverseEvents.edges.map(({ node }) => node.id)
const see = <Seen>(viewer: string, id: string, fields: string) => stage.ask<{ adverseEvent: Seen | null }>(viewer, `query ($id: ID!) { adverseEvent(id: $id) { ${fields} } }`, { id })

describe('an adverse event', () => {
  let reported: Case

  it('gets a case number at once, with the hospital’s own clock', async () => {
    const submitted = await submit('hospital:CJUH', { deviceProblemCodes: ['A0402'], patient: { ageYears: 68, sex: 'MALE' } })
    expect(submitted).toMatchObject({ __typename: 'SubmitAdverseEventSuccess', adverseEvent: { status: 'RECEIVED', batch: { lotNumber: '2608B04' } } })
    reported = submitted.adverseEvent
    expect(reported.caseNumber).toMatch(/^AE-\d{4}-[0-9A-Z]{6}$/)
    expect(reported.clocks.map(({ rule }) => rule)).toEqual(['CN_SERIOUS_20_DAYS'])
  })

  it('is its reporter’s and the maker’s to see, and nobody else’s', async () => {
    expect(await casesOf('hospital:CJUH')).toContain(reported.id)
    expect(await casesOf('quality')).toContain(reported.id)
    for (const viewer of ['hospital:CZFP', 'distributor:KANGLUO', 'distributor:NORDKAI', 'supplier:SULU-POLYMER', 'supplier:QINGYU-COATING', 'quality:ABBOTT-VASCULAR']) {
      expect(await casesOf(viewer), viewer).toEqual([])
      expect(await see(viewer, reported.id, 'id'), viewer).toEqual({ adverseEvent: null })
      expect(await stage.ask(viewer, 'query ($id: ID!) { node(id: $id) { id } }', { id: reported.id })).toEqual({ node: null })
    }
    expect(await stage.tell('hospital:CJUH', 'triageAdverseEvent', 'adverseEvent { id }', { adverseEvent: reported.id, priority: 'HIGH' })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await stage.tell('quality:ABBOTT-VASCULAR', 'triageAdverseEvent', 'adverseEvent { id }', { adverseEvent: reported.id, priority: 'HIGH' })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([
    ['a heading of the terms', { clinicalSignCodes: ['E01'] }, 'clinicalSignCodes'],
    ['a code of another annex', { deviceProblemCodes: ['E0101'] }, 'deviceProblemCodes'],
    ['neither code nor description', { code: ' ' }, 'code'],
    ['a future day', { occurredOn: '2099-01-01', awareOn: '2099-01-02' }, 'occurredOn'],
    ['harm and none', { outcomes: ['NO_HARM', 'DEATH'] }, 'outcomes'],
    ['too much text', { description: 'x'.repeat(4_001) }, 'description'],
    ['another’s document', { attachments: ['doc_nothing'] }, 'attachments'],
    ['nobody’s address', { reporter: { ...reporter, email: 'none' } }, 'reporter'],
  ])('with %s is refused, and says where', async (_, more, field) => {
    const refused = await submit('hospital:CJUH', more)
    expect(refused).toMatchObject({ __typename: 'Refused' })
    expect(refused.path?.[0]).toBe(field)
  })

  it('may be about a device without a label, or one that the hub does not know', async () => {
    expect(await submit('hospital:CJUH', { code: null, deviceDescription: 'A catheter, label lost', manufacturer: 'NINGCHUAN-MAILAN-MEDICAL-DEVICES' })).toMatchObject({ adverseEvent: { device: null, batch: null } })
    expect(await submit('hospital:CJUH', { code: '(01)06972145030560(21)NOT-KNOWN' })).toMatchObject({ __typename: 'SubmitAdverseEventSuccess' })
  })

  it('gathers its context by itself: lots, suppliers, and what it has in common with others', async () => {
    const other = (await submit('hospital:SILBERSEE', { code: catheter('B05-001', '2609B05') })).adverseEvent
    expect(other.clocks).toEqual([])
    const { adverseEvent } = await see<{ context: { lots: { lotNumber: string; supplier: { name: string } | null }[]; related: { relation: string; adverseEvent: { id: string } }[] }; clocks: { rule: string }[] }>(
      'quality', reported.id, 'clocks { rule } context { lots { lotNumber supplier { name } } related { relation via adverseEvent { id } } tickets { id } recalls { id } }')
    const lots = new Map(adverseEvent?.context.lots.map(({ lotNumber, supplier }) => [lotNumber, supplier?.name]))
    expect(lots.get('CT-2608-03')).toBe('Qingyu Surface Coatings Co., Ltd.')
    expect(lots.has('R26-0118')).toBe(true)
    expect(adverseEvent?.context.related.find(({ adverseEvent: { id } }) => id === other.id)?.relation).toBe('MATERIAL_LOT')
    expect(await see('hospital:CJUH', reported.id, 'context { lots { id } } steps priority')).toEqual({ adverseEvent: { context: null, steps: [], priority: null } })
    expect((await see<{ clocks: { rule: string }[] }>('quality', other.id, 'clocks { rule }')).adverseEvent?.clocks.map(({ rule }) => rule)).toContain('EU_15_DAYS')
  })

  it('comes with what its reporter checked when it arrived, in a carton too, and with how many lots went into it', async () => {
    const receiver = 'hospital:NYHH'
    const received = await stage.say(receiver, 'confirm-receipt', { receivedAt: new Date().toISOString(), lines: [{ code: '(00)106999900070000013' }], acceptance: { temperature: 4.5, packagingIntact: true, remark: 'For this house alone' } })
    expect(received).toMatchObject({ acceptedCount: 1 })
    const { logisticUnit } = await stage.ask<{ logisticUnit: { contents: { edges: { node: { udi: string } }[] } } }>(receiver, '{ logisticUnit(code: "(00)106999900070000013") { contents(first: 10) { edges { node { udi } } } } }')
    const submitted = await submit(receiver, { code: logisticUnit.contents.edges.find(({ node }) => node.udi.includes('(21)'))?.node.udi })
    const context = (await see<{ context: { lotCount: number; lots: object[]; receipts: object[] } }>('quality', submitted.adverseEvent.id, 'context { lotCount lots { id } receipts { temperature packagingIntact } }')).adverseEvent?.context
    expect(context?.receipts).toEqual([{ temperature: 4.5, packagingIntact: true }])
    expect(context?.lotCount).toBe(context?.lots.length)
    expect(context?.lotCount).toBeGreaterThan(0)
  })

  it('is triaged, coded, asked about, answered, assessed and concluded', async () => {
    const id = reported.id
    const step = (mutation: string, input: object) => stage.tell<{ adverseEvent: { status: string } }>('quality', mutation, 'adverseEvent { status codes { code term annex } requests { id } }', { adverseEvent: id, ...input })
    expect(await step('assessAdverseEvent', { assessment: 'too early' })).toMatchObject({ code: 'CONFLICT' })
    expect(await step('triageAdverseEvent', { priority: 'HIGH' })).toMatchObject({ adverseEvent: { status: 'TRIAGED' } })
    expect(await step('codeAdverseEvent', { conclusionCodes: ['D0101'] })).toMatchObject({ adverseEvent: { codes: [{ annex: 'A' }, { code: 'D0101', annex: 'D' }] } })
    await step('askReporter', { question: 'How many seconds did it take?' })
    const { adverseEvent } = await see<{ requests: { id: string }[] }>('hospital:CJUH', id, 'requests { id question answer }')
    const answer = { request: adverseEvent?.requests[0]?.id, answer: 'About 90.' }
    expect(await stage.tell('hospital:CZFP', 'answerReporterRequest', 'adverseEvent { id }', answer)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await stage.tell('hospital:CJUH', 'answerReporterRequest', 'adverseEvent { requests { answer } }', answer)).toMatchObject({ adverseEvent: { requests: [{ answer: 'About 90.' }] } })
    expect(await step('assessAdverseEvent', { assessment: 'The coating was too thick.' })).toMatchObject({ adverseEvent: { status: 'ASSESSED' } })
    expect(await step('concludeAdverseEvent', { conclusion: 'The lot is being called back.' })).toMatchObject({ adverseEvent: { status: 'CONCLUDED' } })
    expect(await see('hospital:CJUH', id, 'status conclusion assessment conclusionCodes')).toEqual({ adverseEvent: { status: 'CONCLUDED', conclusion: 'The lot is being called back.', assessment: null, conclusionCodes: [] } })
    expect(await step('codeAdverseEvent', { conclusionCodes: ['D0102'] })).toMatchObject({ code: 'CONFLICT' })
  })

  it('has on record what stood in it before, field by field, and words apart from the sealed record', async () => {
    const { auditTrail } = await stage.ask<{ auditTrail: { edges: { node: { changes: { field: string; before: string | null; after: string | null }[] } }[] } }>('quality', operation('audit-trail'), { subject: reported.id })
    const changes = auditTrail.edges.flatMap(({ node }) => node.changes)
    expect(changes).toContainEqual({ field: 'conclusionCodes', before: null, after: '["D0101"]' })
    expect(changes).toContainEqual({ field: 'assessment', before: null, after: 'The coating was too thick.' })
    await stage.tell('quality', 'reopenAdverseEvent', 'adverseEvent { id }', { adverseEvent: reported.id, reason: 'One more code' })
    await stage.tell('quality', 'codeAdverseEvent', 'adverseEvent { id }', { adverseEvent: reported.id, conclusionCodes: ['D0102'] })
    const again = await stage.ask<{ auditTrail: typeof auditTrail }>('quality', operation('audit-trail'), { subject: reported.id })
    expect(again.auditTrail.edges.flatMap(({ node }) => node.changes)).toContainEqual({ field: 'conclusionCodes', before: '["D0101"]', after: '["D0102"]' })
    const graph = openGraph(stage.database)
    const sealed = await graph.read(cypher<object, { changes: string }>()`MATCH (record:AuditRecord) WHERE record.changes CONTAINS 'too thick' OR record.changes CONTAINS 'How many seconds' RETURN record.changes AS changes`, {})
    await graph.close()
    expect(sealed).toEqual([])
  })

  it('has a clock that is met by what was filed, each organization for its own', async () => {
    const filed = { adverseEvent: reported.id, rule: 'CN_SERIOUS_20_DAYS', filedOn: new Date(Date.now() - 60_000).toISOString(), reference: '国械注 2026-1' }
    expect(await stage.tell('hospital:CJUH', 'recordFiledReport', 'adverseEvent { clocks { rule state } reports { reference } }', filed)).toMatchObject({ adverseEvent: { clocks: [{ state: 'MET' }], reports: [{ reference: '国械注 2026-1' }] } })
    expect((await see<{ clocks: { rule: string; state: string }[] }>('quality', reported.id, 'clocks { rule state } reports { reference }')).adverseEvent).toMatchObject({ clocks: [{ rule: 'CN_SERIOUS_20_DAYS', state: 'RUNNING' }], reports: [] })
  })

  it('loses who reported it when that is erased, and nothing else', async () => {
    expect((await see<object>('quality', reported.id, 'reporter { name }')).adverseEvent).toEqual({ reporter: { name: 'Dr. Wei Lan' } })
    expect(await stage.tell('hospital:CJUH', 'eraseReporter', 'adverseEvent { id }', { adverseEvent: reported.id, reason: 'The reporter asked for it' })).toMatchObject({ __typename: 'HandleAdverseEventSuccess' })
    expect((await see<object>('quality', reported.id, 'description reporter { name }')).adverseEvent).toEqual({ description: 'The balloon deflated slowly.', reporter: null })
  })

  it('leads to a recall, which names it', async () => {
    const { recall } = await stage.say<{ recall: { id: string } }>('quality', 'draft-recall', { title: 'Slow deflation', reason: 'Coating', classification: 'II', actions: ['RETURN'], scope: { materialLots: ['CT-2608-03'] }, adverseEvents: [reported.id] })
    expect((await see<object>('quality', reported.id, 'context { recalls { id } }')).adverseEvent).toEqual({ context: { recalls: [{ id: recall.id }] } })
  })
})

describe('a service ticket', () => {
  let ticket: string

  it('is opened by who has the device, and seen by it and the maker', async () => {
    const opened = await stage.say<{ ticket: { id: string; status: string; serial: { udi: string } } }>('hospital:CJUH', 'open-service-ticket', { code: pump, kind: 'CALIBRATION', summary: 'Flow 8% too fast' })
    expect(opened).toMatchObject({ __typename: 'OpenServiceTicketSuccess', ticket: { kind: 'CALIBRATION', status: 'OPEN' } })
    ticket = opened.ticket.id
    const query = 'query ($id: ID!) { serviceTicket(id: $id) { steps } }'
    expect(await stage.ask('hospital:CJUH', query, { id: ticket })).toEqual({ serviceTicket: { steps: ['CANCEL'] } })
    expect(await stage.ask('quality', query, { id: ticket })).toEqual({ serviceTicket: { steps: ['START', 'WAIT', 'RESOLVE', 'CANCEL'] } })
    for (const viewer of ['hospital:CZFP', 'distributor:KANGLUO', 'supplier:YUECHUAN-ELECTRONICS', 'quality:ABBOTT-VASCULAR']) expect(await stage.ask(viewer, query, { id: ticket }), viewer).toEqual({ serviceTicket: null })
    expect(await stage.say('hospital:CZFP', 'open-service-ticket', { code: pump, kind: 'REPAIR', summary: 'x' })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is worked on by the maker’s desk, and sets when the next service is due', async () => {
    const advance = (viewer: string, step: string, more: object = {}) => stage.tell<{ ticket: { status: string } }>(viewer, 'advanceServiceTicket', 'ticket { status closedAt measurements { passed } }', { ticket, step, ...more })
    expect(await advance('hospital:CJUH', 'START')).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await stage.tell('quality', 'assignServiceTicket', 'ticket { assignee }', { ticket, assignee: 'Chen' })).toMatchObject({ ticket: { assignee: 'Chen' } })
    expect(await advance('quality', 'START')).toMatchObject({ ticket: { status: 'IN_PROGRESS' } })
    await stage.tell('quality', 'recordMeasurement', 'ticket { id }', { ticket, quantity: 'Flow error', value: 1.2, unit: 'P1', lower: -5, upper: 5 })
    expect(await advance('quality', 'RESOLVE')).toMatchObject({ code: 'INVALID_INPUT', path: ['resolution'] })
    expect(await advance('quality', 'RESOLVE', { resolution: 'Recalibrated' })).toMatchObject({ ticket: { status: 'RESOLVED', measurements: [{ passed: true }] } })
    expect(await advance('quality', 'CLOSE', { doneOn: '2025-11-01', nextDueOn: '2026-11-01' })).toMatchObject({ ticket: { status: 'CLOSED' } })
    const { lookup } = await stage.ask<{ lookup: { reasons: { code: string }[] } }>('hospital:CJUH', 'query ($code: String!) { lookup(code: $code) { reasons { code } } }', { code: pump })
    expect(lookup.reasons.map(({ code }) => code)).toContain('SERVICE_OVERDUE')
    expect(await stage.ask('hospital:CJUH', '{ serviceTickets(first: 5, open: true) { edges { node { id } } } }')).toMatchObject({ serviceTickets: { edges: expect.not.arrayContaining([{ node: { id: ticket } }]) as object } })
  })

  it('can become an adverse event', async () => {
    const submitted = await submit('hospital:CJUH', { code: pump, ticket })
    expect((await see<object>('quality', submitted.adverseEvent.id, 'context { tickets { id } }')).adverseEvent).toMatchObject({ context: { tickets: expect.arrayContaining([{ id: ticket }]) as object } })
  })
})
