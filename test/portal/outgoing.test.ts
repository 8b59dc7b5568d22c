/// <reference lib="dom" />
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Browser, launchBrowser } from '../testkit/browser.ts'
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

it('a distributor takes back a shipment that came back: it is on its way no more', async () => {
  const visit = await browser.open({ viewer: 'distributor:KANGLUO', width: 360, height: 780 })
  const { page } = visit
  await page.goto('/inventory')
  await page.getByRole('link', { name: '已发出、尚未收货' }).click()
  const carton = page.locator('.work > li').filter({ hasText: '南' })
  await carton.first().waitFor()
  const before = await page.locator('.work > li').count()
  await carton.first().getByRole('button', { name: /^撤回/ }).click()
  await page.getByRole('button', { name: '撤回选中的货物' }).click()
  await page.waitForFunction((count) => document.querySelectorAll('.work > li').length < count, before)
  expect(await hub.reasonsOf('hospital:NYHH', '(00)106999900070000013')).not.toContain('IN_TRANSIT')
  expect(visit.errors).toEqual([])
  await page.context().close()
})
