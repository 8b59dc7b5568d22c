/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, launchBrowser, type PageOptions, type Visit } from '../testkit/browser.ts'
import { loseAnswers } from './lost-answer.ts'
import { keptBy, openOwnHub, type OwnHub } from './own-hub.ts'
import { scan } from './scanner.ts'

const stent = '(01)08717648200274(10)5031184'

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
  await hub.wire.mend()
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
/** What was typed is sealed and kept a moment later: until two looks find the same. */
const untilKept = async () => {
  let before = ''
  await expect.poll(async () => {
    const [last, now] = [before, await keptBy(page)]
    before = now
    return now === last
  }).toBe(true)
}

describe('without a network', () => {
  // The wire is cut besides: what the browser calls offline lets a page through that it has just opened.
  const goAway = async () => {
    await page.context().setOffline(true)
    await hub.wire.cut()
  }
  const comeBack = async () => {
    await hub.wire.mend()
    await page.context().setOffline(false)
  }
  const away = async (path: string) => {
    await open(path, { serviceWorker: true })
    await page.evaluate(async () => { await navigator.serviceWorker.ready })
    await goAway()
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
    await comeBack()
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
    await goAway()
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
    await untilKept()
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
    await comeBack()
    await page.locator('.conflict').getByText('像是患者身份', { exact: false }).waitFor()
    expect(await events()).toEqual([])
    await page.getByRole('button', { name: '按原样再发送' }).click()
    await page.getByRole('link', { name: '查看病例' }).waitFor()
    expect(await events()).toEqual([{ description: words, codes: [{ code: expect.stringMatching(/^A/) as string }], attachments: [{ title: '张三丰.png' }] }])
  })

  it('the app starts on a network that swallows everything', async () => {
    await open('/use', { serviceWorker: true })
    await page.evaluate(async () => { await navigator.serviceWorker.ready })
    hub.wire.swallow()
    await page.goto('/outbox')
    await page.getByText('没有等待发送的内容').waitFor()
  })

  it('a report that was sent and whose answer was lost is not done twice', async () => {
    await open('/use')
    const before = await hub.stockOf('hospital:CJUH', stent)
    await scanned(stent, '5031184', '可以')
    const answerAgain = await loseAnswers(page, 'PortalRecordUsage')
    await act(/^登记使用：1 行/)
    await state().getByText('离线').waitFor()
    expect(await hub.stockOf('hospital:CJUH', stent)).toBe(before - 1)
    expect(await state().textContent()).toContain('等待发送：1')
    await answerAgain()
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
    await comeBack()
    await state().getByText('待您决定：1').waitFor()
    const conflict = page.locator('.conflict')
    await conflict.getByText('扫描时没有网络，未核对').waitFor()
    await conflict.getByRole('button', { name: '放弃这些行' }).click()
    await conflict.getByRole('button', { name: '放弃这些行' }).click()
    await conflict.waitFor({ state: 'detached' })
    expect(await state().textContent()).toBe('')
  })

  it('what was remarked and noted lies sealed on the device, and goes when it was sent', async () => {
    const remarks = async () => (await hub.ask<{ acceptanceChecks: { edges: { node: { remark: string | null } }[] } }>('hospital:CJUH', '{ acceptanceChecks(first: 5) { edges { node { remark } } } }')).data!.acceptanceChecks.edges.map(({ node }) => node.remark)
    const secrets = ['司机王小二说路上摔过', '李护士发现破损']
    const nothingShown = async () => { for (const secret of secrets) expect(await keptBy(page)).not.toContain(secret) }
    await away('/receive')
    await scanned(stent, '5031184', '未核对')
    await line('5031184').getByRole('combobox').selectOption('DAMAGED')
    await line('5031184').getByPlaceholder('说明').fill(secrets[1]!)
    await page.locator('.about > summary').click()
    await page.locator('.acceptance > summary').click()
    await page.locator('.acceptance').getByLabel('说明').fill(secrets[0]!)
    await untilKept()
    await nothingShown()
    await page.reload()
    await line('5031184').waitFor()
    expect(await line('5031184').getByPlaceholder('说明').inputValue()).toBe(secrets[1])
    await act(/^确认收货：1 行/)
    await state().getByText('等待发送：1').waitFor()
    await nothingShown()
    expect(await keptBy(page)).toContain('"words":{')
    await comeBack()
    await state().getByText('等待发送：1').waitFor({ state: 'detached' })
    await page.getByText('平台已接收 1 行').waitFor()
    await nothingShown()
    expect(await keptBy(page)).not.toContain('"words":{')
    expect(await remarks()).toContain(secrets[0])
  })
})
