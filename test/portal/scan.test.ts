/// <reference lib="dom" />
import { toBuffer } from 'bwip-js/node'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, launchBrowser, type Visit } from '../testkit/browser.ts'
import { portalHub } from './portal-hub.ts'
import { scan } from './scanner.ts'

const GS = '\u001d'
const recalled = `]d20106972145030560102608B04${GS}21B04-004`
const stent = '(01)08717648200274(10)5031184'

let browser: Browser
let visit: Visit
let page: Page
beforeAll(async () => { browser = await launchBrowser(portalHub.url) })
afterAll(() => browser.close())
beforeEach(async () => {
  visit = await browser.open({ viewer: 'hospital:CJUH' })
  page = visit.page
  await page.goto('/')
  await page.locator('main h1').waitFor()
})
afterEach(async () => {
  await page.context().close()
  expect(visit).toMatchObject({ errors: [], strays: [] })
})

const box = () => page.locator('.scan input')
const boxHasFocus = () => box().evaluate((element) => element === document.activeElement)
const leaveBox = () => page.evaluate(() => { (document.activeElement as HTMLElement).blur() })
const scanned = async () => {
  await page.waitForURL(/\/scan\?/)
  return new URL(page.url()).searchParams.get('code')
}
/** The verdict's word, once the code has been looked up. */
const verdict = async () => (await page.locator('.verdict h1').textContent())?.trim()

describe('the scan box', () => {
  it('has the focus on arrival, and "/" leads back to it', async () => {
    await expect.poll(boxHasFocus).toBe(true)
    await leaveBox()
    await page.keyboard.press('/')
    expect(await boxHasFocus()).toBe(true)
    expect(await box().inputValue()).toBe('')
  })

  it.each(['Enter', 'Tab'] as const)('takes a burst that ends on %s', async (end) => {
    await scan(page, stent, { end })
    expect(await scanned()).toBe(stent)
    expect(await verdict()).toBe('未见异常')
    expect(await box().inputValue()).toBe('')
  })

  it.each(['character', 'control'] as const)('keeps GS that comes as a %s', async (gs) => {
    await scan(page, recalled, { gs })
    expect(await scanned()).toBe(recalled)
    expect(await verdict()).toBe('已召回')
  })

  it.each(['Enter', 'Tab'] as const)('takes a burst on %s while the focus is on a link', async (end) => {
    await page.locator('.rail a').last().focus()
    await scan(page, recalled, { end, gs: 'control' })
    expect(await scanned()).toBe(recalled)
  })

  it('takes a burst while nothing has the focus', async () => {
    await leaveBox()
    await scan(page, 'ML4-260311-0452')
    expect(await scanned()).toBe('ML4-260311-0452')
    expect(await verdict()).toBe('隔离中')
  })

  it('leaves the words of another field alone', async () => {
    await page.goto('/inventory')
    await page.locator('.find input').focus()
    await page.keyboard.type('3117640')
    await page.waitForURL(/search=3117640/)
    expect(new URL(page.url()).pathname).toBe('/inventory')
  })

  it('asks again when the same code is scanned again', async () => {
    await scan(page, stent)
    expect(await verdict()).toBe('未见异常')
    const again = page.waitForRequest((request) => request.postData()?.includes('VerdictPage') === true)
    await scan(page, stent)
    expect((await again).postDataJSON()).toMatchObject({ variables: { code: stent } })
  })

  it('takes the first line of what is pasted', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate((text) => navigator.clipboard.writeText(text), `\n${stent}\nsecond line`)
    await box().focus()
    await page.keyboard.press('Control+V')
    expect(await box().inputValue()).toBe(stent)
    await page.keyboard.press('Enter')
    expect(await scanned()).toBe(stent)
  })
})

describe('with a Chinese input method', () => {
  it('leaves Enter to the method while it composes', async () => {
    await box().focus()
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'qiunang', selectionStart: 7, selectionEnd: 7 })
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 })
    await session.send('Input.insertText', { text: '球囊' })
    expect(await box().inputValue()).toBe('球囊')
    expect(new URL(page.url()).pathname).toBe('/')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?/)
    expect(new URL(page.url()).searchParams.get('text')).toBe('球囊')
  })

  it('reads a scanner through it', async () => {
    await box().focus()
    await scan(page, 'ML4-260311-0452', { inputMethod: true })
    expect(await scanned()).toBe('ML4-260311-0452')
  })

  it('folds full-width characters', async () => {
    await box().fill('（０１）０８７１７６４８２００２７４（１０）５０３１１８４')
    await page.keyboard.press('Enter')
    expect(await scanned()).toBe(stent)
  })
})

describe('words', () => {
  it.each(['?hello', 'balloon catheter', '支架'])('%s is searched for', async (words) => {
    await box().fill(words)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?/)
    expect(new URL(page.url()).searchParams.get('text')).toBe(words.replace('?', ''))
  })

  it('a word alone, which may be a lot number, is looked up and then led to the search', async () => {
    await box().fill('hello')
    await page.keyboard.press('Enter')
    expect(await scanned()).toBe('hello')
    await page.getByRole('link', { name: '搜索「hello」' }).click()
    await page.waitForURL(/\/search\?text=hello/)
  })
})

describe('the camera', () => {
  const pictures = [
    { name: 'a GS1 DataMatrix with FNC1', bcid: 'gs1datamatrix', text: '(01)06972145030560(10)2608B04(21)B04-004', code: recalled, word: '已召回' },
    { name: 'a GS1-128', bcid: 'gs1-128', text: stent, code: ']C10108717648200274105031184', word: '未见异常' },
    { name: 'a QR code with a Digital Link', bcid: 'qrcode', text: 'https://id.devicetrail.example/01/06972145030188/21/ML4-260311-0452', code: ']Q1https://id.devicetrail.example/01/06972145030188/21/ML4-260311-0452', word: '隔离中' },
  ]

  it.each(pictures)('reads $name', async ({ bcid, text, code, word }) => {
    const picture = await toBuffer({ bcid, text, scale: 4, padding: 10, backgroundcolor: 'FFFFFF' })
    await page.locator('.scan button').click()
    await page.locator('dialog input[type=file]').setInputFiles({ name: 'label.png', mimeType: 'image/png', buffer: picture })
    expect(await scanned()).toBe(code)
    expect(await verdict()).toBe(word)
    expect(await page.locator('dialog').count()).toBe(0)
  })

  it('says so where a picture holds no code', async () => {
    await page.locator('.scan button').click()
    const blank = await page.screenshot({ clip: { x: 400, y: 100, width: 200, height: 200 } })
    await page.locator('dialog input[type=file]').setInputFiles({ name: 'blank.png', mimeType: 'image/png', buffer: blank })
    await expect.poll(() => page.locator('dialog [role=status]').textContent()).toContain('没有')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
    expect(new URL(page.url()).pathname).toBe('/')
  })
})
