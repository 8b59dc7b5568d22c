/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Browser, launchBrowser, type Visit } from '../testkit/browser.ts'
import { openOwnHub, type OwnHub } from './own-hub.ts'
import { scan } from './scanner.ts'

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

interface Part { readonly position: string | null; readonly removedAt: string | null; readonly serial: { readonly serialNumber: string; readonly udi: string } | null; readonly batch: { readonly lotNumber: string } | null }
const deviceOf = async (): Promise<{ id: string; parts: Part[] }> =>
  (await hub.ask<{ serial: { id: string; parts: Part[] } }>('service', 'query ($code: String!) { serial(code: $code) { id parts { position removedAt serial { serialNumber udi } batch { lotNumber } } } }', { code: pump })).data!.serial
const inside = (parts: readonly Part[]) => parts.filter(({ removedAt }) => removedAt === null).map(({ serial, batch }) => serial?.serialNumber ?? batch?.lotNumber)
const replaced = (part: Part) => part.serial !== null && part.removedAt === null

it('a technician swaps a part by scanning both, and the list of parts shows it', async () => {
  const before = await deviceOf()
  const out = before.parts.find(replaced)!
  expect(inside(before.parts)).toContain(out.serial?.serialNumber)
  const { data } = await hub.ask<{ inventory: { edges: { node: { serialNumber: string | null; lotNumber: string | null; udi: string; status: string; holds: string[] } }[] } }>('service', '{ inventory(first: 200) { edges { node { serialNumber lotNumber udi status holds } } } }')
  const spare = data!.inventory.edges.map(({ node }) => node).find(({ serialNumber, lotNumber, holds }) => !serialNumber && lotNumber?.startsWith('B2') && holds.length === 0)!
  visit = await browser.open({ viewer: 'service', width: 360, height: 780 })
  page = visit.page
  await page.goto(`/serials/${before.id}?tab=parts`)
  await page.getByRole('heading', { name: '更换部件' }).waitFor()
  await scan(page, out.serial!.serialNumber)
  expect(await page.getByLabel('换下的部件').locator('option:checked').textContent()).toContain(out.serial!.serialNumber)
  // What is not known is refused at its field, and nothing typed is lost.
  await page.getByLabel('装上的部件').fill('no-such-part')
  await page.getByLabel('装上的部件').blur()
  await page.getByLabel('说明').fill('电池老化')
  await page.getByRole('button', { name: '登记更换' }).click()
  await page.getByText('平台没有与您有关的这个部件').waitFor()
  await page.reload()
  expect(await page.getByLabel('说明').inputValue()).toBe('电池老化')
  await page.getByLabel('装上的部件').blur()
  await scan(page, spare.lotNumber!)
  await page.getByRole('button', { name: '登记更换' }).click()
  await page.getByText('已登记。部件清单已更新。').waitFor()
  await page.locator('.data-table tr').filter({ hasText: spare.lotNumber! }).getByText('在机').first().waitFor()
  const after = await deviceOf()
  const pieces = (parts: readonly Part[]) => inside(parts).filter((one) => one === spare.lotNumber).length
  expect(pieces(after.parts)).toBe(pieces(before.parts) + 1)
  expect(inside(after.parts)).not.toContain(out.serial!.serialNumber)
  expect([...visit.errors, ...visit.strays]).toEqual([])
  await page.context().close()
})

it('who may not swap parts is offered none of it', async () => {
  const { id } = await deviceOf()
  visit = await browser.open({ viewer: 'hospital:CJUH' })
  await visit.page.goto(`/serials/${id}?tab=parts`)
  await visit.page.getByRole('heading', { name: '现在与以前的部件' }).waitFor()
  expect(await visit.page.getByRole('heading', { name: '更换部件' }).count()).toBe(0)
  await visit.page.context().close()
})
