import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKey, signature } from './sign-kit.ts'
import { openStage, type Outcome, type Stage } from './story-kit.ts'

/** Infusion sets and needles go by lot and number of pieces. */
let stage: Stage
beforeAll(async () => {
  stage = await openStage('quality')
})
afterAll(() => stage.stop())

const sets = '26IS0413'
const at = (): string => new Date().toISOString()
const goods = async (viewer: string, mutation: string, input: object): Promise<void> => {
  const type = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input`
  const answer = await stage.ask(viewer, `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on GoodsReported { rejected { line reason { code message } } } ... on UserError { code message } } }`, { input: { idempotencyKey: newKey(), ...input } })
  expect(answer).toEqual({ [mutation]: { __typename: 'GoodsReported', rejected: [] } })
}
const ship = (viewer: string, to: string, code: string, quantity: number, more: object = {}) => goods(viewer, 'reportShipment', { at: at(), to, documentNumber: newKey(), lines: [{ code, quantity }], ...more })
const receive = async (viewer: string, code: string, quantity: number, more: object = {}) => {
  expect(await stage.say(viewer, 'confirm-receipt', { receivedAt: at(), lines: [{ code, quantity }], ...more })).toMatchObject({ __typename: 'ConfirmReceiptSuccess', acceptedCount: 1 })
}
const giveBack = (viewer: string, to: string, code: string, quantity: number) => goods(viewer, 'reportReturn', { at: at(), to, documentNumber: newKey(), lines: [{ code, quantity }] })

interface Line { readonly lotNumber: string; readonly serialNumber: string | null; readonly quantity: { readonly value: number }; readonly disposition: string | null }
interface Notice { readonly id: string; readonly status: string; readonly roles: string[]; readonly outstandingCount: number; readonly recall: { readonly reference: string }; readonly items: { readonly totalCount: number; readonly edges: { readonly node: Line }[] } }
const notice = async (viewer: string, reference: string, open = false): Promise<Notice | undefined> =>
  (await stage.ask<{ recallNotices: { edges: { node: Notice }[] } }>(viewer, 'query ($open: Boolean!) { recallNotices(first: 20) { edges { node { id status roles outstandingCount recall { reference } items(first: 50, open: $open) { totalCount edges { node { lotNumber serialNumber quantity { value unit } disposition } } } } } } }', { open }))
    .recallNotices.edges.map(({ node }) => node).find(({ recall }) => recall.reference === reference)
const units = (found: Notice | undefined): number[] => found?.items.edges.map(({ node }) => node.quantity.value) ?? []

interface Progress { readonly unitCount: number; readonly accountedForUnits: number; readonly noticeCount: number; readonly dispositions: readonly { readonly disposition: string | null; readonly count: number }[] }
let recall: { readonly id: string; readonly reference: string }
const progress = async (): Promise<Progress> => (await stage.ask<{ recall: { progress: Progress } }>('quality', 'query ($id: ID!) { recall(id: $id) { progress { unitCount accountedForUnits noticeCount dispositions { disposition count } } } }', { id: recall.id })).recall.progress
const answer = async (viewer: string, ...dispositions: object[]): Promise<Outcome & { readonly rejected: object[] }> => {
  const { id = '' } = await notice(viewer, recall.reference) ?? {}
  return stage.say(viewer, 'respond-to-recall-notice', { notice: id, dispositions: dispositions.map((line) => ({ code: sets, ...line })) })
}
const sign = async (lots: string[]): Promise<void> => {
  recall = (await stage.say<{ recall: typeof recall }>('quality', 'draft-recall', { title: 'Leaking connector', reason: 'Out of tolerance', classification: 'II', actions: ['STOP_USE'], scope: { batches: lots } })).recall
  const { recall: drafted } = await stage.ask<{ recall: object }>('quality', 'query ($id: ID!) { recall(id: $id) { draft { adverseEvents scope { batches serials excluding { batches } } } } }', { id: recall.id })
  expect(drafted, 'what a person needs to revise it').toEqual({ draft: { adverseEvents: [], scope: { batches: lots, serials: null, excluding: null } } })
  expect(await stage.say('quality', 'approve-recall', { recall: recall.id, signature })).toMatchObject({ __typename: 'ApproveRecallSuccess' })
}

describe('a recall of units of a lot', () => {
  it('asks each for all it has, used or is to get, wherever it lies, once', async () => {
    await ship('distributor:KANGLUO', 'NYHH', sets, 100, { consignment: true })
    await receive('hospital:NYHH', sets, 100)
    await ship('distributor:KANGLUO', 'CJUH', sets, 40)
    await receive('hospital:CJUH', sets, 40, { site: 'CJUH-CATHLAB' })
    await ship('distributor:KANGLUO', 'CZFP', sets, 50)
    expect(await stage.say('hospital:CJUH', 'record-usage', { code: sets, quantity: 3, usedAt: at(), kind: 'CONSUMED', procedureReference: 'OR-2026-77' })).toMatchObject({ __typename: 'RecordUsageSuccess' })
    await sign([sets])
    expect(units(await notice('hospital:CJUH', recall.reference))).toEqual([640])
    // Two hundred more are on their way to it in the demo.
    expect(units(await notice('hospital:NYHH', recall.reference))).toEqual([300])
    expect(await notice('hospital:CZFP', recall.reference)).toMatchObject({ roles: ['RECIPIENT'], items: { edges: [{ node: { quantity: { value: 50 } } }] } })
    expect(units(await notice('distributor:KANGLUO', recall.reference))).toEqual([2260])
    const { dispositions, unitCount } = await progress()
    const { recallScope } = await stage.ask<{ recallScope: { quantity: { value: number }; used: { quantities: { value: number }[] }; inTransit: { quantities: { value: number }[] }[] } }>('quality', '{ recallScope(input: { batches: ["26IS0413"] }) { quantity { value } used { quantities { value } } inTransit { quantities { value } } } }')
    const sum = (amounts: readonly { value: number }[]): number => amounts.reduce((all, { value }) => all + value, 0)
    expect(unitCount).toBe(recallScope.quantity.value + sum(recallScope.used.quantities))
    expect(dispositions).toEqual([{ disposition: null, count: unitCount + sum(recallScope.inTransit.flatMap(({ quantities }) => quantities)) }])
  })

  it('tells the hospital where each lies and in which procedures it was used, and nobody else the latter', async () => {
    const { id = '' } = await notice('hospital:CJUH', recall.reference) ?? {}
    const told = (viewer: string) => stage.ask<{ recallNotice: { items: { edges: { node: { onNotice: { role: string; places: { site: { code: string }; quantity: { value: number } }[]; procedures: { procedureReference: string; quantity: { value: number } }[] } } }[] } } }>(viewer, 'query ($id: ID!) { recallNotice(id: $id) { items { edges { node { onNotice { role places { site { code } quantity { value } } procedures { procedureReference quantity { value } } } } } } } }', { id })
    const places = [{ site: { code: 'CJUH-CATHLAB' }, quantity: { value: 40 } }, { site: { code: 'CJUH-ICU' }, quantity: { value: 357 } }]
    expect((await told('hospital:CJUH')).recallNotice.items.edges[0]?.node.onNotice).toEqual({ role: 'HOLDER', places, procedures: [{ procedureReference: 'OR-2026-77', quantity: { value: 3 } }] })
    expect((await told('quality')).recallNotice.items.edges[0]?.node.onNotice).toEqual({ role: 'HOLDER', places, procedures: [] })
    const csv = async (viewer: string, language: string) => (await stage.hub.app.inject({ url: `/recall-notices/${id}.csv?language=${language}`, headers: await stage.hub.headers(viewer) })).body
    expect(await csv('hospital:CJUH', 'en')).toMatch(/place,procedures,disposition[\s\S]*Cath lab 40 EA; .* 357 EA.*OR-2026-77 3 EA/)
    expect(await csv('hospital:CJUH', 'zh')).toContain('手术编号')
    expect(await csv('quality', 'en')).not.toContain('OR-2026-77')
  })

  it('is found by the number under which it came from elsewhere too, by who named that', async () => {
    const { id } = await notice('hospital:CJUH', recall.reference) ?? {}
    expect(await stage.say('hospital:CJUH', 'acknowledge-recall-notice', { notice: id, outsideNumber: 'Rasmas-77' })).toMatchObject({ notice: { status: 'ACKNOWLEDGED' } })
    const under = async (viewer: string, number: string) => (await stage.ask<{ recallNotices: { totalCount: number; edges: { node: { recall: { reference: string }; outsideNumbers: string[] } }[] } }>(viewer, 'query ($number: String) { recallNotices(number: $number) { totalCount edges { node { recall { reference } outsideNumbers } } } }', { number })).recallNotices
    expect(await under('hospital:CJUH', ' rasmas-77 ')).toEqual({ totalCount: 1, edges: [{ node: { recall: { reference: recall.reference }, outsideNumbers: ['RASMAS-77'] } }] })
    expect(await under('hospital:NYHH', recall.reference)).toMatchObject({ totalCount: 1 })
    for (const [viewer, number] of [['hospital:NYHH', 'RASMAS-77'], ['hospital:CJUH', 'RASMAS-78']] as const) expect(await under(viewer, number)).toMatchObject({ totalCount: 0 })
  })

  it('counts what is under way once, by who is to get it where its sender says that it went', async () => {
    await answer('hospital:CZFP', { disposition: 'QUARANTINED' })
    expect(await progress()).toMatchObject({ accountedForUnits: 0 })
    await answer('distributor:KANGLUO', { disposition: 'QUARANTINED', quantity: 2210 })
    expect(await progress()).toMatchObject({ accountedForUnits: 2210 })
    const open = await notice('distributor:KANGLUO', recall.reference, true)
    expect([open?.outstandingCount, open?.items.edges.length], 'what is answered in part is still to be answered').toEqual([1, 1])
    expect(await answer('distributor:KANGLUO', { disposition: 'FORWARDED', quantity: 50, forwardedTo: 'CZFP' })).toMatchObject({ notice: { status: 'RESPONDED' } })
    expect(await progress()).toMatchObject({ accountedForUnits: 2260 })
    await receive('hospital:CZFP', sets, 50)
    expect(units(await notice('hospital:CZFP', recall.reference))).toEqual([50])
    expect(await progress()).toMatchObject({ accountedForUnits: 2260 })
  })

  it('takes the last word on the same units', async () => {
    const { unitCount } = await progress()
    await answer('hospital:CJUH', { disposition: 'CONSUMED', quantity: 243 }, { disposition: 'QUARANTINED', quantity: 397 })
    expect(await progress()).toMatchObject({ unitCount, accountedForUnits: 2900 })
    await answer('hospital:CJUH', { disposition: 'RETURNED', quantity: 100 })
    const { dispositions } = await progress()
    expect(dispositions.filter(({ disposition }) => disposition === 'RETURNED' || disposition === 'CONSUMED').map(({ count }) => count).sort()).toEqual([100, 243])
    expect(dispositions.find(({ disposition }) => disposition === 'QUARANTINED')?.count).toBe(2210 + 50 + 297)
    await answer('hospital:CJUH', { disposition: 'NOT_FOUND', quantity: 397 }, { disposition: 'RETURNED', quantity: 0 })
    expect(await progress(), 'nobody accounts for what was not found').toMatchObject({ accountedForUnits: 2260 + 243 })
    await answer('hospital:CJUH', { disposition: 'NOT_FOUND', quantity: 0 }, { disposition: 'RETURNED', quantity: 397 })
    expect(await progress()).toMatchObject({ accountedForUnits: 2900 })
  })

  it('has a finding of what never came, until a later answer takes it back', async () => {
    const found = async () => (await stage.ask<{ findings: { edges: { node: { code: string; batch: { lotNumber: string } | null } }[] } }>('quality', '{ findings(open: true, first: 50) { edges { node { code batch { lotNumber } } } } }')).findings.edges.filter(({ node }) => node.code === 'NEVER_RECEIVED').map(({ node }) => node.batch?.lotNumber)
    await answer('hospital:NYHH', { disposition: 'NEVER_RECEIVED' })
    expect(await found()).toEqual(['26IS0413'])
    await answer('hospital:NYHH', { disposition: 'QUARANTINED' })
    expect(await found()).toEqual([])
    expect(await progress()).toMatchObject({ accountedForUnits: 3000 })
  })

  it('lists what came later on the notice that is there, and counts it once where it was passed on', async () => {
    const { unitCount } = await progress()
    await giveBack('hospital:CJUH', 'KANGLUO', sets, 200)
    await receive('distributor:KANGLUO', sets, 200)
    const dealer = await notice('distributor:KANGLUO', recall.reference)
    expect([units(dealer), dealer?.outstandingCount, dealer?.status]).toEqual([[2410], 1, 'PARTLY_RESPONDED'])
    expect(await progress()).toMatchObject({ unitCount, accountedForUnits: 3000 })
    await answer('distributor:KANGLUO', { disposition: 'DESTROYED', quantity: 150 })
    expect(await progress(), 'the hospital has accounted for these').toMatchObject({ unitCount, accountedForUnits: 3000 })
  })

  it('is amended without counting anything twice, and tells only the new', async () => {
    const needles = (await stage.ask<{ batches: { edges: { node: { id: string; udi: string } }[] } }>('quality', '{ batches(search: "H2607") { edges { node { id udi } } } }')).batches.edges[0]?.node
    await ship('distributor:NORDKAI', 'SILBERSEE', needles?.udi ?? '', 400, { consignment: true })
    await receive('hospital:SILBERSEE', needles?.udi ?? '', 400)
    const before = await progress()
    const extend = () => stage.tell('quality', 'amendRecall', 'recall { id }', { recall: recall.id, scope: { batches: [sets, needles?.udi] }, reason: 'The same connector', signature })
    expect(await extend()).toMatchObject({ __typename: 'ChangeRecallSuccess' })
    const after = await progress()
    expect(after.unitCount - before.unitCount).toBe(900)
    expect(units(await notice('hospital:SILBERSEE', recall.reference))).toEqual([400])
    const told = await stage.ask<{ recall: { notices: { edges: { node: Notice & { recipient: { name: string | null } } }[] } } }>('quality', 'query ($id: ID!) { recall(id: $id) { notices(first: 50) { edges { node { recipient { name } items { edges { node { quantity { value } } } } } } } } }', { id: recall.id })
    expect(units(told.recall.notices.edges.find(({ node }) => node.recipient.name?.startsWith('Orchard'))?.node), 'consigned and not received yet: its own at once').toEqual([50])
    expect(await notice('distributor:NORDKAI', recall.reference)).toMatchObject({ roles: ['OWNER'], outstandingCount: 0, items: { edges: [{ node: { quantity: { value: 400 } } }] } })
    expect((await notice('hospital:CJUH', recall.reference))?.items.totalCount).toBe(1)
    await extend()
    expect(await progress()).toEqual(after)
  })

  it('is reported with its devices and what each sent back', async () => {
    const form = async (name: string) => (await stage.ask<{ authorityReport: { blocks: { fields: { number: string; value: string | null }[] }[] } }>('quality', `query ($id: ID!) { authorityReport(subject: $id, form: ${name}) { blocks { fields { number value } } } }`, { id: recall.id })).authorityReport
    const valuesOf = async (name: string) => new Map((await form(name)).blocks.flatMap(({ fields }) => fields.map(({ number, value }) => [number, value])))
    const said = await valuesOf('FDA_7_53')
    expect((await valuesOf('FDA_806')).get('(c)(9)'), 'each once').toBe(String((await progress()).unitCount))
    expect((await valuesOf('NMPA_RECALL_PROGRESS')).get('10')).toBe('397')
    expect(said.get('(b)(4)')).toContain('Chengjiang University Hospital: 397 returned, 0 corrected')
    expect(said.get('(b)(5)')).toBe('0 made, 0 effective, 0 not effective')
    expect(said.get('numbers')).toMatch(/lot 26IS0413.*lot H2607|lot H2607.*lot 26IS0413/)
  })

  it('says what was scrapped and what nobody knows of, as asked and as signed', async () => {
    const fields = '{ scrapped { serialCount quantities { value } } unknown { serialCount quantities { value } } }'
    const asked = async () => (await stage.ask<{ recallScope: object }>('quality', `{ recallScope(input: { batches: ["26IS0413"] }) ${fields} }`)).recallScope
    const before = await asked()
    expect(before).toMatchObject({ scrapped: { serialCount: 0, quantities: [] } })
    await goods('hospital:CZFP', 'scrap', { at: at(), reason: 'Fell', lines: [{ code: sets, quantity: 10 }] })
    expect(await asked()).toEqual({ ...before, scrapped: { serialCount: 0, quantities: [{ value: 10 }] } })
    const { recall: signed } = await stage.ask<{ recall: { scope: object } }>('quality', `query ($id: ID!) { recall(id: $id) { scope ${fields} } }`, { id: recall.id })
    expect(signed.scope).toMatchObject({ scrapped: { quantities: [{ value: 10 }] } })
  })
})
