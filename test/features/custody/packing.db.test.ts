import { afterAll, beforeAll, expect, it } from 'vitest'
import { hasRightCheckDigit } from '../../../server/features/identify/check-digit.ts'
import type { TestHub } from '../../testkit/hub.ts'
import { openOwnDemo, type OwnDemo } from '../../testkit/own-demo.ts'
import { lately } from '../../testkit/lately.ts'

let demo: OwnDemo
let hub: TestHub
beforeAll(async () => {
  demo = await openOwnDemo();
  ({ hub } = demo)
})
afterAll(() => demo?.stop())

const distributor = 'distributor:KANGLUO'
const lot = '26IS0413'

interface Answer { readonly __typename: string; readonly code?: string; readonly path?: readonly string[]; readonly sscc?: string; readonly rejected?: readonly { readonly reason: { readonly code: string } }[] }

const say = async (viewer: string, type: string, name: string, spread: string, input: object): Promise<Answer> => {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${spread} ... on UserError { code path } } }`
  const { data, errors } = await hub.ask<Record<string, Answer>>(viewer, query, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
  expect(errors).toBeUndefined()
  return data![name]!
}
const assign = (viewer: string, input: object = {}): Promise<Answer> => say(viewer, 'AssignSsccInput', 'assignSscc', '... on AssignSsccSuccess { sscc }', input)
const numbered = async (viewer: string): Promise<string> => (await assign(viewer)).sscc ?? ''
let clock = Date.now() - 3_600_000
const packBy = (viewer: string, name: 'pack' | 'unpack', sscc: string, codes: readonly (readonly [string, number?])[]): Promise<Answer> =>
  say(viewer, 'PackInput', name, '... on GoodsReported { rejected { reason { code } } }', { sscc, at: new Date(clock += 60_000).toISOString(), lines: codes.map(([code, quantity]) => ({ code, quantity })) })
const pack = (name: 'pack' | 'unpack', sscc: string, ...codes: readonly (readonly [string, number?])[]): Promise<Answer> => packBy(distributor, name, sscc, codes)
const unit = async (sscc: string, now: boolean, viewer = distributor): Promise<unknown> =>
  (await hub.ask<{ logisticUnit: unknown }>(viewer, 'query ($code: String!, $now: Boolean!) { logisticUnit(code: $code) { contents(now: $now) { totalCount edges { node { lotNumber quantity { value unit } } } } units { sscc } } }', { code: `(00)${sscc}`, now })).data?.logisticUnit

it('numbers cartons from the company prefix: each once, however many ask, and the same key the same', async () => {
  const keys = Array.from({ length: 8 }, () => crypto.randomUUID())
  const given = await Promise.all(keys.map(async (idempotencyKey) => (await assign(distributor, { idempotencyKey })).sscc ?? ''))
  expect(new Set(given).size).toBe(8)
  for (const sscc of given) {
    expect(sscc).toMatch(/^9699990007\d{8}$/)
    expect(hasRightCheckDigit(sscc)).toBe(true)
  }
  expect((await assign(distributor, { idempotencyKey: keys[0] })).sscc).toBe(given[0])
})

it('passes over a number under which something was packed already', async () => {
  const last = await numbered(distributor)
  // The one after it, of which the last digit follows from the others.
  const body = String(BigInt(last.slice(0, 17)) + 1n)
  const next = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).find((text) => hasRightCheckDigit(text)) ?? ''
  expect(await pack('pack', next, [lot, 1])).toMatchObject({ rejected: [] })
  expect(await numbered(distributor)).not.toBe(next)
})

it('gives none without a prefix, which the operator enters, and which is nobody else’s', async () => {
  expect(await assign('hospital:CJUH')).toMatchObject({ code: 'CONFLICT' })
  const { data } = await hub.ask<{ viewer: { organization: { id: string; name: string; gln: string; identifiers: { scheme: string; value: string }[] } } }>('hospital:CJUH', '{ viewer { organization { id name gln identifiers { scheme value } } } }')
  const { id: organization, name, gln, identifiers } = data!.viewer.organization
  const facts = { organization, name, gln, uscc: identifiers.find(({ scheme }) => scheme === 'USCC')?.value, reason: 'test' }
  const change = (viewer: string, companyPrefix: string): Promise<Answer> => say(viewer, 'ChangeOrganizationInput', 'changeOrganization', '', { ...facts, companyPrefix })
  expect(await change('hospital-admin:CJUH', '699990011')).toMatchObject({ code: 'NOT_ALLOWED' })
  for (const overlapping of ['699990007', '69999000', '6999900071']) expect(await change('operator:HUB-OPERATIONS', overlapping)).toMatchObject({ code: 'CONFLICT', path: ['companyPrefix'] })
  expect(await change('operator:HUB-OPERATIONS', '12x')).toMatchObject({ code: 'INVALID_INPUT', path: ['companyPrefix'] })
  expect(await change('operator:HUB-OPERATIONS', '699990011')).toMatchObject({ __typename: 'OrganizationSaved' })
  expect(await numbered('hospital:CJUH')).toMatch(/^9699990011/)
})

it('tells what is in a carton now apart from what was in it last, and which cartons are on a pallet', async () => {
  const [carton, pallet] = [await numbered(distributor), await numbered(distributor)]
  expect(await pack('pack', carton, [lot, 12])).toMatchObject({ rejected: [] })
  expect(await pack('pack', pallet, [`(00)${carton}`])).toMatchObject({ rejected: [] })
  expect(await unit(carton, true)).toEqual({ contents: { totalCount: 1, edges: [{ node: { lotNumber: lot, quantity: { value: 12, unit: 'EA' } } }] }, units: [] })
  expect(await unit(pallet, true)).toEqual({ contents: { totalCount: 0, edges: [] }, units: [{ sscc: carton }] })
  await pack('unpack', pallet, [`(00)${carton}`])
  await pack('unpack', carton, [lot, 12])
  expect(await unit(pallet, true)).toMatchObject({ units: [] })
  expect(await unit(carton, true)).toMatchObject({ contents: { totalCount: 0, edges: [] } })
  expect(await unit(carton, false)).toMatchObject({ contents: { totalCount: 1 } })
})

it('packs a lot that is counted in kilograms by its own unit, where none is told', async () => {
  const supplier = 'supplier:SULU-POLYMER'
  expect(await say(supplier, 'RegisterSupplierLotInput', 'registerSupplierLot', '', { product: 'SULU-PEBA-7233', lotNumber: 'R26-PACK', manufacturedOn: lately('2026-11-01'), quantity: 50, unit: 'KGM' })).toMatchObject({ __typename: 'RegisterSupplierLotSuccess' })
  const carton = await numbered(supplier)
  expect(await packBy(supplier, 'pack', carton, [['R26-PACK', 12.5]])).toMatchObject({ rejected: [] })
  expect(await unit(carton, true, supplier)).toMatchObject({ contents: { edges: [{ node: { lotNumber: 'R26-PACK', quantity: { value: 12.5, unit: 'KGM' } } }] } })
})
