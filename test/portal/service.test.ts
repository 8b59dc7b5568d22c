/// <reference lib="dom" />
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Browser, launchBrowser, type Visit } from '../testkit/browser.ts'
import { openOwnHub, type OwnHub } from './own-hub.ts'

const [hospital, desk] = ['hospital:CJUH', 'service']
const pump = '(01)06972145030188(21)ML4-260311-0452'

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
const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${name}\n%%EOF`) })
const shot = async (name: string) => {
  const folder = process.env['SHOTS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

let ticket = ''

it('a hospital asks for a calibration with a photo, and answers what the desk asks', async () => {
  await open(hospital, `/tickets/new?code=${encodeURIComponent(pump)}&kind=CALIBRATION`)
  await page.getByLabel('一句话说明').fill('流速偏快 8%')
  await page.getByLabel('照片与文件').setInputFiles(paper('显示屏.pdf'))
  await page.getByText('显示屏.pdf').waitFor()
  await shot('open')
  await act('提交')
  await page.getByRole('link', { name: '显示屏.pdf' }).waitFor()
  ticket = new URL(page.url()).pathname
  await page.context().close()
  await open(desk, ticket)
  await page.getByLabel('留言').fill('屏幕上显示哪个错误码？')
  await act('发送')
  await page.locator('.notes').getByText('屏幕上显示哪个错误码？').waitFor()
  await page.context().close()
  await open(hospital, ticket)
  await page.getByLabel('留言').fill('E-17')
  await act('发送')
  await page.locator('.notes').getByText('E-17').waitFor()
  expect(await page.getByLabel('留言').inputValue()).toBe('')
})

it('the desk measures, certifies and closes it; the device tells when the next is due, and its timeline has the ticket', async () => {
  await open(desk, ticket)
  await act('开始处理')
  await page.getByLabel('项目').fill('流速误差')
  await page.getByLabel('单位').fill('P1')
  await page.getByLabel('数值').fill('1.2')
  await page.getByLabel('上限').fill('5')
  await page.getByRole('form').or(page.locator('form.panel')).getByRole('button', { name: '保存' }).last().click()
  await page.getByText('合格', { exact: true }).waitFor()
  await page.getByLabel('处理结果').fill('已重新校准')
  await page.getByLabel('完成日期').fill('2026-01-31')
  await page.getByLabel('校准证书与服务报告').setInputFiles(paper('CAL-2026-01.pdf'))
  await page.getByText('CAL-2026-01.pdf').waitFor()
  await shot('work')
  await act('处理完成')
  await page.getByRole('button', { name: '关闭', exact: true }).click()
  await page.getByText('已关闭').first().waitFor()
  await page.getByText('下次校准').first().waitFor()
  await page.getByText('2028-01-31').waitFor()
  await shot('closed')
  await page.getByRole('link', { name: 'ML4-260311-0452' }).first().click()
  await page.getByText('2028-01-31').waitFor()
  await page.getByText('工单关闭：校准').waitFor()
  await page.getByText('工单：校准').first().waitFor()
  await shot('device')
})

it('what is due is listed, and leads to a ticket of its kind', async () => {
  await open(desk, '/tickets?view=due')
  await page.locator('.work').getByText('已逾期').first().waitFor()
  await shot('due')
  await page.locator('.work').getByRole('link', { name: '报修' }).first().click()
  await page.getByLabel('类型').waitFor()
  expect(await page.getByLabel('类型').inputValue()).toBe('MAINTENANCE')
})

it('the maker’s desk sets a product’s plan, and others read it', async () => {
  const product = (await hub.ask<{ lookup: { product: { id: string } } }>(desk, 'query ($code: String!) { lookup(code: $code) { product { id } } }', { code: pump })).data?.lookup.product.id ?? ''
  await open(desk, `/products/${product}`)
  await page.getByLabel('校准间隔（月）').fill('6')
  await page.getByLabel('在用设备的首次日期').fill('2999-01-31')
  await page.locator('form').filter({ has: page.getByLabel('校准间隔（月）') }).getByRole('button', { name: '保存' }).click()
  await expect.poll(async () => (await hub.ask<{ node: { calibrationMonths: number } }>(desk, 'query ($id: ID!) { node(id: $id) { ... on Product { calibrationMonths } } }', { id: product })).data?.node.calibrationMonths).toBe(6)
  await page.getByText(/^已保存，\d+ 台在用设备/).waitFor()
  await shot('plan')
  await page.context().close()
  await open(hospital, `/products/${product}`)
  await page.getByText('每 6 个月').waitFor()
  expect(await page.getByLabel('校准间隔（月）').count()).toBe(0)
})

it('an adverse event is reported from a ticket, and follows from it', async () => {
  await open(hospital, ticket)
  await page.getByRole('link', { name: '上报问题' }).click()
  await page.getByText('由工单而来').waitFor()
  await shot('report')
  await page.getByLabel('发生了什么').or(page.locator('#happened')).first().fill('报警太晚')
  await page.getByRole('button', { name: '没有伤害' }).or(page.locator('.chips .chip').first()).first().click()
  await page.locator('input[name=harm][value=yes]').check({ force: true })
  await page.locator('#name').fill('魏兰')
  await page.locator('#email').fill('wei.lan@cjuh.example')
  await page.locator('form button[type=submit]').click()
  await page.getByText(/AE-\d{4}-/).first().waitFor()
  await page.context().close()
  await open('quality', ticket)
  await page.getByRole('link', { name: /^AE-/ }).waitFor()
})

it('quality says how grave the case is, and which ticket told of it first', async () => {
  await open('quality', ticket)
  await page.getByRole('link', { name: /^AE-/ }).click()
  const first = page.getByLabel('最先得知于')
  const own = await first.inputValue()
  expect(ticket).toContain(own)
  const unforeseen = page.getByLabel('伤害不在风险管理所预见之内')
  await unforeseen.check()
  await first.selectOption('')
  const save = page.locator('form').filter({ has: first }).getByRole('button', { name: '保存' })
  await save.click()
  await page.getByText('来自工单').waitFor({ state: 'detached' })
  await shot('triage')
  await page.reload()
  await expect.poll(() => unforeseen.isChecked()).toBe(true)
  await first.selectOption(own)
  await save.click()
  await page.getByText('来自工单').waitFor()
  await page.setViewportSize({ width: 1440, height: 900 })
  await shot('triage-wide')
})
