import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { openStage, type Outcome, type Stage } from '../recalls/story-kit.ts'

let stage: Stage
let graph: Graph
beforeAll(async () => {
  stage = await openStage()
  graph = openGraph(stage.database)
})
afterAll(async () => {
  await graph.close()
  await stage.stop()
})

const pump = '(01)06972145030188(21)ML4-260311-0452'
const hospital = 'hospital:CJUH'
const desk = 'service'
const daysFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const today = daysFromNow(0)

interface Ticket { readonly id: string; readonly serial: { readonly id: string } | null }
const open = async (input: object, viewer = hospital): Promise<Ticket> => {
  const opened = await stage.say<{ ticket: Ticket }>(viewer, 'open-service-ticket', { code: pump, summary: 'Flow 8% too fast', ...input })
  expect(opened).toMatchObject({ __typename: 'OpenServiceTicketSuccess' })
  return opened.ticket
}
const advance = (ticket: string, step: string, more: object = {}, fields = 'status') => stage.tell<{ ticket: Record<string, unknown> }>(desk, 'advanceServiceTicket', `ticket { ${fields} }`, { ticket, step, ...more })
const see = async (viewer: string, id: string, fields: string) => (await stage.ask<{ serviceTicket: Record<string, unknown> | null }>(viewer, `query ($id: ID!) { serviceTicket(id: $id) { ${fields} } }`, { id })).serviceTicket
const dueOf = (viewer: string, id: string) => stage.ask<{ node: object | null }>(viewer, 'query ($id: ID!) { node(id: $id) { ... on Serial { maintenanceDueOn calibrationDueOn product { id maintenanceMonths calibrationMonths } } } }', { id })
const upload = async (viewer: string, title: string): Promise<string> => {
  const payload = Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Of (${title})>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`)
  const sent = await stage.hub.app.inject({ method: 'POST', url: `/attachments?title=${title}`, headers: { ...await stage.hub.headers(viewer), 'content-type': 'application/pdf' }, payload })
  expect(sent.statusCode, sent.body).toBe(201)
  return sent.json<{ id: string }>().id
}
const setUp = async (): Promise<{ serial: string; product: string }> => {
  const { lookup } = await stage.ask<{ lookup: { serial: { id: string; product: { id: string } } } }>(desk, 'query ($code: String!) { lookup(code: $code) { serial { id product { id } } } }', { code: pump })
  return { serial: lookup.serial.id, product: lookup.serial.product.id }
}

const plan = async (input: object) => stage.tell<{ devicesDated: number }>(desk, 'setServicePlan', 'devicesDated', { product: (await setUp()).product, ...input })

/** Puts one of the product's devices into service that waits at a hospital and has no day of a service yet. */
const putIntoService = async (): Promise<string> => {
  const [found] = await graph.read(cypher<{ product: string }, { id: string; udi: string; holder: string }>()`
MATCH (:Product {id: $in.product})<-[:OF]-(serial:Serial {status: 'IN_STOCK'})-[:HELD_BY]->(holder:Organization)
WHERE serial.serviceDueOn IS NULL AND serial.calibrationDueOn IS NULL AND 'HOSPITAL' IN holder.kinds
RETURN serial.id AS id, serial.udi AS udi, 'hospital:' + holder.code AS holder ORDER BY id LIMIT 1`, await setUp())
  if (!found) throw new Error('The demo has no such device.')
  expect(await stage.tell(found.holder, 'recordUsage', 'serial { id }', { code: found.udi, kind: 'PUT_INTO_SERVICE', usedAt: '2026-08-31T09:00:00Z' })).toMatchObject({ serial: { id: found.id } })
  return found.id
}

/** All that is due in two years, page by page. */
const due = async (viewer: string, first: number, after: string | null = null): Promise<string[]> => {
  const { servicesDue } = await stage.ask<{ servicesDue: { totalCount: number; edges: { node: { kind: string; dueOn: string; serial: { id: string } } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(viewer, 'query ($first: Int!, $after: String) { servicesDue(within: 730, first: $first, after: $after) { totalCount edges { node { kind dueOn serial { id } } } pageInfo { hasNextPage endCursor } } }', { first, after })
  const rows = servicesDue.edges.map(({ node }) => `${node.dueOn} ${node.kind} ${node.serial.id}`)
  return servicesDue.pageInfo.hasNextPage ? [...rows, ...await due(viewer, first, servicesDue.pageInfo.endCursor)] : rows
}

describe('a product’s plan', () => {
  it('is set by its maker’s desk alone, within reason', async () => {
    const { product } = await setUp()
    const set = (viewer: string, more: object) => stage.tell(viewer, 'setServicePlan', 'product { maintenanceMonths calibrationMonths }', { product, ...more })
    expect(await set(desk, { maintenanceMonths: 12, calibrationMonths: 6 })).toMatchObject({ product: { maintenanceMonths: 12, calibrationMonths: 6 } })
    expect(await set(desk, { maintenanceMonths: 0 })).toMatchObject({ code: 'INVALID_INPUT', path: ['maintenanceMonths'] })
    expect(await set('service:ABBOTT-VASCULAR', { maintenanceMonths: 1 })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await set(hospital, { maintenanceMonths: 1 })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('sets what is due next from the day on which the work was done: a calibration leaves the maintenance as it was', async () => {
    const { serial } = await setUp()
    const before = (await dueOf(desk, serial)).node as { maintenanceDueOn: string }
    const { id } = await open({ kind: 'CALIBRATION' })
    await advance(id, 'RESOLVE', { resolution: 'Recalibrated', doneOn: '2026-01-31' })
    expect(await advance(id, 'CLOSE', { nextDueOn: '2026-01-31' })).toMatchObject({ code: 'INVALID_INPUT', path: ['nextDueOn'] })
    expect(await advance(id, 'CLOSE', {}, 'status doneOn')).toMatchObject({ ticket: { status: 'CLOSED', doneOn: '2026-01-31' } })
    expect(await dueOf(hospital, serial)).toMatchObject({ node: { maintenanceDueOn: before.maintenanceDueOn, calibrationDueOn: '2026-07-31' } })
    expect(await dueOf('distributor:KANGLUO', serial)).toMatchObject({ node: { maintenanceDueOn: null, calibrationDueOn: null } })
    const { lookup } = await stage.ask<{ lookup: { reasons: { code: string; message: string }[] } }>(hospital, 'query ($code: String!) { lookup(code: $code) { reasons { code message } } }', { code: pump })
    expect(lookup.reasons.find(({ code }) => code === 'SERVICE_OVERDUE')?.message).toContain('Calibration was due on 2026-07-31')
  })

  it('sets both when the device is installed', async () => {
    const { serial } = await setUp()
    const { id } = await open({ kind: 'INSTALLATION' })
    expect(await advance(id, 'RESOLVE', { resolution: 'Put up', doneOn: '2999-01-01' })).toMatchObject({ code: 'INVALID_INPUT', path: ['doneOn'] })
    await advance(id, 'RESOLVE', { resolution: 'Put up', doneOn: '2026-03-15' })
    await advance(id, 'CLOSE')
    expect(await dueOf(hospital, serial)).toMatchObject({ node: { maintenanceDueOn: '2027-03-15', calibrationDueOn: '2026-09-15' } })
  })

  it('gives a device that is put into service its first days', async () => {
    await plan({ maintenanceMonths: 1, calibrationMonths: null })
    expect(await dueOf(desk, await putIntoService())).toMatchObject({ node: { maintenanceDueOn: '2026-09-30', calibrationDueOn: null } })
  })

  it('of what is put into service by a mistake is no day: not before the right one is told', async () => {
    const id = await putIntoService()
    const [use] = await graph.read(cypher<{ id: string }, { event: string; holder: string; udi: string }>()`
MATCH (event:Event {bizStep: 'putting_into_service'})-[:CONCERNS]->(serial:Serial {id: $in.id})-[:HELD_BY]->(holder:Organization)
RETURN event.id AS event, 'hospital:' + holder.code AS holder, serial.udi AS udi`, { id })
    if (!use) throw new Error('It is not in service.')
    expect(await dueOf(desk, id)).toMatchObject({ node: { maintenanceDueOn: '2026-09-30' } })
    const declared = await stage.ask(use.holder, 'mutation ($input: DeclareErrorInput!) { declareError(input: $input) { ... on GoodsReported { acceptedCount } ... on UserError { code message } } }', { input: { idempotencyKey: id, event: use.event, reason: 'Another pump' } })
    expect(declared).toMatchObject({ declareError: { acceptedCount: 1 } })
    expect(await dueOf(desk, id)).toMatchObject({ node: { maintenanceDueOn: null, calibrationDueOn: null } })
    expect(await stage.tell(use.holder, 'recordUsage', 'serial { id }', { code: use.udi, kind: 'PUT_INTO_SERVICE', usedAt: '2026-10-15T09:00:00Z' })).toMatchObject({ serial: { id } })
    expect(await dueOf(desk, id)).toMatchObject({ node: { maintenanceDueOn: '2026-11-15', calibrationDueOn: null } })
  })

  it('gives devices that are in service already one first day, where its maker says so', async () => {
    await plan({ maintenanceMonths: null, calibrationMonths: null })
    const id = await putIntoService()
    const first = (firstDueOn: string) => plan({ maintenanceMonths: 12, calibrationMonths: 6, firstDueOn })
    expect(await dueOf(desk, id)).toMatchObject({ node: { maintenanceDueOn: null, calibrationDueOn: null } })
    expect(await first('2020-01-01')).toMatchObject({ code: 'INVALID_INPUT', path: ['firstDueOn'] })
    // Those that the plan of maintenance alone dated have no calibration yet.
    expect([await first(daysFromNow(40)), await first(daysFromNow(50))]).toMatchObject([{ devicesDated: 3 }, { devicesDated: 0 }])
    expect(await dueOf(desk, id)).toMatchObject({ node: { maintenanceDueOn: daysFromNow(40), calibrationDueOn: daysFromNow(40) } })
    expect(await due(desk, 500)).toContain(`${daysFromNow(40)} CALIBRATION ${id}`)
  })

  it('lists what is due for who has it and for the maker, and for nobody else, page by page as at once', async () => {
    const { serial } = await setUp()
    const all = await due(desk, 500)
    expect(all).toEqual([...all].sort((one, other) => (one.slice(0, 10) < other.slice(0, 10) ? -1 : one.slice(0, 10) > other.slice(0, 10) ? 1 : 0)))
    expect(all).toContain(`2027-03-15 MAINTENANCE ${serial}`)
    expect(all).toContain(`2026-09-15 CALIBRATION ${serial}`)
    expect(await due(desk, 1)).toEqual(all)
    expect(await due(hospital, 500)).toContain(`2026-09-15 CALIBRATION ${serial}`)
    expect(await due(hospital, 1)).toEqual(await due(hospital, 500))
    for (const viewer of ['distributor:KANGLUO', 'hospital:CZFP', 'service:ABBOTT-VASCULAR']) expect((await due(viewer, 500)).filter((row) => row.endsWith(serial)), viewer).toEqual([])
  })
})

describe('a ticket', () => {
  it('has what both sides write, told to the other, with papers that nobody else reads', async () => {
    const photo = await upload(hospital, 'display.pdf')
    const { id } = await open({ kind: 'REPAIR', documents: [photo] })
    const note = (viewer: string, text: string, documents: string[] = []) => stage.tell<{ ticket: { notes: object[] } }>(viewer, 'noteServiceTicket', 'ticket { notes { text by { name } } }', { ticket: id, text, documents })
    await note(desk, 'Which error number does it show?')
    expect(await note(hospital, 'E-17')).toMatchObject({ ticket: { notes: [{ text: 'Which error number does it show?' }, { text: 'E-17' }] } })
    expect(await note('hospital:CZFP', 'Me too')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await note(desk, 'See it', [photo])).toMatchObject({ code: 'NOT_FOUND', path: ['documents'] })
    expect(await note(hospital, ' ')).toMatchObject({ code: 'INVALID_INPUT', path: ['text'] })
    const read = async (viewer: string) => (await stage.hub.app.inject({ url: `/documents/${photo}`, headers: await stage.hub.headers(viewer) })).statusCode
    expect([await read(hospital), await read(desk), await read('hospital:CZFP'), await read('service:ABBOTT-VASCULAR')]).toEqual([200, 200, 404, 404])
    expect(await see(desk, id, 'documents { id }')).toEqual({ documents: [{ id: photo }] })
    const told = await stage.ask<{ messages: { edges: { node: { type: string } }[] } }>(hospital, '{ messages(first: 50) { edges { node { type subject } } } }')
    expect(told.messages.edges).toContainEqual({ node: { type: 'serviceTicket.changed', subject: id } })
  })

  it('keeps words out of the sealed record, where they stand apart, and loses them when they are erased', async () => {
    const { id } = await open({ kind: 'REPAIR' })
    await stage.tell(desk, 'noteServiceTicket', 'ticket { id }', { ticket: id, text: 'Nurse Zhao-Kept-Apart reported it' })
    await advance(id, 'RESOLVE', { resolution: 'Spoke with Zhao-Kept-Apart' })
    const sealed = await graph.read(cypher<object, { record: string }>()`MATCH (record:AuditRecord) RETURN toString(record.changes) + coalesce(record.reason, '') AS record`, {})
    expect(sealed.filter(({ record }) => record.includes('Zhao-Kept-Apart'))).toEqual([])
    expect(await stage.tell('admin', 'eraseWords', 'subject', { subject: id, reason: 'Asked for' })).toMatchObject({ subject: id })
    expect(await see(desk, id, 'notes { text }')).toEqual({ notes: [{ text: '' }] })
  })

  it('takes certificates, which are papers of the device for whoever has it', async () => {
    const { serial } = await setUp()
    const { id } = await open({ kind: 'CALIBRATION' })
    const [own, hospitals] = [await upload(desk, 'CAL-2026-11.pdf'), await upload(hospital, 'not-yours.pdf')]
    expect(await advance(id, 'RESOLVE', { resolution: 'Within limits', certificates: [hospitals] })).toMatchObject({ code: 'NOT_FOUND', path: ['certificates'] })
    expect(await advance(id, 'RESOLVE', { resolution: 'Within limits', certificates: [own] }, 'status documents { id kind }')).toMatchObject({ ticket: { status: 'RESOLVED', documents: [{ id: own, kind: 'CALIBRATION_CERTIFICATE' }] } })
    const papers = async (viewer: string) => (await stage.ask<{ node: { documents: { id: string }[] } }>(viewer, 'query ($id: ID!) { node(id: $id) { ... on Serial { documents { id } } } }', { id: serial })).node.documents
    expect(await papers(hospital)).toContainEqual({ id: own })
    expect(await papers('distributor:KANGLUO')).not.toContainEqual({ id: own })
  })

  it('about a return asks for its decontamination, knows when it came back, and keeps the CAPA number to the maker', async () => {
    const { id } = await open({ kind: 'RETURN' })
    expect(await see(hospital, id, 'receivedAt')).toEqual({ receivedAt: null })
    expect(await advance(id, 'RESOLVE', { resolution: 'Cracked housing' })).toMatchObject({ code: 'INVALID_INPUT', path: ['decontamination'] })
    expect(await advance(id, 'RESOLVE', { resolution: 'Cracked housing', decontamination: 'Wiped with 70% ethanol', capaNumber: 'CAPA-26-031' }, 'capaNumber')).toMatchObject({ ticket: { capaNumber: 'CAPA-26-031' } })
    expect(await see(hospital, id, 'capaNumber decontamination')).toEqual({ capaNumber: null, decontamination: 'Wiped with 70% ethanol' })
    const second = await open({ kind: 'RETURN', decontamination: 'None: never used' })
    expect(await advance(second.id, 'RESOLVE', { resolution: 'Nothing found' })).toMatchObject({ ticket: { status: 'RESOLVED' } })
  })

  it('is given to a service provider, which sees the device until it is closed, and its own work after', async () => {
    const engineer = 'service-provider:PUYUAN-BIOMED'
    const { serial } = await setUp()
    const { id } = await open({ kind: 'REPAIR' })
    const sees = async (viewer = engineer) => (await stage.ask<{ node: { serialNumber: string; status: string } | null }>(viewer, 'query ($id: ID!) { node(id: $id) { ... on Serial { serialNumber status } } }', { id: serial })).node
    const take = (step: string, more: object = {}) => stage.tell<{ ticket: object }>(engineer, 'advanceServiceTicket', 'ticket { status steps }', { ticket: id, step, ...more })
    expect([await sees(), await see(engineer, id, 'id'), await take('START')]).toMatchObject([null, null, { code: 'NOT_FOUND' }])
    const assign = (provider: string, viewer = desk) => stage.tell(viewer, 'assignServiceTicket', 'ticket { provider { name } }', { ticket: id, provider })
    expect(await assign('KANGLUO')).toMatchObject({ code: 'NOT_FOUND', path: ['provider'] })
    expect(await assign('PUYUAN-BIOMED')).toMatchObject({ ticket: { provider: { name: 'Puyuan Biomedical Engineering Co., Ltd.' } } })
    expect(await sees()).toEqual(await sees(desk))
    expect((await stage.ask<{ serviceTickets: { edges: { node: { id: string } }[] } }>(engineer, '{ serviceTickets(first: 50) { edges { node { id } } } }')).serviceTickets.edges).toEqual([{ node: { id } }])
    expect(await take('START')).toMatchObject({ ticket: { status: 'IN_PROGRESS', steps: ['WAIT', 'RESOLVE'] } })
    expect(await stage.tell(engineer, 'recordMeasurement', 'ticket { measurements { passed } }', { ticket: id, quantity: 'Flow error', value: 9, unit: 'P1', lower: -5, upper: 5 })).toMatchObject({ ticket: { measurements: [{ passed: false }] } })
    expect(await assign('PUYUAN-BIOMED', engineer)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await take('RESOLVE', { resolution: 'Pump head changed', capaNumber: 'CAPA-1' })).toMatchObject({ code: 'NOT_ALLOWED', path: ['capaNumber'] })
    expect(await take('RESOLVE', { resolution: 'Pump head changed' })).toMatchObject({ ticket: { status: 'RESOLVED', steps: [] } })
    expect(await take('CLOSE')).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await sees()).toMatchObject({ serialNumber: 'ML4-260311-0452' })
    await advance(id, 'CLOSE')
    expect(await sees()).toBeNull()
    expect(await see(engineer, id, 'status capaNumber serial { id }')).toEqual({ status: 'CLOSED', capaNumber: null, serial: null })
    expect(await see('distributor:KANGLUO', id, 'id')).toBeNull()
  })

  it('about a lot is a complaint or a return, with how much of it', async () => {
    const stents = '(01)08717648200274(10)5031184'
    const complaint = await stage.say<{ ticket: { id: string } }>(hospital, 'open-service-ticket', { code: stents, kind: 'COMPLAINT', summary: 'Three pouches open', quantity: 3 })
    expect(complaint).toMatchObject({ __typename: 'OpenServiceTicketSuccess' })
    expect(await see(hospital, complaint.ticket.id, 'quantity unit serial { id } batch { lotNumber }')).toEqual({ quantity: 3, unit: 'EA', serial: null, batch: { lotNumber: '5031184' } })
    expect(await see('service:ABBOTT-VASCULAR', complaint.ticket.id, 'batch { lotNumber }')).toEqual({ batch: { lotNumber: '5031184' } })
    expect(await see(desk, complaint.ticket.id, 'id')).toBeNull()
    expect(await stage.say(hospital, 'open-service-ticket', { code: stents, kind: 'REPAIR', summary: 'x' })).toMatchObject({ code: 'NOT_FOUND', path: ['code'] })
    expect(await stage.say(hospital, 'open-service-ticket', { code: pump, kind: 'RETURN', summary: 'x', quantity: 2 })).toMatchObject({ code: 'INVALID_INPUT', path: ['quantity'] })
    expect(await stage.say('hospital:CZFP', 'open-service-ticket', { code: stents, kind: 'COMPLAINT', summary: 'x' })).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('an adverse event that follows from a ticket', () => {
  const report = (more: object) => ({ occurredOn: today, awareOn: today, description: 'It alarmed too late.', outcomes: ['HOSPITALISATION'], reporter: { name: 'R', email: 'r@example.org' }, ...more })
  const submit = (viewer: string, more: object) => stage.say<Outcome & { adverseEvent: { id: string } }>(viewer, 'submit-adverse-event', report(more))

  it('is about its device, and counts the maker’s days from when that had the ticket', async () => {
    const { id } = await open({ kind: 'REPAIR' })
    const earlier = new Date(Date.now() - 9 * 86_400_000).toISOString()
    await graph.write((writer) => writer.run(cypher<{ id: string; at: string }, never>()`MATCH (ticket:ServiceTicket {id: $in.id}) SET ticket.openedAt = $in.at`, { id, at: earlier }))
    const { adverseEvent } = await submit(hospital, { ticket: id })
    const clocks = async (viewer: string) => (await stage.ask<{ adverseEvent: { clocks: { startsOn: string }[]; device: object; ticket: object } }>(viewer, 'query ($id: ID!) { adverseEvent(id: $id) { device { serialNumber } ticket { id } clocks { startsOn } } }', { id: adverseEvent.id })).adverseEvent
    const makers = await clocks('quality')
    expect(makers).toMatchObject({ device: { serialNumber: 'ML4-260311-0452' }, ticket: { id } })
    const dayInChina = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
    expect(new Set(makers.clocks.map(({ startsOn }) => startsOn))).toEqual(new Set([dayInChina(Date.parse(earlier))]))
    expect((await clocks(hospital)).clocks.map(({ startsOn }) => startsOn)).toEqual([today])
    expect(await see('quality', id, 'adverseEvents { id }')).toEqual({ adverseEvents: [{ id: adverseEvent.id }] })
    const { adverseEvents } = await see(hospital, id, 'adverseEvents { caseNumber }') as { adverseEvents: object[] }
    expect(adverseEvents).toHaveLength(1)
  })

  it('is found by quality after the report: its clocks run from then, until that is taken back, and its reporter sees nothing of it', async () => {
    const earlier = new Date(Date.now() - 20 * 86_400_000).toISOString()
    const [{ id }, lotTicket] = [await open({ kind: 'REPAIR' }), await stage.say<{ ticket: Ticket }>(hospital, 'open-service-ticket', { code: '(01)08717648200274(10)5031184', kind: 'COMPLAINT', summary: 'Another thing' })]
    await graph.write((writer) => writer.run(cypher<{ id: string; at: string }, never>()`MATCH (ticket:ServiceTicket {id: $in.id}) SET ticket.openedAt = $in.at`, { id, at: earlier }))
    const { adverseEvent } = await submit(hospital, { code: pump })
    const triage = (more: object) => stage.tell<{ adverseEvent: { ticket: object | null; clocks: { startsOn: string }[] } }>('quality', 'triageAdverseEvent', 'adverseEvent { ticket { id } unexpected clocks { startsOn } }', { adverseEvent: adverseEvent.id, priority: 'HIGH', ...more })
    expect(await triage({ ticket: lotTicket.ticket.id })).toMatchObject({ code: 'NOT_FOUND', path: ['ticket'] })
    const [followed, kept, taken] = [await triage({ ticket: id, unexpected: true }), await triage({}), await triage({ ticket: '', unexpected: false })]
    expect([followed, kept, taken].map((it) => it.adverseEvent)).toMatchObject([{ ticket: { id }, unexpected: true }, { ticket: { id }, unexpected: true }, { ticket: null, unexpected: false }])
    const began = (it: typeof kept) => it.adverseEvent.clocks.every(({ startsOn }) => startsOn <= daysFromNow(-19))
    expect([followed, kept, taken].map(began)).toEqual([true, true, false])
    const { auditTrail } = await stage.ask<{ auditTrail: { edges: { node: { changes: { field: string; before: string | null; after: string | null }[] } }[] } }>('quality', 'query ($subject: ID!) { auditTrail(subject: $subject, first: 20) { edges { node { changes { field before after } } } } }', { subject: adverseEvent.id })
    const { reference } = await see(hospital, id, 'reference') as { reference: string }
    expect(auditTrail.edges.flatMap(({ node }) => node.changes).filter(({ field }) => field === 'ticket')).toEqual(expect.arrayContaining([{ field: 'ticket', before: null, after: reference }, { field: 'ticket', before: reference, after: null }]))
  })

  it('is not about another device, nor follows from what its reporter does not see', async () => {
    const { id } = await open({ kind: 'REPAIR' })
    expect(await submit(hospital, { ticket: id, code: '(01)08717648200274(10)5031184' })).toMatchObject({ code: 'INVALID_INPUT', path: ['ticket'] })
    expect(await submit('hospital:CZFP', { ticket: id })).toMatchObject({ code: 'NOT_FOUND', path: ['ticket'] })
    expect(await stage.say(hospital, 'submit-adverse-event', report({}))).toMatchObject({ code: 'INVALID_INPUT', path: ['code'] })
  })
})
