/// <reference lib="dom" />
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Router } from 'vue-router'
import { type Browser, launchBrowser, type PageOptions, type Visit } from '../testkit/browser.ts'
import { askHub } from './ask-hub.ts'
import { recordsToSee } from './records-to-see.ts'
import { type PortalPage, portalPages } from './pages.ts'
import { portalHub } from './portal-hub.ts'
import { sharedLink } from './shared-link.ts'

const origin = portalHub.url
let browser: Browser
beforeAll(async () => { browser = await launchBrowser(origin) })
afterAll(() => browser.close())

const idOf = async (kind: string, code: string): Promise<string> =>
  (await askHub<{ found: { id: string } }>('quality', `query ($code: String!) { found: ${kind}(code: $code) { id } }`, { code })).found.id
const ids = new Map(await Promise.all([
  ['serial', 'ML4-260311-0452'],
  ['batch', '(01)06972145030560(10)2608B04'],
  ['product', '06972145030188'],
  ['logisticUnit', '(00)106999900070000013'],
].map(async ([kind = '', code = '']) => [code, await idOf(kind, code)] as const)))
for (const [name, id] of await recordsToSee()) ids.set(name, id)
ids.set('a share of a device', await sharedLink('SERIAL', 'ML4-260311-0452'))

const pages = portalPages((code) => ids.get(code) ?? `unknown-${code}`)

/** Both languages, both themes, a desk and a handheld: each page is seen in every one of them. */
const looks: readonly Required<Pick<PageOptions, 'language' | 'theme' | 'width'>>[] = [
  { language: 'zh-CN', theme: 'light', width: 1440 },
  { language: 'en', theme: 'dark', width: 1440 },
  { language: 'en', theme: 'light', width: 360 },
  { language: 'zh-CN', theme: 'dark', width: 360 },
]

interface Seen {
  readonly errors: readonly string[]
  readonly strays: readonly string[]
  readonly title: string
  readonly language: string
  /** Pixels that stick out to the right. */
  readonly overflow: number
  readonly violations: readonly string[]
}

const violationsOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' · ')}`)
  })
}

/** What is wrong with the page, once all that it asked for is there. */
const look = async ({ page, errors, strays, become }: Visit, { viewer, path }: PortalPage): Promise<Seen> => {
  await become(viewer)
  await page.goto(path)
  await page.locator('main h1').first().waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  const violations = await violationsOn(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return { errors: errors.splice(0), strays: strays.splice(0), title: await page.title(), language: await page.locator('html').getAttribute('lang') ?? '', overflow, violations }
}

describe.each(looks)('in $language, $theme, $width pixels wide', (options) => {
  let visit: Visit
  beforeAll(async () => { visit = await browser.open(options) })
  afterAll(() => visit.page.context().close())

  it.each(pages)('$name', async (portalPage) => {
    const seen = await look(visit, portalPage)
    expect(seen).toMatchObject({ errors: [], strays: [], overflow: 0, violations: [], language: options.language })
    expect(seen.title).toContain(' · Devicetrail')
    expect(await visit.page.locator('main [role=alert]').count()).toBe(0)
  })
})

it('walks every page that the portal has', async () => {
  const { page } = await browser.open()
  await page.goto('/')
  await page.locator('main h1').first().waitFor()
  const unseen = await page.evaluate((paths) => {
    const { $router } = (document.querySelector('#app') as unknown as { __vue_app__: { config: { globalProperties: { $router: Router } } } }).__vue_app__.config.globalProperties
    const seen = new Set(paths.map((path) => $router.resolve(path).matched[0]?.path))
    return $router.getRoutes().map(({ path }) => path).filter((path) => !seen.has(path))
  }, pages.map(({ path }) => path))
  await page.context().close()
  expect(unseen).toEqual([])
})
