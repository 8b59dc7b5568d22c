import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEpcisBench, type EpcisBench } from '../epcis/epcis-bench.ts'

const [cjuh, kangluo] = ['hospital:CJUH', 'distributor:KANGLUO']
const hour = 3_600_000
const ago = (hours: number): string => new Date(Date.now() - hours * hour).toISOString()
const label = (number: string): string => `(01)06972145030560(21)${number}`
const lines = (...numbers: string[]) => numbers.map((number) => ({ code: label(number) }))
const lot = '(01)08717648200274(10)5031184'
const sscc = '106999900070012368'

interface Answer { readonly __typename: string; readonly code?: string; readonly acceptedCount?: number; readonly rejected?: readonly { readonly reason: { readonly code: string } }[] }
interface Sent { readonly documentNumber: string; readonly to: { readonly name: string }; readonly lines: readonly { readonly code: string; readonly quantity: { readonly value: number } | null }[] }

let bench: EpcisBench
beforeAll(async () => {
  bench = await openEpcisBench()
})
afterAll(() => bench?.stop())

const send = async (viewer: string, mutation: string, input: object, type = 'GoodsReported'): Promise<Answer> => {
  const { data, errors } = await bench.hub.ask<Record<string, Answer>>(viewer, `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename ... on ${type} { acceptedCount rejected { reason { code } } } ... on UserError { code message } } }`, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
  expect(errors).toBeUndefined()
  return data?.[mutation] as Answer
}
const ship = (hours: number, to: string, more: object): Promise<Answer> => send(kangluo, 'reportShipment', { at: ago(hours), to, documentNumber: 'KL-9', ...more })
const takeBack = (more: object, viewer = kangluo): Promise<Answer> => send(viewer, 'voidShipment', { at: ago(0), ...more })
const why = ({ code, rejected = [] }: Answer): string[] => [...(code === undefined ? [] : [code]), ...rejected.map(({ reason }) => reason.code)]
const sent = async (): Promise<Sent[]> =>
  ((await bench.hub.ask<{ outgoingShipments: Sent[] }>(kangluo, '{ outgoingShipments { documentNumber to { name } lines { code quantity { value } } } }')).data?.outgoingShipments ?? []).filter(({ documentNumber }) => documentNumber === 'KL-9')
const messages = async (viewer: string): Promise<string[]> =>
  ((await bench.hub.ask<{ messages: { edges: readonly { node: { type: string } }[] } }>(viewer, '{ messages(first: 50) { edges { node { type } } } }')).data?.messages.edges ?? []).map(({ node }) => node.type)
const stock = async (viewer: string): Promise<number> =>
  ((await bench.hub.ask<{ lookup: { stock: { quantity: { value: number } }[] } }>(viewer, 'query ($code: String!) { lookup(code: $code) { stock { quantity { value } } } }', { code: lot })).data?.lookup.stock ?? []).reduce((sum, { quantity }) => sum + quantity.value, 0)

describe('the truck came back', () => {
  it('serials are in stock as before, the list is empty again, and who was to get them is told', async () => {
    await ship(2, 'CJUH', { lines: lines('B03-019', 'B03-020') })
    expect(await sent()).toMatchObject([{ lines: [{ code: expect.stringContaining('B03-019') as unknown }, {}] }])
    expect(await messages(cjuh)).not.toContain('custody.void_shipping')
    expect(await takeBack({ lines: lines('B03-019') })).toMatchObject({ acceptedCount: 1, rejected: [] })
    expect(await bench.whereIs('B03-019', 'B03-020')).toEqual(['KANGLUO IN_STOCK', 'KANGLUO IN_TRANSIT CJUH'])
    expect(await sent()).toMatchObject([{ lines: [{ code: expect.stringContaining('B03-020') as unknown }] }])
    expect(await messages(cjuh)).toContain('custody.void_shipping')
    expect(await ship(0, 'CJUH', { lines: lines('B03-019') })).toMatchObject({ acceptedCount: 1 })
  })

  it('a carton with all that is in it', async () => {
    await ship(2, 'CJUH', { sscc, lines: lines('B03-024', 'B03-025') })
    expect(await takeBack({ lines: [{ code: `(00)${sscc}` }] })).toMatchObject({ acceptedCount: 1 })
    expect(await bench.whereIs('B03-024', 'B03-025')).toEqual(['KANGLUO IN_STOCK', 'KANGLUO IN_STOCK'])
    expect(await bench.breaches()).toEqual([])
  })

  it('of a lot so many as are on their way, from the partner that is named where there are several', async () => {
    const before = await stock(kangluo)
    expect(await ship(2, 'CJUH', { lines: [{ code: lot, quantity: 5 }] })).toMatchObject({ acceptedCount: 1 })
    await ship(2, 'JPPH', { lines: [{ code: lot, quantity: 3 }] })
    expect(why(await takeBack({ lines: [{ code: lot, quantity: 2 }] }))).toEqual(['SEVERAL_ON_THEIR_WAY'])
    expect(why(await takeBack({ to: 'JPPH', lines: [{ code: lot, quantity: 4 }] }))).toEqual(['NOT_ON_ITS_WAY'])
    expect(await takeBack({ to: 'JPPH', lines: [{ code: lot, quantity: 3 }] })).toMatchObject({ acceptedCount: 1 })
    expect((await sent()).flatMap((one) => one.lines).filter(({ code }) => code.includes('5031184'))).toMatchObject([{ quantity: { value: 5 } }])
    await takeBack({ to: 'CJUH', lines: [{ code: lot, quantity: 5 }] })
    expect(await stock(kangluo)).toBe(before)
    expect(await bench.breaches()).toEqual([])
  })
})

describe('what cannot be taken back', () => {
  it('what was received, what was never sent, what another sent, and before it left', async () => {
    await ship(3, 'CJUH', { lines: lines('B03-022', 'B03-023') })
    await send(cjuh, 'confirmReceipt', { receivedAt: ago(2), lines: lines('B03-022') }, 'ConfirmReceiptSuccess')
    expect(why(await takeBack({ lines: lines('B03-022') }))).toEqual(['NOT_ON_ITS_WAY'])
    expect(why(await takeBack({ lines: lines('B03-027') }))).toEqual(['NOT_ON_ITS_WAY'])
    expect(why(await takeBack({ lines: lines('B03-023') }, cjuh))).toEqual(['NOT_ON_ITS_WAY'])
    expect(why(await takeBack({ at: ago(4), lines: lines('B03-023') }))).toEqual(['LEFT_LATER'])
    expect(await bench.whereIs('B03-022', 'B03-023')).toEqual(['CJUH IN_STOCK', 'KANGLUO IN_TRANSIT CJUH'])
  })
})
