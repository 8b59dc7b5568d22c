/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../server/access/demo-accounts.ts'
import { totpAt } from '../../server/access/totp.ts'
import { type Browser, launchBrowser, type PageOptions, type Visit } from '../testkit/browser.ts'
import { portalHub } from './portal-hub.ts'

let browser: Browser
beforeAll(async () => { browser = await launchBrowser(portalHub.url) })
afterAll(() => browser.close())

const open = async (path: string, options: PageOptions): Promise<Visit> => {
  const visit = await browser.open(options)
  await visit.page.goto(path)
  await visit.page.locator('main h1').waitFor()
  return visit
}
const saved = async (page: Page, button: ReturnType<Page['getByRole']>): Promise<{ name: string; text: string }> => {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

describe('one’s own account', () => {
  it('gets a second factor that it need not have, new recovery codes, and loses it again', async () => {
    const { page, errors } = await open('/account', { viewer: 'hospital:CJUH', language: 'en' })
    const dialog = page.getByRole('dialog')
    await page.getByText('Not set up').waitFor()
    await page.getByRole('button', { name: 'Set up an authenticator' }).click()
    await dialog.getByLabel('Password').fill('not the password')
    await dialog.getByRole('button', { name: 'Go on' }).click()
    await dialog.getByRole('alert').getByText('not right').waitFor()
    await dialog.getByLabel('Password').fill(demoPassword)
    await dialog.getByRole('button', { name: 'Go on' }).click()
    const picture = dialog.getByRole('img', { name: 'QR code for the authenticator' })
    await picture.waitFor()
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(0)
    const secret = /[A-Z2-7]{32}/.exec((await dialog.innerText()).replaceAll(/[\s\u200b]/g, ''))?.[0] ?? ''
    await dialog.getByLabel('Six digits').fill(totpAt(secret, Date.now()))
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('10 recovery codes are left').waitFor()
    const codes = await page.getByRole('status').locator('li').allInnerTexts()
    expect(codes).toHaveLength(10)
    await page.getByRole('button', { name: 'I have kept them' }).click()

    await page.getByRole('button', { name: 'Renew recovery codes' }).click()
    await dialog.getByLabel('Code').fill(codes[0]!)
    await dialog.getByRole('button', { name: 'Renew recovery codes' }).click()
    await page.getByRole('status').locator('li').first().waitFor()
    expect(await page.getByRole('status').locator('li').allInnerTexts()).not.toContain(codes[1])

    await page.getByRole('button', { name: 'Remove the second factor' }).click()
    await dialog.getByLabel('Password').fill(demoPassword)
    await dialog.getByRole('button', { name: 'Remove the second factor' }).click()
    await page.getByText('the password alone signs in').last().waitFor()
    await page.getByText('Not set up').waitFor()
    expect(errors).toEqual([])
  })

  it('is told in Chinese as well', async () => {
    const { page } = await open('/account', { viewer: 'quality', language: 'zh-CN' })
    await page.getByRole('heading', { name: '账户与安全' }).waitFor()
    await page.getByText('未启用').waitFor()
    await page.getByRole('button', { name: '导出个人信息' }).waitFor()
  })
})

describe('personal data', () => {
  it('are saved by the person, and by the administrator who answers a request', async () => {
    const own = await open('/account', { viewer: 'hospital:CJUH', language: 'en' })
    const mine = await saved(own.page, own.page.getByRole('button', { name: 'Export my personal data' }))
    expect(mine.name).toBe('personal-data.json')
    const { account } = JSON.parse(mine.text) as { account: { username: string } }
    const admin = await open('/admin', { viewer: 'hospital-admin:CJUH', language: 'en' })
    const row = admin.page.getByRole('row').filter({ hasText: account.username })
    const theirs = await saved(admin.page, row.getByRole('button', { name: 'Personal data' }))
    expect([theirs.name, (JSON.parse(theirs.text) as { account: { username: string } }).account.username]).toEqual([`personal-data_${account.username}.json`, account.username])
    expect([...own.errors, ...admin.errors]).toEqual([])
  })
})
