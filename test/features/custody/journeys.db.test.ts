import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remindOfJourneys } from '../../../server/features/custody/journey/remind-of-journeys.ts'
import { openEpcisBench, type EpcisBench } from '../epcis/epcis-bench.ts'

const [cjuh, kangluo, quality] = ['hospital:CJUH', 'distributor:KANGLUO', 'quality']
const day = 86_400_000
const label = (number: string): string => `(01)06972145030560(21)${number}`
const lines = (...numbers: string[]) => numbers.map((number) => ({ code: label(number) }))
const ago = (days: number): string => new Date(Date.now() - days * day).toISOString()
const lot = '(01)08717648200274(10)5031184'

let bench: EpcisBench
beforeAll(async () => {
  bench = await openEpcisBench()
})
afterAll(() => bench?.stop())

const send = async (viewer: string, mutation: string, input: object): Promise<void> => {
  const { data, errors } = await bench.hub.ask<Record<string, { acceptedCount?: number }>>(viewer, `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename ... on ${mutation === 'confirmReceipt' ? 'ConfirmReceiptSuccess' : 'GoodsReported'} { acceptedCount } ... on UserError { code message } } }`, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
  expect(errors).toBeUndefined()
  expect(data?.[mutation]?.acceptedCount).toBeGreaterThan(0)
}
/** The daily look of several nodes at once, so many days from now. */
const lookIn = async (days: number): Promise<void> => {
  const now = new Date(Date.now() + days * day)
  await Promise.all([1, 2].map(() => remindOfJourneys(bench.graph, { remindAfter: 7, findingAfter: 30 }, now)))
}
const messages = async (viewer: string): Promise<string[]> =>
  ((await bench.hub.ask<{ messages: { edges: readonly { node: { type: string } }[] } }>(viewer, '{ messages(first: 50) { edges { node { type } } } }')).data?.messages.edges ?? []).map(({ node }) => node.type).filter((type) => type.startsWith('custody.unconfirmed'))
interface Found { readonly serial: { readonly serialNumber: string } | null; readonly event: { readonly documentNumber: string | null } | null }
const findings = async (viewer: string): Promise<string[]> =>
  ((await bench.hub.ask<{ findings: { edges: readonly { node: Found }[] } }>(viewer, '{ findings(first: 100, open: true, code: "UNCONFIRMED_RECEIPT") { edges { node { serial { serialNumber } event { documentNumber } } } } }')).data?.findings.edges ?? [])
    .map(({ node }) => node.event?.documentNumber ?? node.serial?.serialNumber ?? '').filter((number) => number.startsWith('J-') || ['B03-019', 'B03-020'].includes(number)).sort()

describe('what was sent and not received', () => {
  it('is told to both ends after some days, once', async () => {
    await send(kangluo, 'reportShipment', { at: ago(2), to: 'CJUH', documentNumber: 'J-1', lines: [...lines('B03-019', 'B03-020'), { code: lot, quantity: 4 }] })
    await lookIn(4)
    const before = [await messages(cjuh), await messages(kangluo)].map((types) => types.length)
    await lookIn(6)
    await lookIn(7)
    expect((await messages(cjuh)).filter((type) => type === 'custody.unconfirmed.coming')).toHaveLength((before[0] ?? 0) + 1)
    expect((await messages(kangluo)).filter((type) => type === 'custody.unconfirmed.sent').length).toBeGreaterThan(0)
    expect(await findings(kangluo)).toEqual([])
  })

  it('is a finding of both ends after more, of nobody else but the maker, and cleared by what arrives last', async () => {
    await lookIn(29)
    await lookIn(30)
    // Of two makers: the sender has a finding of each, and so has the recipient.
    expect(await findings(kangluo)).toEqual(['J-1', 'J-1'])
    expect(await findings(cjuh)).toEqual(['J-1', 'J-1'])
    // The event was of another's goods too: of it the maker learns its own device.
    expect(await findings(quality)).toEqual([expect.stringMatching(/^B03-0(19|20)$/)])
    expect(await findings('hospital:NYHH')).toEqual([])
    await send(cjuh, 'confirmReceipt', { receivedAt: ago(0), lines: lines('B03-019') })
    expect(await findings(cjuh)).toEqual(['J-1', 'J-1'])
    await send(kangluo, 'voidShipment', { at: ago(0), lines: lines('B03-020') })
    expect(await findings(cjuh)).toEqual(['J-1'])
    expect(await findings(quality)).toEqual([])
    await send(cjuh, 'confirmReceipt', { receivedAt: ago(0), lines: [{ code: lot, quantity: 3 }] })
    expect(await findings(kangluo)).toEqual(['J-1'])
    await send(cjuh, 'confirmReceipt', { receivedAt: ago(0), lines: [{ code: lot, quantity: 1 }] })
    expect(await findings(kangluo)).toEqual([])
    expect(await bench.breaches()).toEqual([])
  })
})
