/// <reference lib="dom" />
import { generateKeyPairSync } from 'node:crypto'
import { exportJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe('API clients', () => {
  interface Client { name: string; authentication: string; certificateSubject: string | null }
  const clientsOf = async (viewer: string) => (await portalHub.ask<{ clients: Client[] }>(viewer, '{ clients { name authentication certificateSubject } }')).data!.clients

  it('are made with a certificate and given keys instead, and the list says which', async () => {
    const viewer = 'distributor-admin:KANGLUO'
    const { page, errors } = await open('/admin?tab=clients', { viewer, language: 'en' })
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'New API client' }).click()
    await dialog.getByLabel('Name').fill('Transport')
    await dialog.getByRole('checkbox').first().check()
    await dialog.getByLabel('Client certificate (mTLS)').check()
    await dialog.getByLabel('Subject of the certificate').fill('CN=tms, O=Kangluo')
    await dialog.getByRole('button', { name: 'New API client' }).click()
    await dialog.getByRole('alert').getByText('RFC 4514').waitFor()
    await dialog.getByLabel('Subject of the certificate').fill('CN=tms,O=Kangluo')
    await dialog.getByRole('button', { name: 'New API client' }).click()
    await page.getByRole('status').getByText('client-').first().waitFor()
    const row = page.getByRole('row').filter({ hasText: 'Transport' })
    await row.getByText('CN=tms,O=Kangluo').waitFor()
    expect((await clientsOf(viewer)).find(({ name }) => name === 'Transport')).toMatchObject({ authentication: 'tls_client_auth', certificateSubject: 'CN=tms,O=Kangluo' })

    await row.getByRole('button', { name: 'Replace proof' }).click()
    expect(await dialog.getByLabel('Client certificate (mTLS)').isChecked()).toBe(true)
    await dialog.getByLabel('Private key (JWT)').check()
    const jwk = await exportJWK(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)
    await dialog.getByLabel('Public keys').fill(JSON.stringify({ keys: [jwk] }))
    await dialog.getByRole('button', { name: 'Replace proof' }).click()
    await row.getByText('Private key (JWT)').waitFor()
    await row.getByRole('button', { name: 'Replace proof' }).click()
    await dialog.getByLabel('Secret', { exact: true }).check()
    await dialog.getByRole('button', { name: 'Replace proof' }).click()
    await page.getByText('The secret is shown this once').waitFor()
    expect((await clientsOf(viewer)).find(({ name }) => name === 'Transport')).toMatchObject({ authentication: 'client_secret_basic', certificateSubject: null })
    expect(errors).toEqual([])
  })
})
