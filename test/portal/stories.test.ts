/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, launchBrowser, type PageOptions, type Visit } from '../testkit/browser.ts'
import { askHub } from './ask-hub.ts'
import { portalHub } from './portal-hub.ts'
import { scan } from './scanner.ts'

let browser: Browser
let visit: Visit
let page: Page
beforeAll(async () => { browser = await launchBrowser(portalHub.url) })
afterAll(() => browser.close())
afterEach(async () => {
  await page.context().close()
  expect(visit.strays).toEqual([])
})

const open = async (path: string, options: PageOptions = {}) => {
  visit = await browser.open(options)
  page = visit.page
  await page.goto(path)
  await page.locator('main h1:not(.vh)').first().waitFor()
}
const inAddress = (name: string) => new URL(page.url()).searchParams.get(name)
const textOf = async (download: Promise<Download>) => readFile(await (await download).path(), 'utf8')
const pump = async () => `/serials/${(await askHub<{ serial: { id: string } }>('quality', '{ serial(code: "ML4-260311-0452") { id } }')).serial.id}`

interface Tour { demoTour: { code: string; verdict: string; viewer: string }[] }
const words = {
  'zh-CN': { RECALLED: '已召回', QUARANTINED: '隔离中', EXPIRED: '已过期', CLEAR: '未见异常' },
  'en': { RECALLED: 'Recalled', QUARANTINED: 'Quarantined', EXPIRED: 'Expired', CLEAR: 'Clear' },
} as const

describe.each(['zh-CN', 'en'] as const)('a hospital scans its shelf, in %s', (language) => {
  it('and reads what to do with each', async () => {
    const { demoTour } = await askHub<Tour>('hospital:CJUH', '{ demoTour { code verdict viewer } }')
    const shelf = Object.entries(words[language]).map(([verdict, word]) => ({ word, code: demoTour.find((stop) => stop.verdict === verdict && stop.viewer === 'hospital:CJUH')?.code ?? '' }))
    await open('/', { viewer: 'hospital:CJUH', language })
    for (const { code, word } of shelf) {
      await scan(page, code)
      await expect.poll(() => inAddress('code')).toBe(code)
      await page.locator('.verdict h1').getByText(word, { exact: true }).waitFor()
      expect(await page.title()).toBe(`${word} · Devicetrail`)
    }
    expect(visit.errors).toEqual([])
  })
})

describe('provenance', () => {
  it('keeps its filter in the address', async () => {
    await open(await pump(), { viewer: 'hospital:CJUH' })
    const all = await page.locator('.trail > li').count()
    await page.getByRole('button', { name: '更正' }).click()
    await page.waitForURL(/kind=corrections/)
    await page.reload()
    await page.locator('.trail > li').first().waitFor()
    expect(await page.getByRole('button', { name: '更正' }).getAttribute('aria-pressed')).toBe('true')
    expect(await page.locator('.trail > li').count()).toBe(1)
    expect(all).toBeGreaterThan(10)
  })

  it('is not there for somebody it does not concern', async () => {
    const path = await pump()
    await open('/', { viewer: 'hospital:CJUH', language: 'en', ownSession: true })
    await page.locator('.who').click()
    await page.locator('.people fieldset').filter({ hasText: 'Supplier' }).getByRole('button').first().click()
    await page.locator('.whois').getByText('Sulu').waitFor()
    await page.goto(path)
    await page.getByRole('heading', { name: 'There is no such record' }).waitFor()
    expect(await page.locator('main').textContent()).not.toContain('ML4-260311-0452')
  })
})

describe('genealogy of a raw lot', () => {
  const path = '/genealogy?code=R26-0118&direction=DOWNSTREAM'
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')

  it('is walked with the arrow keys', async () => {
    await open(path)
    await page.getByRole('treeitem').first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toContain('BTU-2602-01')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toContain('2603B01')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    expect(await page.locator('[role=treeitem]:focus').getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('Enter')
    await page.waitForURL(/node=/)
    expect(await page.locator('[role=treeitem][aria-selected=true]').first().textContent()).toContain('BTU-2602-01')
  })

  it('says where it is cut, and gives what is shown as CSV', async () => {
    await open(path)
    await page.locator('.depth select').selectOption('1')
    await page.getByText(/^已截断：显示 4 项，共 \d+ 项$/).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV' }).click()
    const csv = await textOf(download)
    expect(csv).toContain('BTU-2602-03')
    expect(csv).not.toContain('2603B01')
    expect(csv).toContain('已截断')
  })
})

describe('inventory', () => {
  it('shows what has expired, and gives it as CSV', async () => {
    await open('/inventory', { viewer: 'hospital:CJUH' })
    await page.getByRole('button', { name: '已过期', exact: true }).click()
    await page.waitForURL(/expiringBefore=/)
    await page.locator('main [aria-busy=true]').waitFor({ state: 'detached' })
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 CSV' }).click()
    const csv = await textOf(download)
    expect(csv).toContain('3117640')
    expect(csv).not.toContain('5031184')
  })
})

describe('a failure', () => {
  it('shows the id to quote, and ends with a second try', async () => {
    await open('/', { viewer: 'hospital:CJUH' })
    const body = { errors: [{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'req-7f3a' } }], data: null }
    await page.route('**/graphql', (route) => route.fulfill({ status: 500, json: body }))
    await scan(page, 'ML4-260311-0452')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toContain('req-7f3a')
    await page.unroute('**/graphql')
    await alert.getByRole('button', { name: '重试' }).click()
    await page.locator('.verdict h1').getByText('隔离中').waitFor()
  })

  it('says that the hub is away', async () => {
    await open('/', { viewer: 'hospital:CJUH' })
    await page.route('**/graphql', (route) => route.abort('connectionrefused'))
    await scan(page, 'ML4-260311-0452')
    await page.getByRole('alert').getByText('无法连接平台').waitFor()
  })
})

describe('print', () => {
  it('is light, and has no chrome, also from the dark theme', async () => {
    await open('/scan?code=ML4-260311-0452', { viewer: 'hospital:CJUH', theme: 'dark', width: 720 })
    await page.emulateMedia({ media: 'print' })
    const paper = await page.evaluate(() => {
      const root = getComputedStyle(document.documentElement)
      return { canvas: root.colorScheme, surface: root.getPropertyValue('--dt-surface'), overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth }
    })
    expect(paper).toEqual({ canvas: 'light', surface: expect.stringMatching(/^#fff(fff)?$/) as string, overflow: 0 })
    expect(await page.locator('.bar').isVisible()).toBe(false)
    expect(await page.locator('.verdict h1').isVisible()).toBe(true)
  })
})

describe('queries', () => {
  const shown = (label: string) => page.getByRole('textbox', { name: label, exact: true })
  const answer = async () => JSON.parse((await shown('Answer').locator('.cm-line').allTextContents()).join('\n')) as { data: Record<string, unknown> }
  const write = async (label: string, text: string) => {
    await shown(label).fill(text)
    await page.keyboard.press('Control+Enter')
  }

  it('are saved, asked again by the keyboard, and answered within the asker’s rights', async () => {
    await open('/queries?tab=saved', { viewer: 'quality', language: 'en' })
    await shown('Query').fill('query Who { viewer { roles } }')
    await page.getByLabel('Name', { exact: true }).fill('My roles')
    await page.getByRole('button', { name: 'Save the query in the editor' }).click()
    await page.reload()
    await page.getByRole('button', { name: 'My roles', exact: true }).click()
    await shown('Query').press('Control+Enter')
    await page.getByText('No errors').waitFor()
    expect(await answer()).toEqual({ data: { viewer: { roles: ['QUALITY'] } } })
    expect(visit.errors).toEqual([])
  })

  it('that change data are asked about first, and not sent unless confirmed', async () => {
    await open('/queries', { viewer: 'quality', language: 'en' })
    const sent: string[] = []
    page.on('request', (request) => { if (request.url().endsWith('/graphql')) sent.push(request.postData() ?? '') })
    await write('Query', 'mutation { endSession(input: { idempotencyKey: "none" }) { __typename } }')
    await page.getByRole('dialog').getByText('endSession').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(sent.filter((body) => body.includes('endSession'))).toEqual([])
  })

  it('find what may be asked in the published schema, and tell a mistake before it is sent', async () => {
    await open('/queries?tab=schema', { viewer: 'quality', language: 'en' })
    await page.getByLabel('Find a type or field').fill('Viewer.')
    await page.getByText('Viewer.organization').waitFor()
    await shown('Query').fill('{ viewer { shoeSize } }')
    await page.locator('.cm-lint-marker-error').waitFor()
    await shown('Query').fill('{ viewer { ')
    await page.getByRole('button', { name: 'Run' }).click()
    await page.getByRole('alert').getByText('not well formed').waitFor()
  })
})
