/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Browser, launchBrowser, type Visit } from '../testkit/browser.ts'
import { loseAnswers } from './lost-answer.ts'
import { openOwnHub, type OwnHub } from './own-hub.ts'
import { scan } from './scanner.ts'

const lot = '(01)06972145030256(10)26IS0413'
const pump = 'ML4-260311-0452'

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

const open = async (path: string) => {
  visit = await browser.open({ viewer: 'distributor:KANGLUO', width: 360, height: 780 })
  page = visit.page
  await page.goto(path)
  await page.locator('main h1').waitFor()
}
const act = (name: string | RegExp) => page.getByRole('button', { name }).click()
const line = (text: string) => page.locator('.pack-line').filter({ hasText: text })
const scanned = async (code: string, text: string) => {
  await scan(page, code)
  await line(text).getByText('核对中').waitFor({ state: 'detached' })
}
const put = async (text: string, quantity: number) => {
  const field = line(text).getByLabel('数量').last()
  await field.fill(String(quantity))
  await field.blur()
}
/** What the hub says is in a carton now: of each lot how many, and the cartons. */
const inside = async (sscc: string) => {
  const { data } = await hub.ask<{ logisticUnit: { contents: { edges: { node: { lotNumber: string; quantity: { value: number } } }[] }; units: { sscc: string }[] } | null }>(
    'distributor:KANGLUO', 'query ($code: String!) { logisticUnit(code: $code) { contents(now: true) { edges { node { lotNumber quantity { value } } } } units { sscc } } }', { code: `(00)${sscc}` })
  return [...data?.logisticUnit?.contents.edges.map(({ node }) => `${node.lotNumber} ${node.quantity.value}`) ?? [], ...data?.logisticUnit?.units.map((unit) => unit.sscc) ?? []]
}
const ssccOfPage = () => new URL(page.url()).searchParams.get('sscc') ?? ''
let carton = ''

it('a new carton gets a number and is packed; what is not in stock comes back at its line', async () => {
  await open('/packing')
  await act('新编一个号')
  await page.getByText('新箱，还没有装入任何东西。').waitFor()
  carton = ssccOfPage()
  expect(carton).toMatch(/^9699990007\d{8}$/)
  await scanned(lot, '26IS0413')
  await put('26IS0413', 30)
  await scanned(pump, pump)
  await act('装箱：2 行')
  await line(pump).getByText('不在您的库存').last().waitFor()
  await page.getByText('已装入 1 行').waitFor()
  expect(await page.locator('.pack-line').count()).toBe(1)
  await page.locator('.inside').getByText('30 件').waitFor()
  expect(await inside(carton)).toEqual(['26IS0413 30'])
  // What is on the list stays on it over a reload.
  await page.reload()
  await line(pump).waitFor()
  await page.getByRole('button', { name: '打印标签' }).waitFor()
})

it('an answer that is lost packs nothing twice, also where the page is loaded anew', async () => {
  await open(`/packing?sscc=${carton}`)
  await scanned(lot, '26IS0413')
  await put('26IS0413', 5)
  const answerAgain = await loseAnswers(page, 'PortalPack')
  await act('装箱：1 行')
  await page.getByText('没有收到平台的答复').waitFor()
  expect(await inside(carton)).toEqual(['26IS0413 35'])
  await answerAgain()
  await page.reload()
  await line('26IS0413').waitFor()
  await act('装箱：1 行')
  await page.getByText('已装入 1 行').waitFor()
  expect(await inside(carton)).toEqual(['26IS0413 35'])
  visit.errors.splice(0)
})

it('some are taken out, the carton goes onto a pallet, and all comes out of it again', async () => {
  await open(`/packing?sscc=${carton}`)
  await act('取出 26IS0413')
  await put('26IS0413', 10)
  await act('取出：1 行')
  await page.locator('.inside').getByText('25 件').waitFor()
  expect(await inside(carton)).toEqual(['26IS0413 25'])
  await act('换一个箱')
  await act('新编一个号')
  await page.getByText('新箱，还没有装入任何东西。').waitFor()
  const pallet = ssccOfPage()
  await scanned(`00${carton}`, carton)
  await act('装箱：1 行')
  await page.locator('.inside').getByText(carton).waitFor()
  expect(await inside(pallet)).toEqual([carton])
  await act('全部取出')
  await page.getByRole('dialog').getByRole('button', { name: '全部取出' }).click()
  await page.getByText('已全部取出。').waitFor()
  expect(await inside(pallet)).toEqual([])
  expect(await inside(carton)).toEqual(['26IS0413 25'])
})

it('a carton that left is not packed any more, and says so', async () => {
  await open('/packing')
  await scan(page, '00106999900070000013')
  await page.locator('.inside').waitFor()
  await scanned(lot, '26IS0413')
  await act('装箱：1 行')
  await page.getByText('A carton of this SSCC has left your hands').waitFor()
  expect(await line('26IS0413').count()).toBe(1)
})
