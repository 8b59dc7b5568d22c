import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { newKey, signature } from '../recalls/sign-kit.ts'
import { openStage, type Outcome, type Stage } from '../recalls/story-kit.ts'
import { documentOf, epcisOf } from '../epcis/epcis-kit.ts'

const [cjuh, kangluo, quality] = ['hospital:CJUH', 'distributor:KANGLUO', 'quality']
const hour = 3_600_000
const ago = (hours: number): string => new Date(Date.now() - hours * hour).toISOString()
const label = (number: string): string => `(01)06972145030560(21)${number}`
const link = (number: string): string => `https://id.gs1.org/01/06972145030560/21/${number}`

let stage: Stage
let graph: Graph
let epcis: ReturnType<typeof epcisOf>
let recalled = ''

/** From the distributor into the hospital's hands. */
const receive = async (hours: number, ...numbers: string[]): Promise<void> => {
  expect(await stage.say(kangluo, 'report-sell-through', { documentNumber: 'KL-AGO', lines: numbers.map((number) => ({ code: label(number), soldTo: 'CJUH', soldAt: ago(hours + 1) })) })).toMatchObject({ rejected: [] })
  expect(await stage.say(cjuh, 'confirm-receipt', { receivedAt: ago(hours), lines: numbers.map((number) => ({ code: label(number) })) })).toMatchObject({ acceptedCount: numbers.length })
}
const use = (number: string, usedAt: string, kind = 'IMPLANTED') => stage.say<{ serial?: { status: string } }>(cjuh, 'record-usage', { code: label(number), usedAt, kind })
const hold = (number: string, at: string) => stage.ask<{ setQuarantine: { acceptedCount: number } }>(cjuh, 'mutation ($input: SetQuarantineInput!) { setQuarantine(input: $input) { ... on GoodsReported { acceptedCount } } }', { input: { idempotencyKey: newKey(), at, quarantined: true, lines: [{ code: label(number) }] } })

interface Findings { readonly findings: { readonly edges: readonly { readonly node: { readonly id: string; readonly code: string; readonly named: string | null; readonly serial: { readonly serialNumber: string } | null } }[] } }
const found = async (viewer: string): Promise<Findings['findings']['edges']> => (await stage.ask<Findings>(viewer, '{ findings(first: 100, open: true) { edges { node { id code named serial { serialNumber } } } } }')).findings.edges
const findings = async (viewer: string): Promise<string[]> => (await found(viewer)).map(({ node }) => `${node.code} ${node.serial?.serialNumber ?? ''}`)

interface Notices { readonly recallNotices: { readonly edges: readonly { readonly node: { readonly roles: string[]; readonly recall: { readonly id: string }; readonly items: { readonly edges: readonly { readonly node: { readonly serialNumber: string | null } }[] } } }[] } }
const notice = async (viewer: string) => {
  const { recallNotices } = await stage.ask<Notices>(viewer, '{ recallNotices(first: 10) { edges { node { roles recall { id } items(first: 50) { edges { node { serialNumber } } } } } } }')
  const node = recallNotices.edges.map((edge) => edge.node).find(({ recall }) => recall.id === recalled)
  return { roles: node?.roles ?? [], serials: node?.items.edges.map((edge) => edge.node.serialNumber) ?? [] }
}

const KANGLUO = 'https://id.gs1.org/417/6999900070005'
const CJUH = 'https://id.gs1.org/417/6999900110008'
const event = (bizStep: string, eventTime: string, more: object): object => ({ type: 'ObjectEvent', action: 'OBSERVE', bizStep, eventTime, eventTimeZoneOffset: '+08:00', ...more })
const at = (gln: string): object => ({ readPoint: { id: `https://id.gs1.org/414/${gln}` } })
const sent = { sourceList: [{ type: 'possessing_party', source: KANGLUO }], destinationList: [{ type: 'possessing_party', destination: CJUH }] }
const capture = async (viewer: string, ...events: object[]): Promise<void> => expect(await epcis.capture(viewer, documentOf(events))).toMatchObject({ success: true, capturedCount: events.length })

const expire = cypher<{ number: string; day: string }, { id: string }>()`MATCH (serial:Serial {serialNumber: $in.number}) SET serial.expiresOn = $in.day RETURN serial.id AS id`

beforeAll(async () => {
  stage = await openStage('quality')
  graph = openGraph(stage.database)
  epcis = epcisOf(stage.hub)
  await receive(6, 'B03-022', 'B03-023', 'B03-026', 'B03-027', 'B03-029', 'B03-030')
  await receive(96, 'B03-025')
  const scope = { serials: ['B03-022', 'B03-023', 'B03-024', 'B03-028', 'B03-029', 'B03-030'].map(label) }
  const { recall } = await stage.say<{ recall: { id: string } }>(quality, 'draft-recall', { title: 'Shaft may kink', reason: 'Out of tolerance', classification: 'I', actions: ['STOP_USE'], scope })
  recalled = recall.id
  expect(await stage.say(quality, 'approve-recall', { recall: recalled, signature })).toMatchObject({ __typename: 'ApproveRecallSuccess' })
})
afterAll(async () => {
  await graph?.close()
  await stage?.stop()
})

describe('told after a recall was signed', () => {
  it('what was implanted before it is kept and marked, for the hospital and the maker, and the recall knows it as used', async () => {
    const used = async () => (await stage.ask<{ recall: { scope: { used: { serialCount: number } } } }>(quality, 'query ($id: ID!) { recall(id: $id) { scope { used { serialCount } } } }', { id: recalled })).recall.scope.used.serialCount
    const before = await used()
    expect(await use('B03-022', ago(5))).toMatchObject({ serial: { status: 'IMPLANTED' } })
    expect(await findings(cjuh)).toContain('USED_BEFORE_RECALL B03-022')
    expect(await findings(quality)).toContain('USED_BEFORE_RECALL B03-022')
    expect(await used()).toBe(before + 1)
    expect((await notice(cjuh)).serials).toContain('B03-022')
  })

  it('what was implanted after it is refused', async () => {
    expect(await use('B03-023', new Date().toISOString())).toMatchObject({ __typename: 'Refused', code: 'BLOCKED' })
    expect(await findings(cjuh)).not.toContain('USED_BEFORE_RECALL B03-023')
  })

  it('a sale of before is kept, a sale of after refused', async () => {
    const sell = (soldAt: string) => stage.say<Outcome & { report: { acceptedCount: number }; rejected: object[] }>(kangluo, 'report-sell-through', { documentNumber: 'KL-LATE', lines: [{ code: label('B03-024'), soldTo: 'CJUH', soldAt }] })
    expect(await sell(new Date().toISOString())).toMatchObject({ report: { acceptedCount: 0 }, rejected: [{ reason: { code: 'RECALLED' } }] })
    expect(await sell(ago(5))).toMatchObject({ report: { acceptedCount: 1 }, rejected: [] })
    expect((await notice(cjuh)).serials).toContain('B03-024')
  })

  it('by EPCIS too: of before it is used, of after it moved though it may not', async () => {
    await capture(cjuh, event('dispensing', ago(5), { disposition: 'dispensed', epcList: [link('B03-023')], ...at('6999900110015') }))
    await capture(cjuh, event('dispensing', new Date().toISOString(), { disposition: 'dispensed', epcList: [link('B03-029')], ...at('6999900110015') }))
    const all = (await findings(quality)).filter((one) => /B03-02[39]/.test(one))
    expect(all).toContain('USED_BEFORE_RECALL B03-023')
    expect(all).not.toContain('MOVED_THOUGH_BLOCKED B03-023')
    expect(all).toContain('MOVED_THOUGH_BLOCKED B03-029')
  })

  it('who turns out to have used it is asked', async () => {
    expect((await notice(kangluo)).roles).not.toContain('USER')
    await capture(kangluo, event('dispensing', ago(8), { disposition: 'dispensed', epcList: [link('B03-030')], ...at('6999900070005') }))
    expect((await notice(kangluo)).roles).toContain('USER')
  })
})

describe('told after it expired', () => {
  it('is judged by the day that it was where it was used', async () => {
    const day = new Date(Date.now() - 24 * hour).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
    await graph.write((writer) => writer.run(expire, { number: 'B03-025', day }))
    const firstMinutes = new Date(Date.parse(`${day}T00:00:00+08:00`) + 24 * hour + 60_000).toISOString()
    expect(firstMinutes.slice(0, 10)).toBe(day)
    expect(await use('B03-025', firstMinutes)).toMatchObject({ code: 'BLOCKED' })
    expect(await use('B03-025', new Date().toISOString())).toMatchObject({ code: 'BLOCKED' })
    expect(await use('B03-025', new Date(Date.parse(firstMinutes) - 2 * 60_000).toISOString())).toMatchObject({ serial: { status: 'IMPLANTED' } })
  })
})

describe('told after it was set aside', () => {
  it('what was used before is kept and marked, what was used while held is refused', async () => {
    await hold('B03-026', ago(4))
    await hold('B03-027', ago(4))
    expect(await use('B03-026', ago(5))).toMatchObject({ serial: { status: 'IMPLANTED' } })
    expect(await findings(cjuh)).toContain('USED_BEFORE_RECALL B03-026')
    expect(await use('B03-027', ago(3))).toMatchObject({ code: 'BLOCKED' })
  })
})

describe('what may not move, inside of something or told before it was known', () => {
  it('in a carton that alone is named: kept, marked, and who gets it is told of the recall', async () => {
    const sscc = 'https://id.gs1.org/00/106999900070012344'
    await capture(kangluo, { ...event('packing', ago(0), at('6999900070005')), type: 'AggregationEvent', action: 'ADD', parentID: sscc, childEPCs: [link('B03-028')] }, event('shipping', ago(0), { epcList: [sscc], ...sent }))
    expect(await findings(kangluo)).toContain('MOVED_THOUGH_BLOCKED B03-028')
    expect(await findings(quality)).toContain('MOVED_THOUGH_BLOCKED B03-028')
    expect((await notice(cjuh)).serials).toContain('B03-028')
  })

  it('that waited until it was known: marked when it is filed, for who reported it', async () => {
    await capture(cjuh, event('dispensing', ago(2), { disposition: 'dispensed', epcList: [link('LATE-1')], ...at('6999900110015') }))
    await capture('supply', event('commissioning', '2026-01-05T01:00:00Z', { action: 'ADD', epcList: [link('LATE-1')], ilmd: { 'cbvmda:lotNumber': 'LATE-LOT', 'cbvmda:itemExpirationDate': '2026-06-30' } }))
    const waiting = (await found(quality)).find(({ node }) => node.named === link('LATE-1'))?.node.id
    await stage.ask(quality, 'mutation ($input: ClearFindingInput!) { clearFinding(input: $input) { ... on UserError { code } } }', { input: { idempotencyKey: newKey(), finding: waiting, note: 'They have it.', file: true } })
    expect(await findings(cjuh)).toContain('MOVED_THOUGH_BLOCKED LATE-1')
    expect(await findings(quality)).toContain('MOVED_THOUGH_BLOCKED LATE-1')
  })
})
