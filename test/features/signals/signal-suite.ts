import { describe, expect, it } from 'vitest'
import type { Stage } from '../recalls/story-kit.ts'

interface Found { readonly kind: string; readonly thing: string; readonly number: string | null; readonly cases: number; readonly devices: number; readonly expected: number; readonly p: number; readonly scopeField: string; readonly scopeCodes: string[]; readonly adverseEvents: { id: string }[]; readonly task: { id: string; clearedAt: string | null } | null }
interface Report { readonly signals: Found[]; readonly looks: { kind: string; looked: number }[] }

const maker = 'quality:SIG-MAKER'
const today = new Date().toISOString().slice(0, 10)
const report = (code: string): object => ({ code, occurredOn: today, awareOn: today, description: 'It leaked.', outcomes: ['NO_HARM'], couldHaveCausedHarm: true, reporter: { name: 'Wei', email: 'wei@cjuh.example' } })
const query = '{ signals { looks { kind looked } signals { kind thing number cases devices expected p scopeField scopeCodes adverseEvents { id } task { id clearedAt } } } }'

/** Over the graph of bad-lot.ts: two cases on each of the four lots made of TUBE-1, one each on two others. */
export const signalSuite = (of: () => Stage): void => void describe('signals of a graph where one supplier’s lot is bad', () => {
  const look = async (viewer = maker): Promise<Report> => (await of().ask<{ signals: Report }>(viewer, query)).signals
  const open = (viewer: string, kind: string, thing: string) => of().tell<{ finding: { id: string; code: string; detail: string } }>(viewer, 'openSignalTask', 'finding { id code detail batch { lotNumber } }', { kind, thing })

  it('are none before', async () => {
    expect((await look()).signals).toEqual([])
  })

  it('name the lot and its supplier, and neither a finished lot, the model, the site nor who reported', async () => {
    const lots = [...['10', '11', '12', '13'].flatMap((lot) => [lot, lot]), '00', '31']
    for (const [index, lot] of lots.entries()) expect(await of().say(index % 2 ? 'hospital:CZFP' : 'hospital:CJUH', 'submit-adverse-event', report(`(01)06999999999881(10)CATH-${lot}`))).toMatchObject({ __typename: 'SubmitAdverseEventSuccess' })
    const { signals, looks } = await look()
    expect(signals.map(({ kind, thing }) => `${kind} ${thing}`)).toEqual(['MATERIAL_LOT bat_tube1', 'SUPPLIER org_sup1'])
    // 400 of 1,600 devices: the other 1,200 had 2 cases, and half a case is added.
    expect(signals[0]).toMatchObject({ number: 'TUBE-1', cases: 8, devices: 400, scopeField: 'materialLots', scopeCodes: ['TUBE-1'], task: null })
    expect(signals[0]!.expected).toBeCloseTo((2.5 / 1_200) * 400, 9)
    expect(signals[0]!.p).toBeCloseTo(2.76e-6, 8)
    expect(signals[0]!.adverseEvents).toHaveLength(8)
    expect(looks.map(({ kind, looked }) => `${kind} ${looked}`)).toEqual(['BATCH 16', 'MATERIAL_LOT 4', 'SUPPLIER 2', 'MODEL 1', 'SITE 1', 'ORGANIZATION 2'])
  })

  it('are the maker’s own: others, makers too, have none and open none', async () => {
    for (const viewer of ['quality', 'quality:ABBOTT-VASCULAR', 'hospital:CJUH', 'supplier:SIG-SUPPLIER-1']) expect((await look(viewer)).signals, viewer).toEqual([])
    expect(await open('quality', 'MATERIAL_LOT', 'bat_tube1')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await open('hospital:CJUH', 'MATERIAL_LOT', 'bat_tube1')).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('open one task each, which keeps the numbers, until somebody clears it', async () => {
    const opened = await open(maker, 'MATERIAL_LOT', 'bat_tube1')
    expect(opened).toMatchObject({ finding: { code: 'CASE_SIGNAL', detail: expect.stringContaining('TUBE-1: 8 cases, 0.83 expected of 400 devices') as string } })
    expect(await open(maker, 'MATERIAL_LOT', 'bat_tube1')).toMatchObject({ code: 'CONFLICT' })
    expect((await look()).signals[0]?.task).toEqual({ id: opened.finding.id, clearedAt: null })
    await of().tell(maker, 'clearFinding', 'finding', { finding: opened.finding.id, note: 'The tubes were too thin.' })
    expect((await look()).signals[0]?.task?.clearedAt).toEqual(expect.any(String))
    expect(await open(maker, 'MATERIAL_LOT', 'bat_tube1')).toMatchObject({ __typename: 'OpenSignalTaskSuccess' })
  })

  it('fill in the scope of a recall', async () => {
    const [signal] = (await look()).signals
    const drafted = await of().say<{ recall: { id: string } }>(maker, 'draft-recall', { title: 'Tubes', reason: 'Signal', classification: 'II', actions: ['RETURN'], scope: { [signal!.scopeField]: signal!.scopeCodes }, adverseEvents: signal!.adverseEvents.map(({ id }) => id) })
    expect(await of().ask(maker, 'query ($id: ID!) { recall(id: $id) { scope { batchCount } } }', { id: drafted.recall.id })).toEqual({ recall: { scope: { batchCount: 4 } } })
  })
})
