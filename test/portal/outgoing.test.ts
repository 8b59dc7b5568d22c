/// <reference lib="dom" />
import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentOf, epcisOf } from '../features/epcis/epcis-kit.ts'
import { type Browser, launchBrowser } from '../testkit/browser.ts'
import { loseAnswers } from './lost-answer.ts'
import { openOwnHub, type OwnHub } from './own-hub.ts'

let hub: OwnHub
let browser: Browser
beforeAll(async () => {
  hub = await openOwnHub()
  browser = await launchBrowser(hub.url)
})
afterAll(async () => {
  await browser.close()
  await hub.stop()
})

it('a distributor takes back a shipment that came back, also where the first answer is lost: it is on its way no more', async () => {
  const visit = await browser.open({ viewer: 'distributor:KANGLUO', width: 360, height: 780 })
  const { page } = visit
  await page.goto('/inventory')
  await page.getByRole('link', { name: '已发出、尚未收货' }).click()
  const carton = page.locator('.work > li').filter({ hasText: '南' })
  await carton.first().waitFor()
  const before = await page.locator('.work > li').count()
  await carton.first().getByRole('button', { name: /^撤回/ }).click()
  const answerAgain = await loseAnswers(page, 'PortalVoidShipment')
  await page.getByRole('button', { name: '撤回选中的货物' }).click()
  await page.locator('.work [role=alert]').waitFor()
  visit.errors.splice(0)
  await answerAgain()
  await page.getByRole('button', { name: '撤回选中的货物' }).click()
  await page.waitForFunction((count) => document.querySelectorAll('.work > li').length < count, before)
  expect(await hub.reasonsOf('hospital:NYHH', '(00)106999900070000013')).not.toContain('IN_TRANSIT')
  expect(visit.errors).toEqual([])
  await page.context().close()
})

it('who counted a device that is another’s by the record takes it as received: the finding is explained', async () => {
  const counted = { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'cycle_counting', eventTime: new Date().toISOString(), eventTimeZoneOffset: '+08:00', epcList: ['https://id.gs1.org/01/06972145030560/21/B03-027'], readPoint: { id: 'https://id.gs1.org/414/6999900110015' } }
  await hub.ask('distributor:KANGLUO', 'mutation ($input: ReportShipmentInput!) { reportShipment(input: $input) { __typename } }', { input: { idempotencyKey: crypto.randomUUID(), at: new Date(Date.now() - 60_000).toISOString(), to: 'CJUH', documentNumber: 'KL-30', lines: [{ code: '(01)06972145030560(21)B03-027' }] } })
  await epcisOf(hub.hub).capture('hospital-user:CJUH', documentOf([counted]))
  const visit = await browser.open({ viewer: 'hospital:CJUH', width: 360, height: 780 })
  const { page } = visit
  await page.goto('/findings')
  const line = page.locator('.work > li').filter({ hasText: 'B03-027' })
  await line.getByRole('link', { name: /盘点/ }).click()
  await page.locator('.trail > li.meant').waitFor()
  await page.goBack()
  await line.getByRole('button', { name: '按收货登记' }).click()
  await line.waitFor({ state: 'detached' })
  expect(await hub.reasonsOf('hospital:CJUH', '(01)06972145030560(21)B03-027')).not.toContain('IN_TRANSIT')
  expect(visit.errors).toEqual([])
  await page.context().close()
})

it('the maker’s quality declares another’s report of its product an error, on its timeline', async () => {
  await hub.ask('distributor:KANGLUO', 'mutation ($input: SetQuarantineInput!) { setQuarantine(input: $input) { __typename } }', { input: { idempotencyKey: crypto.randomUUID(), at: new Date(Date.now() - 60_000).toISOString(), quarantined: true, lines: [{ code: '(01)06972145030560(21)B03-028' }] } })
  const { data } = await hub.ask<{ serial: { id: string } }>('quality', '{ serial(code: "(01)06972145030560(21)B03-028") { id } }')
  const visit = await browser.open({ viewer: 'quality', width: 1280, height: 900 })
  const { page } = visit
  await page.goto(`/serials/${data?.serial.id ?? ''}`)
  const entry = page.locator('.trail > li').filter({ has: page.getByRole('button', { name: '声明为误录' }) }).first()
  await entry.getByRole('button', { name: '声明为误录' }).click()
  await page.getByText('登记单位会收到通知', { exact: false }).waitFor()
  await page.locator('.trail form').getByRole('button', { name: '声明为误录' }).click()
  await page.getByText('声明为误录：此事并未发生', { exact: false }).first().waitFor()
  expect(visit.errors).toEqual([])
  await page.context().close()
})
