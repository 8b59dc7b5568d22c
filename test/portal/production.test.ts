/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Browser, launchBrowser, type Visit } from '../testkit/browser.ts'
import { openOwnHub, type OwnHub } from './own-hub.ts'
import { scan } from './scanner.ts'

const supplier = 'supplier:SULU-POLYMER'

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
