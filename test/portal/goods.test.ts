/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, launchBrowser, type PageOptions, type Visit } from '../testkit/browser.ts'
import { loseAnswers } from './lost-answer.ts'
import { keptBy, openOwnHub, type OwnHub } from './own-hub.ts'
import { scan } from './scanner.ts'

const stent = '(01)08717648200274(10)5031184'
const pump = 'ML4-260311-0452'
const carton = '(00)106999900070000013'

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
afterEach(async () => {
  await page.context().close()
  expect(visit.strays).toEqual([])
})

const open = async (path: string, options: PageOptions = {}) => {
  visit = await browser.open({ viewer: 'hospital:CJUH', width: 360, height: 780, ...options })
  page = visit.page
  await page.goto(path)
  await page.locator('main h1').waitFor()
}
const line = (text: string) => page.locator('.goods-line').filter({ hasText: text })
const act = (name: RegExp) => page.getByRole('button', { name }).click()
/** A scan, until the line that it makes has been looked up, or could not be. */
const scanned = async (code: string, text: string, mark: string) => {
  await scan(page, code)
  await line(text).getByText(mark, { exact: true }).waitFor()
}

describe('a hospital receives a carton', () => {
  it('by its one code, and what was inside is in stock', async () => {
    await open('/receive', { viewer: 'hospital:NYHH' })
    await scanned(carton, '106999900070000013', '在途，待收货')
    await act(/^确认收货/)
    await page.getByText('平台已接收 1 行').waitFor()
    expect(await page.locator('.goods-line').count()).toBe(0)
    expect(await hub.reasonsOf('hospital:NYHH', carton)).not.toContain('IN_TRANSIT')
    expect(visit.errors).toEqual([])
  })
})

describe('a hospital records what it used', () => {
  it('leaves out what must not be used, and brings back what the hub does not take, each with its reason', async () => {
    await open('/use')
    const before = await hub.stockOf('hospital:CJUH', stent)
    await scanned(pump, pump, '隔离中')
    await scanned(stent, '5031184', '可以')
    await scan(page, stent)
    await line('5031184').getByLabel('数量').last().fill('999')
    await line('5031184').getByLabel('数量').last().blur()
    await act(/^登记使用：1 行/)
    await line('5031184').getByText('平台未接收', { exact: false }).waitFor()
    expect(await hub.stockOf('hospital:CJUH', stent)).toBe(before)
    await line('5031184').getByLabel('数量').last().fill('1')
    await line('5031184').getByLabel('数量').last().blur()
    await act(/^登记使用：1 行/)
    await page.getByText('平台已接收 1 行').waitFor()
    expect(await page.locator('.goods-line').count()).toBe(1)
    expect(await hub.stockOf('hospital:CJUH', stent)).toBe(before - 1)
    expect(visit.errors).toEqual([])
  })

  it('and takes it back, where it was a mistake', async () => {
    const { data } = await hub.ask<{ batch: { id: string } }>('hospital:CJUH', 'query ($code: String!) { batch(code: $code) { id } }', { code: stent })
    const before = await hub.stockOf('hospital:CJUH', stent)
    await open(`/batches/${data?.batch.id ?? ''}?tab=timeline`)
    const mistake = page.locator('.trail > li').first()
    await mistake.getByRole('button', { name: '撤销' }).click()
    await mistake.getByRole('button', { name: '声明为误录' }).click()
    await mistake.getByText('声明为误录：此事并未发生', { exact: false }).waitFor()
    expect(await hub.stockOf('hospital:CJUH', stent)).toBe(before + 1)
    expect(visit.errors).toEqual([])
  })

  it('adds up what a pasted list has of one lot, and says what was there already', async () => {
    await open('/use')
    await scanned(pump, pump, '隔离中')
    await act(/^粘贴清单/)
    await page.getByRole('textbox', { name: '粘贴清单' }).fill(`${stent}\t3\n${pump}\n${stent}\t5`)
    await act(/^加入 3 行/)
    await page.getByText('2 行已在清单中', { exact: false }).waitFor()
    await line('5031184').getByText('可以', { exact: true }).waitFor()
    expect(await line('5031184').getByLabel('数量').last().inputValue()).toBe('8')
    await line(pump).getByText('扫描了 2 次').waitFor()
    expect(await page.locator('.goods-line').count()).toBe(2)
    expect(visit.errors).toEqual([])
  })

  it('is told at the desk before the device has no room left', async () => {
    await open('/use')
    const store = await page.context().newCDPSession(page)
    await store.send('Storage.overrideQuotaForOrigin', { origin: hub.url, quotaSize: 10_000_000 })
    await page.reload()
    await page.locator('.desk').getByRole('alert').getByText('本机存储空间快用完了').waitFor()
  })

  it('from the verdict, at once', async () => {
    await open(`/scan?code=${encodeURIComponent(stent)}`)
    await page.getByRole('link', { name: '登记使用' }).first().click()
    await page.waitForURL(/\/use\?code=/)
    await line('5031184').getByText('可以', { exact: true }).waitFor()
  })

  it('of what is called back, answers the notice first', async () => {
    await open(`/scan?code=${encodeURIComponent('(01)06972145030560(10)2608B04(21)B04-004')}`)
    await page.getByRole('link', { name: '答复召回通知' }).click()
    await page.waitForURL('**/notices')
  })

  it('keeps what was collected over a reload', async () => {
    await open('/use')
    await scanned(stent, '5031184', '可以')
    await page.reload()
    await line('5031184').waitFor()
  })
})

describe('a distributor reports what it sold', () => {
  const lot = '(01)26972145030250(10)26IS0413'

  it('to a customer, under its own document', async () => {
    await open('/sell', { viewer: 'distributor:KANGLUO', width: 1440, height: 900 })
    expect(await hub.reasonsOf('hospital:CJUH', lot)).not.toContain('IN_TRANSIT')
    await scanned(lot, '26IS0413', '可以')
    expect(await page.getByRole('button', { name: /^上报销售/ }).isDisabled()).toBe(true)
    await page.getByLabel('销售单号').fill('KL-1122-01')
    await page.getByLabel('购货方', { exact: true }).selectOption({ label: '澄江大学附属医院' })
    await act(/^上报销售：1 行/)
    await page.getByText('平台已接收 1 行').waitFor()
    expect(await hub.reasonsOf('hospital:CJUH', lot)).toContain('IN_TRANSIT')
    expect(visit.errors).toEqual([])
  })

  it('and the customer ticks it off the delivery note: what is on it, what is not, and what is too much', async () => {
    await open('/receive')
    await page.getByRole('button', { name: '逐件核对 KL-1122-01' }).click()
    await page.getByText('已核对 0 / 1').waitFor()
    await scanned(stent, '5031184', '货不对单')
    await page.getByRole('button', { name: '移出 5031184' }).click()
    await scanned(lot, '26IS0413', '已核对')
    await page.getByText('已核对 1 / 1').waitFor()
    await scan(page, lot)
    await line('26IS0413').getByText('多出', { exact: true }).waitFor()
    await line('26IS0413').getByRole('button', { name: '减一' }).click()
    await line('26IS0413').getByText('已核对', { exact: true }).waitFor()
    await page.locator('.about > summary').click()
    await page.locator('.acceptance > summary').click()
    await page.getByLabel('到货温度（°C）').fill('6.1')
    await page.getByRole('group', { name: '注册证（备案）有效' }).getByLabel('是').check()
    await page.getByLabel('照片', { exact: false }).setInputFiles({ name: '张三丰.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await page.getByText('1.png').waitFor()
    await act(/^确认收货：1 行/)
    await page.getByText('平台已接收 1 行').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '打印验收记录' }).click()
    expect((await readFile(await (await download).path())).subarray(0, 5).toString()).toBe('%PDF-')
    const { data } = await hub.ask<{ batch: { timeline: { edges: { node: { bizStep: string; documents: { kind: string; title: string }[] } }[] } } }>('hospital:CJUH', 'query ($code: String!) { batch(code: $code) { timeline(first: 5) { edges { node { bizStep documents { kind title } } } } } }', { code: lot })
    expect(data?.batch.timeline.edges.find(({ node }) => node.bizStep === 'receiving')?.node.documents).toEqual([{ kind: 'PHOTO', title: '1.png' }])
    expect(await hub.reasonsOf('hospital:CJUH', lot)).not.toContain('IN_TRANSIT')
    expect(visit.errors).toEqual([])
  })
})

describe('what was announced and is not there', () => {
  it('is a finding, until somebody has looked into it', async () => {
    const input = { idempotencyKey: crypto.randomUUID(), receivedAt: new Date().toISOString(), lines: [{ code: pump, condition: 'MISSING' }] }
    await hub.ask('hospital:CJUH', 'mutation ($input: ConfirmReceiptInput!) { confirmReceipt(input: $input) { __typename } }', { input })
    await open('/findings', { viewer: 'quality' })
    const finding = page.locator('.work > li').filter({ hasText: pump }).filter({ hasText: '应到未到或未归还' })
    await finding.getByRole('button', { name: '关闭' }).click()
    await finding.getByLabel('怎么查清的').fill('在另一科室找到')
    await finding.getByRole('button', { name: '关闭' }).click()
    await finding.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '已关闭' }).click()
    await finding.getByText('在另一科室找到').waitFor()
    expect(visit.errors).toEqual([])
  })
})

describe('a set goes on loan', () => {
  const tray = '106999900070066002'
  const numbers = ['B03-017', 'B03-018', 'B03-019']
  const udi = (serial: string) => `(01)06972145030560(21)${serial}`

  it('a distributor scans its tray and what it lays in', async () => {
    await open('/loan-sets/new', { viewer: 'distributor:KANGLUO', width: 1440, height: 900 })
    await scan(page, `(00)${tray}`)
    for (const serial of numbers) {
      await scan(page, udi(serial))
      await page.locator('.lines').getByText(serial).waitFor()
    }
    expect(await page.getByLabel('托盘', { exact: false }).first().inputValue()).toBe(tray)
    await page.getByLabel('查找借用单位').fill('澄江大学')
    const hospital = page.locator('option', { hasText: '澄江大学附属医院' }).first()
    await hospital.waitFor({ state: 'attached' })
    await page.getByLabel('借用单位', { exact: true }).selectOption((await hospital.getAttribute('value')) ?? '')
    await page.getByLabel('我方单号').fill('KL-LOAN-7')
    const answerAgain = await loseAnswers(page, 'PortalSendLoanSet')
    await act(/^放入 3 行并借出/)
    await page.getByText('没有收到平台的答复').waitFor()
    visit.errors.splice(0)
    await answerAgain()
    await act(/^放入 3 行并借出/)
    await page.getByRole('heading', { name: '借用套件 KL-LOAN-7' }).waitFor()
    expect(visit.errors).toEqual([])
  })

  it('the hospital says what was used, opened in vain and goes back; the lender sees it, and closes it', async () => {
    await hub.ask('hospital:CJUH', 'mutation ($input: ConfirmReceiptInput!) { confirmReceipt(input: $input) { __typename } }', { input: { idempotencyKey: crypto.randomUUID(), receivedAt: new Date().toISOString(), lines: [{ code: `(00)${tray}` }] } })
    await open('/loan-sets')
    await page.getByRole('link', { name: 'KL-LOAN-7' }).click()
    for (const [outcome, serial] of [['植入', 'B03-017'], ['打开未用', 'B03-018'], ['归还', 'B03-019']] as const) {
      await page.getByRole('button', { name: outcome, exact: true }).click()
      await scan(page, udi(serial))
      await page.locator('form .lines').getByText(serial).waitFor()
    }
    const answerAgain = await loseAnswers(page, 'PortalReportLoanSet')
    await act(/^登记 3 行/)
    await page.getByText('没有收到平台的答复').waitFor()
    visit.errors.splice(0)
    await answerAgain()
    await act(/^登记 3 行/)
    await page.getByText('全部已登记').waitFor()
    await page.context().close()
    await open('/loan-sets', { viewer: 'distributor:KANGLUO' })
    await page.getByRole('link', { name: 'KL-LOAN-7' }).click()
    await act(/^结清套件/)
    await page.getByText('已结清', { exact: true }).first().waitFor()
    expect(visit.errors).toEqual([])
  })
})

describe('goods that go another way', () => {
  const lot = '(01)26972145030250(10)26IS0413'
  const sscc = '106999900070077770'
  const quantity = async (n: string) => {
    await line('26IS0413').getByLabel('数量').last().fill(n)
    await line('26IS0413').getByLabel('数量').last().blur()
  }

  it('are quarantined, released and scrapped at a desk of their own', async () => {
    const before = await hub.stockOf('distributor:KANGLUO', lot)
    const judge = async (judgement: string, n: string) => {
      await page.getByLabel(judgement, { exact: true }).check()
      await scanned(lot, '26IS0413', '可以')
      await quantity(n)
    }
    await open('/inspect', { viewer: 'distributor:KANGLUO' })
    await judge('隔离', '2')
    await act(/^隔离：1 行/)
    await page.getByText('平台已接收 1 行').waitFor()
    expect(await hub.reasonsOf('distributor:KANGLUO', lot)).toContain('SOME_HELD')
    await judge('合格放行', '2')
    await act(/^放行：1 行/)
    await page.locator('.goods-line').waitFor({ state: 'detached' })
    await expect.poll(() => hub.reasonsOf('distributor:KANGLUO', lot)).not.toContain('SOME_HELD')
    await judge('报废', '1')
    await page.getByText('请先填写报废原因。').waitFor()
    await page.getByLabel('原因', { exact: true }).fill('外箱浸水')
    await act(/^报废：1 行/)
    await page.locator('.goods-line').waitFor({ state: 'detached' })
    await expect.poll(() => hub.stockOf('distributor:KANGLUO', lot)).toBe(before - 100)
    expect(await keptBy(page)).not.toContain('外箱浸水')
    expect(visit.errors).toEqual([])
  })

  it('leave in a carton, which its recipient receives by one scan', async () => {
    const before = await hub.stockOf('hospital:NYHH', lot)
    await open('/ship', { viewer: 'distributor:KANGLUO' })
    await scanned(lot, '26IS0413', '可以')
    await line('26IS0413').getByText('每包装 100 件').waitFor()
    await quantity('3')
    await page.getByLabel('随货同行单号').fill('KL-S-9')
    await page.getByLabel('查找收货方').fill('南屿')
    const hospital = page.locator('option', { hasText: '南屿' }).first()
    await hospital.waitFor({ state: 'attached' })
    await page.getByLabel('收货方', { exact: true }).selectOption((await hospital.getAttribute('value')) ?? '')
    await page.getByLabel('装入的箱或托盘（SSCC）').fill(sscc)
    await act(/^上报发货：1 行/)
    await page.getByText('平台已接收 1 行').waitFor()
    await page.context().close()
    await open('/receive', { viewer: 'hospital:NYHH' })
    await scanned(`(00)${sscc}`, sscc, '在途，待收货')
    await act(/^确认收货：1 行/)
    await page.getByText('平台已接收 1 行').waitFor()
    expect(await hub.stockOf('hospital:NYHH', lot)).toBe(before + 300)
    expect(visit.errors).toEqual([])
  })

  it('go back from the verdict that stops them', async () => {
    await open(`/scan?code=${pump}`)
    await page.getByRole('link', { name: '退货' }).first().click()
    await line(pump).getByText('隔离中', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: /^上报退货/ }).isDisabled()).toBe(true)
    await page.getByLabel('退货单号').fill('CJUH-R-1')
    await page.getByLabel('退给', { exact: true }).selectOption({ label: '澄州康络医疗器械有限公司' })
    await act(/^上报退货：1 行/)
    await page.getByText('平台已接收 1 行').waitFor()
    expect(await hub.reasonsOf('distributor:KANGLUO', pump)).toContain('IN_TRANSIT')
    expect(visit.errors).toEqual([])
  })
})
