/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Browser, launchBrowser, type Visit } from '../testkit/browser.ts'
import { openOwnHub, type OwnHub } from './own-hub.ts'
import { scan } from './scanner.ts'

const [supplier, maker] = ['supplier:SULU-POLYMER', 'supply']

let hub: OwnHub
let browser: Browser
let visit: Visit
let page: Page
beforeAll(async () => {
  hub = await openOwnHub()
  browser = await launchBrowser(hub.url)
})
afterAll(async () => {
  await browser.close()
  await hub.stop()
})
afterEach(async () => {
  expect([...visit.errors, ...visit.strays]).toEqual([])
  await page.context().close()
})

const open = async (viewer: string, path: string) => {
  visit = await browser.open({ viewer, width: 360, height: 780 })
  page = visit.page
  await page.goto(path)
  await page.locator('main h1').waitFor()
}
const act = (name: string | RegExp) => page.getByRole('button', { name }).click()
const lotField = () => page.getByRole('textbox', { name: /^批号/ })
/** With the focus in no field, which would take the scan. */
const scanned = async (code: string) => {
  await page.locator('h1').click()
  await scan(page, code)
}
const choose = async (di: string) => {
  await page.getByLabel('按名称、型号或编码查找').fill(di)
  const option = page.getByRole('combobox', { name: '产品' }).locator('option').filter({ hasText: di })
  await option.waitFor({ state: 'attached' })
  await page.getByRole('combobox', { name: '产品' }).selectOption(await option.getAttribute('value') ?? '')
}
interface Lot { readonly id: string; readonly udi: string; readonly lotNumber: string; readonly expiresOn: string | null; readonly serialCount: number; readonly quantity: { readonly value: number; readonly unit: string } | null; readonly documents: readonly { readonly title: string; readonly kind: string }[]; readonly stock: readonly { readonly quantity: { readonly value: number; readonly unit: string } }[] }
const lotOf = async (viewer: string, code: string): Promise<Lot | null> =>
  (await hub.ask<{ batch: Lot | null }>(viewer, 'query ($code: String!) { batch(code: $code) { id udi lotNumber expiresOn serialCount quantity { value unit } documents { title kind } stock { quantity { value unit } } } }', { code })).data?.batch ?? null
const stockOf = (lot: Lot | null) => lot?.stock.reduce((sum, { quantity }) => sum + quantity.value, 0)

it('a supplier registers a lot with its certificate; a number that is taken is refused at its field, and nothing is lost', async () => {
  await open(supplier, '/lots/new')
  await choose('SULU-PEBA-7233')
  await lotField().fill('R26-0118')
  await page.getByLabel('数量').fill('12.5')
  await page.getByLabel('有效期至').fill('2029-06-30')
  await page.getByLabel('合格证明、检验报告').setInputFiles({ name: 'COA R26-0777.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nR26-0777\n%%EOF') })
  await page.getByText('COA R26-0777.pdf').waitFor()
  await act('登记批次')
  await page.getByText('这个批号已经登记过').waitFor()
  await page.reload()
  await page.getByText('COA R26-0777.pdf').waitFor()
  expect(await page.getByLabel('数量').inputValue()).toBe('12.5')
  await lotField().fill('R26-0777')
  await act('登记批次')
  await page.getByText('已登记批次 R26-0777').waitFor()
  const lot = await lotOf(supplier, 'R26-0777')
  expect(lot).toMatchObject({ expiresOn: '2029-06-30', quantity: { value: 12.5, unit: 'KGM' }, documents: [{ title: 'COA R26-0777.pdf', kind: 'CERTIFICATE_OF_CONFORMITY' }] })
  expect(stockOf(lot)).toBe(12.5)
  expect(await page.getByRole('link', { name: '打开批次' }).getAttribute('href')).toBe(`/batches/${lot?.id ?? ''}`)
})

it('a supplier sends half a kilogram of its lot, which is counted in kilograms', async () => {
  await open(supplier, '/ship')
  await scanned('R26-0777')
  const line = page.locator('.goods-line')
  await line.getByText('1 千克').waitFor()
  await line.getByLabel('数量').last().fill('0.5')
  await line.getByLabel('数量').last().blur()
  await line.getByText('0.5 千克').waitFor()
})

it('a supplier’s lot that is made of another uses that up, and shows where it came from', async () => {
  await open(supplier, '/lots/new')
  await choose('SULU-PEBA-7233')
  await lotField().fill('R26-0778')
  await page.getByLabel('数量').first().fill('4')
  await scanned('R26-0777')
  await page.getByText('库存 12.5').waitFor()
  await page.getByLabel('数量').last().fill('40')
  await act('登记批次')
  await page.getByText('库存中没有这么多').waitFor()
  await page.getByLabel('数量').last().fill('4.5')
  await act('登记批次')
  await page.getByText('已登记批次 R26-0778').waitFor()
  expect(stockOf(await lotOf(supplier, 'R26-0777'))).toBe(8)
})

it('a maker registers the serial numbers of a lot as a range, of material that is in stock', async () => {
  const { data } = await hub.ask<{ inventory: { edges: { node: { serialNumber: string | null; lotNumber: string; holds: string[]; quantity: { value: number; unit: string } } }[] } }>(maker, '{ inventory(first: 300) { edges { node { serialNumber lotNumber holds quantity { value unit } } } } }')
  const material = data!.inventory.edges.map(({ node }) => node).find(({ serialNumber, holds, quantity }) => !serialNumber && holds.length === 0 && quantity.value >= 3)!
  const before = stockOf(await lotOf(maker, material.lotNumber)) ?? 0
  await open(maker, '/production')
  await choose('06972145030560')
  await lotField().fill('T26-0901')
  await page.getByLabel('有效期至').fill('2029-08-31')
  await page.locator('textarea').fill('T26-001..T26-012\nT26-020')
  await page.getByText('13 个序列号', { exact: true }).waitFor()
  await scanned(material.lotNumber)
  await page.locator('.lines .what').getByText('库存').waitFor()
  await page.locator('.lines').getByLabel('数量').fill('2')
  await act('登记 13 个序列号')
  await page.getByText('已登记批次 T26-0901').waitFor()
  const lot = await lotOf(maker, '(01)06972145030560(10)T26-0901')
  expect(lot).toMatchObject({ serialCount: 13, expiresOn: '2029-08-31' })
  expect(stockOf(await lotOf(maker, material.lotNumber))).toBe(before - 2)
  // The same number again is named, and everything that was typed is still there.
  await lotField().fill('T26-0902')
  await page.locator('textarea').fill('T26-021\nT26-012')
  await act('登记 2 个序列号')
  await page.getByText('这个序列号已经登记过').waitFor()
  expect(await page.locator('.bad.code').textContent()).toBe('T26-012')
  expect(await lotOf(maker, '(01)06972145030560(10)T26-0902')).toBeNull()
})
