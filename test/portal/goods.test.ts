/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, launchBrowser, type PageOptions, type Visit } from '../testkit/browser.ts'
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
const use = async (code: string, quantity: number) => {
  const input = { idempotencyKey: crypto.randomUUID(), code, quantity, kind: 'CONSUMED', usedAt: new Date().toISOString() }
  const { data } = await hub.ask<{ recordUsage: { __typename: string } }>('hospital:CJUH', 'mutation ($input: RecordUsageInput!) { recordUsage(input: $input) { __typename ... on Refused { code message } } }', { input })
  expect(data?.recordUsage).toMatchObject({ __typename: 'RecordUsageSuccess' })
}
const state = () => page.locator('.outbox-state')

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

  it('from the verdict, at once', async () => {
    await open(`/scan?code=${encodeURIComponent(stent)}`)
    await page.getByRole('link', { name: '登记使用' }).first().click()
    await page.waitForURL(/\/use\?code=/)
    await line('5031184').getByText('可以', { exact: true }).waitFor()
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
    expect(await page.getByRole('button', { name: /^上报发货/ }).isDisabled()).toBe(true)
    await page.getByLabel('销售单号').fill('KL-1122-01')
    await page.getByLabel('购货方', { exact: true }).selectOption({ label: '澄江大学附属医院' })
    await act(/^上报发货：1 行/)
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

describe('without a network', () => {
  const away = async (path: string) => {
    await open(path, { serviceWorker: true })
    await page.evaluate(async () => { await navigator.serviceWorker.ready })
    await page.context().setOffline(true)
  }

  it('the app starts, keeps a report over a closed tab, and sends it once when there is a network', async () => {
    const before = await hub.stockOf('hospital:CJUH', stent)
    await away('/use')
    await scanned(stent, '5031184', '未核对')
    await page.locator('.about summary').click()
    await page.getByLabel('手术或操作编号').fill('OP-2026-1122-07')
    await act(/^登记使用：1 行/)
    await state().getByText('等待发送：1').waitFor()
    expect(await keptBy(page)).not.toContain('OP-2026-1122-07')
    const context = page.context()
    await page.close({ runBeforeUnload: false })
    page = await context.newPage()
    await page.goto('/outbox')
    await state().getByText('等待发送：1').waitFor()
    expect(await hub.stockOf('hospital:CJUH', stent)).toBe(before)
    await context.setOffline(false)
    await state().getByText('等待发送：1').waitFor({ state: 'detached' })
    expect(await hub.stockOf('hospital:CJUH', stent)).toBe(before - 1)
    await page.reload()
    await page.getByText('已发送', { exact: true }).waitFor()
    expect(await hub.stockOf('hospital:CJUH', stent)).toBe(before - 1)
  })

  it('an adverse event waits sealed with its photo and its code, and is looked at before it is sent', async () => {
    const words = '患者张三丰，球囊没有回缩'
    const events = async () => (await hub.ask<{ adverseEvents: { edges: { node: { description: string; codes: { code: string }[]; attachments: { title: string }[] } }[] } }>('hospital:CJUH', '{ adverseEvents(first: 50) { edges { node { description codes { code } attachments { title } } } } }')).data!.adverseEvents.edges.map(({ node }) => node).filter(({ description }) => description === words)
    await open('/report-problem', { serviceWorker: true })
    await page.evaluate(async () => { await navigator.serviceWorker.ready })
    await expect.poll(() => keptBy(page)).toContain('Leak')
    await page.context().setOffline(true)
    await page.reload()
    await page.getByLabel('发生了什么').waitFor()
    await scan(page, stent)
    await page.getByLabel('发生了什么').fill(words)
    await page.getByRole('button', { name: '没有伤害' }).click()
    await page.getByRole('radio', { name: '是' }).first().check()
    await page.getByLabel('器械问题（IMDRF 附录 A）').fill('leak')
    await page.locator('.found button').first().click()
    await page.getByLabel('照片和文件').setInputFiles({ name: '张三丰.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await page.getByLabel('姓名').fill('李护士')
    await page.getByLabel('电子邮件').fill('li@cjuh.example')
    await page.reload()
    expect(await page.getByLabel('发生了什么').inputValue()).toBe(words)
    await page.locator('main').getByRole('button', { name: '上报', exact: true }).click()
    await state().getByText('等待发送：1').waitFor()
    for (const secret of ['张三丰', '李护士', 'li@cjuh']) expect(await keptBy(page)).not.toContain(secret)
    const context = page.context()
    await page.close({ runBeforeUnload: false })
    page = await context.newPage()
    await page.goto('/outbox')
    // The file arrives, its answer does not: sent again, it is the same document.
    await page.route('**/attachments?*', async (route) => { await route.fetch(); return route.abort('connectionreset') }, { times: 1 })
    await context.setOffline(false)
    await page.locator('.conflict').getByText('像是患者身份', { exact: false }).waitFor()
    expect(await events()).toEqual([])
    await page.getByRole('button', { name: '按原样再发送' }).click()
    await page.getByRole('link', { name: '查看病例' }).waitFor()
    expect(await events()).toEqual([{ description: words, codes: [{ code: expect.stringMatching(/^A/) as string }], attachments: [{ title: '张三丰.png' }] }])
  })

  it('a report that was sent and whose answer was lost is not done twice', async () => {
    await open('/use')
    const before = await hub.stockOf('hospital:CJUH', stent)
    await scanned(stent, '5031184', '可以')
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('PortalRecordUsage')) return route.continue()
      await route.fetch()
      return route.abort('connectionreset')
    })
    await act(/^登记使用：1 行/)
    await state().getByText('离线').waitFor()
    expect(await hub.stockOf('hospital:CJUH', stent)).toBe(before - 1)
    expect(await state().textContent()).toContain('等待发送：1')
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.goto('/outbox')
    await page.getByText('已发送', { exact: true }).waitFor()
    expect(await hub.stockOf('hospital:CJUH', stent)).toBe(before - 1)
  })

  it('signing out is asked about while something waits', async () => {
    await open('/use')
    await scanned(stent, '5031184', '可以')
    await page.route('**/graphql', (route) => route.request().postData()?.includes('PortalRecordUsage') ? route.abort('connectionreset') : route.continue())
    await act(/^登记使用：1 行/)
    await state().getByText('离线').waitFor()
    await page.locator('.who').click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('dialog').getByText('还有 1 份登记没有发送').waitFor()
    await page.getByRole('button', { name: '先不退出' }).click()
    // The way to the hub stays cut: what waits here must not be used up beneath the next test.
    expect(await state().textContent()).toContain('等待发送：1')
  })

  it('what the hub no longer takes stands beside what was known, and a person decides', async () => {
    await away('/use')
    await scanned(stent, '5031184', '未核对')
    await act(/^登记使用：1 行/)
    await state().getByText('等待发送：1').waitFor()
    await use(stent, await hub.stockOf('hospital:CJUH', stent))
    await page.goto('/outbox')
    await page.context().setOffline(false)
    await state().getByText('待您决定：1').waitFor()
    const conflict = page.locator('.conflict')
    await conflict.getByText('扫描时没有网络，未核对').waitFor()
    await conflict.getByRole('button', { name: '放弃这些行' }).click()
    await conflict.getByRole('button', { name: '放弃这些行' }).click()
    await conflict.waitFor({ state: 'detached' })
    expect(await state().textContent()).toBe('')
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
