/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../server/access/demo-accounts.ts'
import { type Browser, launchBrowser, type Visit } from '../testkit/browser.ts'
import type { TestDatabase } from '../testkit/database.ts'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'
import { device, lot, partnersOf, verifierSays } from './recall-kit.ts'
import { scan } from './scanner.ts'

let database: TestDatabase
let hub: TestHub
let browser: Browser
let ward: Visit
let desk: Visit
let store: Visit
let dealer: Visit
let director: Visit
let partners: ReturnType<typeof partnersOf>
beforeAll(async () => {
  database = await openDemoDatabase()
  hub = await openHubOn(database, database.dataFolder)
  browser = await launchBrowser(hub.url)
  ward = await browser.open({ viewer: 'hospital:CJUH', language: 'en', width: 360, height: 780 })
  desk = await browser.open({ viewer: 'quality', language: 'en' })
  store = await browser.open({ viewer: 'hospital:NYHH', language: 'en' })
  dealer = await browser.open({ viewer: 'distributor:KANGLUO', language: 'zh-CN' })
  director = await browser.open({ viewer: 'regulatory', language: 'en' })
  partners = partnersOf(hub)
})
afterAll(async () => {
  await browser.close()
  await hub.stop()
  await database.stop()
})

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** What is underway on a recall, as its page shows it: `1 / 4` notices answered. */
const answered = () => desk.page.locator('.kpis > div').filter({ hasText: 'Acknowledged' }).locator('dd').first().innerText()

const signAs = async (page: Page, meaning: string) => {
  await page.locator('#sign-meaning').fill(meaning)
  await page.locator('#sign-password').fill(demoPassword)
  await page.locator('dialog button[type=submit]').click()
}

describe('from a complaint to a closed recall, with its evidence', () => {
  it('begins with a report from a phone, which is warned of a patient’s name', async () => {
    const { page } = ward
    await page.goto('/report-problem')
    await page.locator('main h1').waitFor()
    await scan(page, device('B03-005'))
    await expect.poll(() => page.locator('#device').inputValue()).toBe(device('B03-005'))
    await page.getByLabel('What happened').fill('The patient Maria Lopez: the balloon did not deflate at the first try.')
    await click(page, 'Intervention needed')
    await page.getByRole('radio', { name: 'Yes' }).first().check()
    await page.getByLabel('Name', { exact: true }).fill('Head nurse')
    await page.getByLabel('Email', { exact: true }).fill('nurse@cjuh.example')
    await page.locator('main').getByRole('button', { name: 'Report', exact: true }).click()
    await page.getByText('looks like a patient’s identity').waitFor()
    await page.getByLabel('What happened').fill('The balloon did not deflate at the first try.')
    await click(page, 'It is right: report')
    await page.waitForURL(/\/cases\/adv_/)
    await page.getByText('Received').first().waitFor()
  })

  it('becomes a draft at the maker, whose scope is seen before anybody signs', async () => {
    await partners.report('hospital:NYHH', lot, 'The shaft kinked.')
    await partners.report('distributor:KANGLUO', lot, 'A customer tells of a balloon that did not deflate.')
    const { page } = desk
    await page.goto('/cases')
    await page.locator('.work a.t').filter({ hasText: 'at the first try' }).or(page.locator('.work li').filter({ hasText: 'at the first try' }).locator('a.t')).first().click()
    await page.getByText('Deadlines').waitFor()
    // Three cases on one lot, and whose tube went into it.
    await page.getByText('The shaft kinked.').waitFor()
    await page.getByText('Sulu Medical Polymers').first().waitFor()
    await page.getByRole('link', { name: 'Draft a recall' }).click()
    await page.getByLabel('Title (English)').fill('Balloon may not deflate')
    await page.getByLabel('Reason', { exact: true }).fill('Shaft out of tolerance')
    await page.getByLabel('Reason (Chinese)').fill('轴管尺寸超差')
    await page.locator('.kpis dd').getByText('40', { exact: true }).waitFor()
    await click(page, 'Save the draft')
    await page.waitForURL(/\/recalls\/rcl_/)
    await click(page, 'Give to review')
    await page.getByText('In review').waitFor()
  })

  it('goes back to its author, who revises it as it was, and is given to review again', async () => {
    await director.page.goto(desk.page.url())
    await click(director.page, 'Return to draft')
    const { page } = desk
    await page.reload()
    await page.getByRole('link', { name: 'Revise the draft' }).click()
    await expect.poll(() => page.getByLabel('Reason (Chinese)').inputValue()).toBe('轴管尺寸超差')
    await page.getByLabel('Serials left out').fill('NO-SUCH-ONE')
    await page.getByText('NO-SUCH-ONE finds nothing').waitFor()
    await page.getByLabel('Serials left out').fill('')
    await page.locator('.kpis dd').getByText('40', { exact: true }).waitFor()
    await click(page, 'Save the draft')
    await page.waitForURL(/\/recalls\/rcl_/)
    await click(page, 'Give to review')
    await page.getByText('In review').waitFor()
  })

  it('is signed, and the hospital has its notice at once; one whose connection was away hears of it when that is back', async () => {
    let away = true
    await store.page.routeWebSocket(/\/graphql$/, (socket) => { if (away) void socket.close({ code: 1001 }); else socket.connectToServer() })
    await store.page.goto('/')
    await store.page.locator('.bell').waitFor()
    await ward.page.goto('/')
    // On a handheld the bell of messages stands for it. Once it is there, the page says what comes, also before it listens.
    await ward.page.locator('.bell').waitFor({ state: 'attached' })
    const { page } = director
    await page.reload()
    await click(page, 'Sign and issue')
    await page.locator('#sign-meaning').fill('I approve this recall')
    await page.locator('#sign-password').fill('wrong')
    await page.locator('dialog button[type=submit]').click()
    await page.getByText('The signature was not accepted').waitFor()
    await signAs(page, 'I approve this recall')
    await page.getByText('Ongoing').waitFor()
    await ward.page.getByText(/^New recall notice/).waitFor()
    expect(await store.page.getByText(/^New recall notice/).count()).toBe(0)
    away = false
    await store.page.getByText(/^New recall notice/).waitFor()
    await desk.page.reload()
    await expect.poll(answered).toBe('0 / 4')
  })

  it('shows the distributor what it passed on, in its language, and no device of the hospital’s', async () => {
    const { page } = dealer
    await page.goto('/notices')
    await page.locator('.work a.t').first().click()
    await page.getByText('轴管尺寸超差').waitFor()
    await page.getByRole('button', { name: /^全部/ }).click()
    await page.getByText('曾持有并转出，请转告').first().waitFor()
    expect(await page.getByText('B03-005', { exact: true }).count()).toBe(0)
  })

  it('is answered by scan and for all at once, and the maker sees it without asking', async () => {
    const { page } = ward
    await page.getByRole('link', { name: 'Open the notice' }).click()
    await click(page, 'Acknowledge')
    await page.getByText('Acknowledged, to answer').waitFor()
    await scan(page, device('B03-005'))
    await page.locator('li.scanned').getByText('B03-005', { exact: true }).waitFor()
    await click(page, 'Send 1 answer')
    await page.getByText('The maker has your answer.').waitFor()
    await page.getByText('Answered in part').waitFor()
    await page.getByLabel('Done with all').selectOption('RETURNED')
    await click(page, 'Set for all unanswered')
    await page.getByRole('button', { name: /^Send \d+ answers$/ }).click()
    await page.locator('main').getByText('Answered', { exact: true }).first().waitFor()
    await expect.poll(answered).toBe('1 / 4')
  })

  it('is answered by a file, and by a partner’s system', async () => {
    const { page } = store
    const notice = await partners.newestNotice('hospital:NYHH')
    await page.goto(`/notices/${notice?.id ?? ''}`)
    await click(page, 'Acknowledge')
    await page.getByText('Acknowledged, to answer').waitFor()
    const waiting = async () => Number((await page.locator('.rail a[href="/notices"] .pill').allTextContents())[0] ?? 0)
    await expect.poll(waiting).toBeGreaterThan(0)
    const before = await waiting()
    const rows = notice?.items.edges.map(({ node }) => `"${node.udi}",${node.serialNumber === null ? 'Passed on' : 'QUARANTINED'},${node.serialNumber === null ? node.quantity.value : ''},`) ?? []
    await page.getByLabel('Fill from a file (CSV)').setInputFiles({ name: 'answer.csv', mimeType: 'text/csv', buffer: Buffer.from(['code,disposition,quantity,forwardedTo', ...rows].join('\r\n')) })
    await page.getByRole('button', { name: new RegExp(`^Send ${String(rows.length)} answers?$`) }).click()
    await page.locator('main').getByText('Answered', { exact: true }).first().waitFor()
    await expect.poll(waiting).toBe(before - 1)
    expect(await partners.answerAll('distributor:KANGLUO', 'FORWARDED')).toMatchObject({ __typename: 'RespondToRecallNoticeSuccess', rejected: [] })
    await expect.poll(answered).toBe('3 / 4')
  })

  it('is found again where it comes by another way, under the number that it has there', async () => {
    const { page } = store
    await page.getByLabel('Number of the other notice').fill('Rasmas-77')
    await page.locator('form').filter({ has: page.locator('#outside-number') }).getByRole('button', { name: 'Save' }).click()
    await page.getByText('RASMAS-77', { exact: true }).waitFor()
    await page.goto('/notices')
    await page.locator('#notice-number').fill(' rasmas-77')
    await page.waitForURL(/number=rasmas-77/)
    await page.reload()
    await page.locator('.work a.t').getByText('Balloon may not deflate').waitFor()
    await page.locator('#notice-number').fill('RASMAS-78')
    await page.locator('.work').waitFor({ state: 'detached' })
    await page.locator('.rail a[href="/notices"]').click()
    await expect.poll(() => page.locator('#notice-number').inputValue()).toBe('')
  })

  it('catches a sale of the day before that is told late, and its receipt: who has the device now is told, and counts', async () => {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString()
    expect(await partners.sold('distributor:KANGLUO', device('B03-029'), 'CZFP', yesterday)).toMatchObject({ report: { acceptedCount: 1 }, rejected: [] })
    expect(await partners.received('hospital:CZFP', device('B03-029'), 'KANGLUO')).toMatchObject({ acceptedCount: 1, rejected: [] })
    await expect.poll(answered).toBe('3 / 5')
    const { page } = desk
    const recall = new URL(page.url()).pathname
    await page.goto(`${recall}?tab=recipients`)
    await page.getByRole('row', { name: /First People/ }).getByText('Late', { exact: false }).waitFor()
    await page.goto(recall)
    expect((await partners.newestNotice('hospital:CZFP'))?.items.edges.map(({ node }) => node.serialNumber)).toEqual(['B03-029'])
  })

  it('is extended by a later finding: who was told before gets the new lot on its notice', async () => {
    const { page } = desk
    await click(page, 'Extend the scope')
    await page.locator('#scope-batches').fill('(01)06972145030256(10)26IS0413')
    await page.locator('#amend-reason').fill('Made on the same line in the same week')
    await signAs(page, 'I approve what is added')
    await page.locator('dialog').waitFor({ state: 'detached' })
    const told = async (partner: string) => (await partners.newestNotice(partner))?.items.edges.some(({ node }) => node.udi.endsWith('(10)26IS0413'))
    await expect.poll(() => told('distributor:KANGLUO')).toBe(true)
    const reopened = (await Promise.all(['hospital:CJUH', 'hospital:NYHH', 'distributor:KANGLUO'].map(told))).filter(Boolean).length
    await expect.poll(answered).toBe(`${String(3 - reopened)} / 5`)
  })

  it('is reported to an authority, which meets a deadline on its page', async () => {
    const { page } = desk
    const recall = new URL(page.url()).pathname
    await page.goto(recall.replace('/recalls/', '/reports/'))
    await page.getByLabel('Authority', { exact: true }).fill('Provincial drug authority')
    await page.getByLabel('The authority’s number').fill('JN-2026-7')
    const form = page.getByLabel('Deadline it meets').locator('option', { hasText: 'Recall event form' })
    await page.getByLabel('Deadline it meets').selectOption(await form.getAttribute('value'))
    await click(page, 'Record a filing')
    await page.getByText('unchanged since').waitFor()
    await expect.poll(() => form.count()).toBe(0)
    await page.goto(`${recall}?tab=authorities`)
    await page.locator('main li').filter({ hasText: 'Recall event form' }).getByText('JN-2026-7').waitFor()
    await page.goto(recall)
  })

  it('is closed by a signature that says what became of the rest', async () => {
    const { page } = desk
    await click(page, 'Close')
    await page.locator('#conclusion').fill('The lot is out of use.')
    await page.locator('#unaccounted').fill('The rest is in our own warehouse.')
    await signAs(page, 'I conclude this recall')
    await page.getByText('Completed').waitFor()
  })

  it('leaves an evidence pack that is verified without the hub', async () => {
    const { page } = desk
    const download = page.waitForEvent('download')
    await click(page, 'Evidence pack')
    expect(await verifierSays(await (await download).path())).toMatch(/recall .*: \d+ files, \d+ records proved: all as it was packed/)
  })

  it('is done again as a drill, which is clocked and tells nobody', async () => {
    const { page } = desk
    const before = await partners.newestNotice('hospital:CJUH')
    await page.goto(`/recalls/new?batches=${encodeURIComponent(lot)}`)
    await page.getByLabel('This is a drill').check()
    await page.getByLabel('Title (English)').fill('Drill of the balloon lot')
    await page.getByLabel('Reason', { exact: true }).fill('Yearly drill')
    await page.locator('.kpis dd').getByText('40', { exact: true }).waitFor()
    await click(page, 'Save the draft')
    await page.waitForURL(/\/recalls\/rcl_/)
    await click(page, 'Sign and issue')
    await signAs(page, 'I approve this drill')
    await page.getByRole('row', { name: /^Signature to last notice/ }).waitFor()
    expect(await partners.newestNotice('hospital:CJUH')).toEqual(before)
    await page.goto('/recalls?status=drills')
    await page.getByRole('row', { name: /^Target/ }).waitFor()
    expect([ward, desk, store, dealer, director].flatMap(({ strays, errors }) => [...strays, ...errors])).toEqual([])
  })
})

describe('a lot that may not be used for now', () => {
  const held = () => desk.page.locator('.work > li').filter({ hasText: 'Burst pressure is being looked into' })

  it('is held by a signature, for longer by another, and lifted', async () => {
    const { page } = desk
    await page.goto('/holds')
    await page.locator('main').getByRole('button', { name: /^Hold/ }).first().click()
    await page.locator('#scope-batches').fill('(01)06972145030560(10)2604B02')
    await page.locator('#hold-reason').fill('Burst pressure is being looked into')
    await signAs(page, 'I hold this lot')
    await held().getByRole('button', { name: 'Renew' }).click()
    const later = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
    await page.locator('#renew-until').fill(later)
    await signAs(page, 'I hold it for longer')
    await held().getByText(later).waitFor()
    await held().getByRole('button', { name: 'Lift' }).click()
    await page.locator('#lift-why').fill('The pressure is in order.')
    await page.locator('dialog button[type=submit]').click()
    await held().getByRole('button').first().waitFor({ state: 'detached' })
    expect([...desk.strays, ...desk.errors]).toEqual([])
  })
})
