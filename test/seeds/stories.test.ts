import { describe, expect, it } from 'vitest'
import { demoHistory } from '../../seeds/demo.ts'
import type { EventSeed } from '../../seeds/history.ts'
import { indexOf } from './demo-index.ts'

const { history, eventsOf, organizations } = indexOf(demoHistory())
const today = '2026-11-22'

const steps = (bizStep: string): EventSeed[] => history.events.filter((event) => event.bizStep === bizStep)
const kindOf = new Map(history.batches.map(({ key, kind }) => [key, kind]))
const batchOf = new Map(history.serials.map(({ key, batch }) => [key, batch]))
const last = (key: string): EventSeed | undefined => eventsOf.get(key)?.at(-1)

/** Output batch → input batches, as the transformations tell. */
const madeOf = (() => {
  const inputs = new Map<string, Set<string>>()
  for (const { type, things } of history.events) {
    if (type !== 'TRANSFORMATION') continue
    const batches = (role: string): string[] => things.filter((thing) => thing.role === role).flatMap(({ batch }) => batch ?? [])
    for (const output of batches('OUTPUT')) inputs.set(output, new Set([...(inputs.get(output) ?? []), ...batches('INPUT')]))
  }
  return inputs
})()

const upstream = (batch: string): Set<string> => new Set([...(madeOf.get(batch) ?? [])].flatMap((input) => [input, ...upstream(input)]))
const downstream = (batch: string): string[] => [...madeOf.keys()].filter((output) => upstream(output).has(batch))

describe('the cast', () => {
  it('has six suppliers, four distributors in three countries, a dozen hospitals with wards, two makers with stories', () => {
    const of = (kind: string) => [...organizations.values()].filter(({ kinds }) => kinds.includes(kind))
    expect([of('SUPPLIER').length, of('DISTRIBUTOR').length, of('HOSPITAL').length]).toEqual([6, 4, 12])
    expect(new Set(of('DISTRIBUTOR').map(({ country }) => country))).toEqual(new Set(['CN', 'DE', 'SG']))
    expect(history.sites.filter(({ kind, partOf }) => kind === 'WARD' && partOf).length).toBeGreaterThan(12)
    expect(of('MANUFACTURER').length).toBeGreaterThanOrEqual(2)
  })

  it('has a licence that ends within a month, and none that has ended', () => {
    const ends = [...organizations.values()].flatMap(({ licences = [] }) => licences.flatMap(({ validUntil }) => validUntil ?? []))
    expect(ends.filter((end) => end < today)).toEqual([])
    expect(ends.filter((end) => end < '2026-12-23').length).toBeGreaterThan(0)
  })

  it('carries a few hundred serials, and documents for half of the events', () => {
    expect(history.serials.length).toBeGreaterThan(250)
    const proven = new Set(history.documents.flatMap(({ proves }) => proves.flatMap(({ event }) => event ?? [])))
    expect(proven.size * 2).toBeGreaterThanOrEqual(history.events.length)
  })
})

describe('the genealogy', () => {
  it('has exactly one raw lot that became three component lots and five finished ones', () => {
    const raw = history.batches.filter(({ kind }) => kind === 'RAW').map(({ key, lotNumber }) => ({ lotNumber, kinds: downstream(key).map((output) => kindOf.get(output)) }))
    const wide = raw.filter(({ kinds }) => kinds.filter((kind) => kind === 'COMPONENT').length >= 3 && kinds.filter((kind) => kind === 'FINISHED').length >= 5)
    expect(wide.map(({ lotNumber }) => lotNumber)).toEqual(['R26-0118'])
  })

  it('has a diamond: a finished lot of two component lots of one raw lot', () => {
    const diamonds = [...madeOf].filter(([, inputs]) => [...inputs].filter((input) => madeOf.get(input)?.has('SULU-PEBA-7233|R26-0118')).length > 1)
    expect(diamonds.map(([output]) => output)).toContain('06972145030560|2604B02')
  })

  it('has a split lot, and a lot both bought and made', () => {
    const splits = [...madeOf].filter(([output, inputs]) => kindOf.get(output) === 'FINISHED' && [...inputs].some((input) => kindOf.get(input) === 'FINISHED'))
    expect(splits).toHaveLength(1)
    const bought = history.batches.filter(({ key, kind, suppliedBy }) => kind === 'COMPONENT' && suppliedBy && madeOf.has(key))
    expect(bought.map(({ lotNumber }) => lotNumber)).toEqual(['BTU-2602-03'])
  })
})

describe('what happened', () => {
  it('has implants and one explant of one that was implanted', () => {
    expect(steps('implanting').length).toBeGreaterThan(3)
    const explanted = steps('explanting').flatMap(({ things }) => things.map(({ serial }) => serial ?? ''))
    expect(explanted).toHaveLength(1)
    expect(eventsOf.get(explanted[0] ?? '')?.map(({ bizStep }) => bizStep).slice(-2)).toEqual(['implanting', 'explanting'])
  })

  it('has a repair with a swapped battery', () => {
    const out = steps('removing').flatMap(({ things }) => things)
    const parent = out.find(({ role }) => role === 'PARENT')?.serial
    const put = steps('assembling').filter(({ things }) => things.some(({ role, serial }) => role === 'PARENT' && serial === parent))
    expect(put).toHaveLength(2)
    const battery = (event: EventSeed | undefined): string | undefined => event?.things.find(({ position }) => position?.includes('Battery'))?.batch
    expect(battery(put[0])).toBe(out.find(({ role }) => role === 'CHILD')?.batch)
    expect(battery(put[1])).not.toBe(battery(put[0]))
  })

  it('has expired lots still on a shelf', () => {
    const expired = history.batches.filter(({ expiresOn }) => expiresOn !== undefined && expiresOn < today)
    expect(expired.map(({ lotNumber }) => lotNumber).sort()).toEqual(['2311P01', '3117640'])
  })

  it('has a partial return, of less than was delivered', () => {
    const [back] = history.events.filter(({ bizStep, disposition }) => bizStep === 'shipping' && disposition === 'returned')
    const delivered = steps('receiving').find(({ to, things }) => to === back?.from && things.some(({ serial }) => serial === back?.things[0]?.serial))
    expect(back?.things.length).toBeLessThan(delivered?.things.length ?? 0)
  })

  it('has a consignment, and a carton under way with serials and a lot inside', () => {
    const consigned = history.events.filter(({ owner, to }) => owner !== undefined && owner !== to)
    // Sent and received: the consignment of stents, and the loan set.
    expect(consigned.map(({ bizStep }) => bizStep).sort()).toEqual(['receiving', 'receiving', 'shipping', 'shipping'])
    const open = history.logisticUnits.filter(({ sscc }) => last(sscc)?.bizStep === 'shipping')
    expect(open).toHaveLength(1)
    const inside = steps('packing').find(({ things }) => things.some(({ unit }) => unit === open[0]?.sscc))?.things ?? []
    expect(inside.some(({ serial }) => serial)).toBe(true)
    expect(inside.some(({ batch }) => batch)).toBe(true)
  })

  it('has one scrapped, one held, one held and released, and one record declared an error', () => {
    expect(steps('destroying')).toHaveLength(1)
    const held = steps('holding').map(({ things }) => last(things[0]?.serial ?? '')?.bizStep)
    expect(held.sort()).toEqual(['holding', 'inspecting'])
    expect(history.events.filter(({ errorDeclaredAt }) => errorDeclaredAt)).toHaveLength(1)
  })
})

describe('the recalls', () => {
  const [open, drill] = [history.recalls.find(({ status }) => status === 'ONGOING'), history.recalls.find((recall) => recall.drill)]

  it('are one open, class II, of two lots of one coating, and one closed drill', () => {
    expect(open).toMatchObject({ reference: 'RC-2026-0017', classification: 'II', drill: false })
    const [one, two] = open?.covers.map(({ batch }) => upstream(batch ?? '')) ?? []
    expect([one, two].every((lots) => lots?.has('QINGYU-HC12|CT-2608-03'))).toBe(true)
    expect(drill).toMatchObject({ status: 'COMPLETED' })
    expect(drill?.closedAt).toBeDefined()
  })

  it('finds some units used, some held, some under way', () => {
    const covered = new Set(open?.covers.map(({ batch }) => batch))
    const ends = history.serials.filter(({ key }) => covered.has(batchOf.get(key))).map(({ key }) => last(key)?.bizStep)
    expect(new Set(ends)).toEqual(new Set(['dispensing', 'receiving', 'shipping', 'inspecting']))
  })

  it('has a ticket in progress on the pump that is held', () => {
    expect(history.tickets.filter(({ status }) => status === 'IN_PROGRESS').map(({ serial }) => last(serial)?.bizStep)).toEqual(['holding'])
  })
})
