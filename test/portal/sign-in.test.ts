/// <reference lib="dom" />
import axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../server/access/demo-accounts.ts'
import { type Browser, launchBrowser } from '../testkit/browser.ts'
import { portalHub } from './portal-hub.ts'

let browser: Browser
beforeAll(async () => { browser = await launchBrowser(portalHub.url) })
afterAll(() => browser.close())

/** A context in which nobody is signed in. */
const stranger = async (): Promise<Page> => {
  const { page } = await browser.open({ language: 'en' })
  await page.context().clearCookies()
  return page
}
const type = async (page: Page, username: string, password: string): Promise<void> => {
  await page.locator('#username').fill(username)
  await page.locator('#password').fill(password)
  await page.locator('form button').first().click()
}
const nameShown = (page: Page): Promise<string> => page.locator('.whois').innerText()
/** Other tests may have signed the same person in. */
const endTheOthers = async (page: Page): Promise<void> => {
  const others = page.getByRole('button', { name: 'End', exact: true })
  for (let left = await others.count(); left > 0; left--) {
    await others.first().click()
    await expect.poll(() => others.count()).toBe(left - 1)
  }
}
const secondTab = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(path)
  await page.locator('.who').waitFor()
  return page
}

describe('signing in', () => {
  it('asks for name and password, and leads back to where the person wanted to be', async () => {
    const page = await stranger()
    await page.goto('/inventory?site=none#top')
    await page.locator('#username').waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/sign-in\//)
    await type(page, 'ward.cjuh', 'not the password')
    await page.getByRole('alert').getByText('not right').waitFor()
    await type(page, ' Ward.CJUH', demoPassword)
    await page.locator('.who').waitFor()
    expect(page.url()).toBe(`${portalHub.url}/inventory?site=none#top`)
    expect(await nameShown(page)).toContain('Chengjiang')
    await page.context().close()
  })

  it('leaves no token where a script could find it later', async () => {
    const { page } = await browser.open({ viewer: 'quality' })
    await page.goto('/')
    await page.locator('.who').waitFor()
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]))
    expect(kept).not.toMatch(/eyJ/)
    expect(kept).not.toContain('session')
    await page.context().close()
  })

  it.each(['zh-CN', 'en'])('has a page without scripts, that anybody can use, in %s', async (lang) => {
    const page = await stranger()
    await page.goto('/')
    await page.locator('#username').waitFor()
    await page.goto(`${page.url().split('?')[0] ?? ''}?lang=${lang}`)
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
    expect(await page.locator('script').count()).toBe(0)
    await page.evaluate(axe.source)
    const violations = await page.evaluate(async () => (await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`))
    expect(violations).toEqual([])
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    await page.context().close()
  })
})

describe('a session', () => {
  it('serves two tabs, which renew by themselves and leave each other alone', async () => {
    const { page } = await browser.open({ viewer: 'hospital:CJUH', language: 'en' })
    await page.goto('/')
    await page.locator('.who').waitFor()
    const other = await secondTab(page.context(), '/inventory')
    await Promise.all([page.reload(), other.reload()])
    await Promise.all([page.locator('.who').waitFor(), other.locator('.who').waitFor()])
    expect(await nameShown(page)).toBe(await nameShown(other))
    await page.context().close()
  })

  it('is seen and ended by its owner, and its device is shut out', async () => {
    const one = await stranger()
    await one.goto('/')
    await one.locator('#username').waitFor()
    await type(one, 'admin.kangluo', demoPassword)
    await one.locator('.who').waitFor()
    const two = await stranger()
    await two.goto('/account/sessions')
    await two.locator('#username').waitFor()
    await type(two, 'admin.kangluo', demoPassword)
    await two.getByText('This device').waitFor()
    await endTheOthers(two)
    await one.reload()
    await one.locator('#username').waitFor()
    expect(await nameShown(two)).toContain('Kangluo')
    await Promise.all([one.context().close(), two.context().close()])
  })

  it('becomes another person’s in the demo by one click', async () => {
    const page = await stranger()
    await page.goto('/search')
    await page.locator('#username').waitFor()
    await type(page, 'store.nyhh', demoPassword)
    await page.locator('.who').click()
    await page.locator('[data-username="quality.qingyu"]').click()
    await page.locator('.whois').getByText('Qingyu').waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    await page.locator('.who').click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.locator('#username').waitFor()
    await page.context().close()
  })
})
