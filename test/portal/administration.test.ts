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
  const clientsOf = async (viewer: string) => (await portalHub.ask<{ clients: { edges: { node: Client }[] } }>(viewer, '{ clients(first: 500) { edges { node { name authentication certificateSubject } } } }')).data!.clients.edges.map(({ node }) => node)

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

describe('what was done', () => {
  const first = async (viewer: string, list: string): Promise<string> =>
    Object.values((await portalHub.ask<Record<string, { edges: { node: { id: string } }[] }>>(viewer, `{ ${list} { edges { node { id } } } }`)).data!)[0]!.edges[0]!.node.id
  const send = (viewer: string, type: string, mutation: string, input: object) =>
    portalHub.ask(viewer, `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input: { idempotencyKey: crypto.randomUUID(), ...input } })

  it('to a case, a notice, a product and a carton stands on its own page, for whom it concerns', async () => {
    const viewer = 'hospital:CJUH'
    const today = new Date().toISOString().slice(0, 10)
    await send(viewer, 'SubmitAdverseEventInput', 'submitAdverseEvent', { code: '(01)06972145030560(10)2608B04(21)B04-004', occurredOn: today, awareOn: today, description: 'It deflated slowly.', outcomes: ['INTERVENTION_REQUIRED'], reporter: { name: 'Sister Wei', email: 'wei@cjuh.example' } })
    const [event, notice] = [await first(viewer, 'adverseEvents(first: 1)'), await first(viewer, 'recallNotices(first: 1)')]
    await send(viewer, 'AcknowledgeRecallNoticeInput', 'acknowledgeRecallNotice', { notice })
    const { data } = await portalHub.ask<Record<'product' | 'logisticUnit', { id: string }>>(viewer, '{ product(code: "06972145030560") { id } logisticUnit(code: "(00)106999900070000037") { id } }')
    const { page, errors } = await open(`/cases/${event}`, { viewer, language: 'en' })
    const history = page.locator('section').filter({ has: page.getByRole('heading', { name: 'History', exact: true }) })
    await history.getByText('Report an adverse event').waitFor()
    await page.goto(`/notices/${notice}`)
    await history.getByText('Acknowledge a recall notice').waitFor()
    for (const path of [`/products/${data!.product.id}`, `/logistic-units/${data!.logisticUnit.id}`]) {
      await page.goto(path)
      await history.getByText('Nothing recorded yet').waitFor()
    }
    expect(errors).toEqual([])
  })

  it('is found by who did it, of which organization, and to what', async () => {
    const { page, errors } = await open('/audit', { viewer: 'hospital-admin:CJUH', language: 'en' })
    const rows = page.getByRole('row')
    const records = (word: string) => rows.filter({ hasText: word }).count()
    await rows.filter({ hasText: 'Acknowledge a recall notice' }).first().waitFor()
    const filter = (label: string) => page.locator('.audit-filters label').filter({ has: page.getByText(label, { exact: true }) }).locator('select')
    const names = (label: string) => filter(label).locator('option')
    await filter('Who').selectOption({ label: 'hospital:CJUH' })
    await page.waitForURL(/actor=/)
    // Both at once: no row stands there while the filtered page loads.
    await expect.poll(async () => [await records('Acknowledge a recall notice'), await records('Sign in')]).toEqual([1, 0])
    await filter('On').selectOption({ index: (await names('On').allInnerTexts()).findIndex((name) => name.startsWith('AE-')) })
    await page.waitForURL(/subject=adv_/)
    await expect.poll(async () => [await records('Report an adverse event'), await records('Acknowledge a recall notice')]).toEqual([1, 0])
    await page.reload()
    await rows.filter({ hasText: 'Report an adverse event' }).waitFor()
    expect(await filter('On').locator('option:checked').innerText()).toMatch(/^AE-/)
    await page.goto('/audit?organization=org_nobody')
    await page.getByText('No record fits').waitFor()
    expect(errors).toEqual([])
  })
})
