import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Browser, launchBrowser, type PageOptions } from '../testkit/browser.ts'
import { type PortalPage, portalPages } from './pages.ts'

const origin = inject('hubUrl')
let browser: Browser
beforeAll(async () => { browser = await launchBrowser(origin) })
afterAll(() => browser.close())

const ask = async (viewer: string, query: string, code: string): Promise<string | undefined> => {
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-demo-viewer': viewer }, body: JSON.stringify({ query, variables: { code } }) })
  const { data } = (await response.json()) as { data: { found: { id: string } | null } | null }
  return data?.found?.id
}

const question = (kind: string): string => `query ($code: String!) { found: ${kind}(code: $code) { id } }`
const ids = new Map(await Promise.all([
  ['serial', 'ML4-260311-0452'],
  ['batch', '(01)06972145030560(10)2608B04'],
  ['product', '06972145030188'],
].map(async ([kind = '', code = '']) => [code, await ask('quality', question(kind), code)] as const)))

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

const look = async ({ viewer, path }: PortalPage, options: (typeof looks)[number]): Promise<Seen> => {
  const { page, errors, strays } = await browser.open({ viewer, ...options })
  try {
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.locator('main h1').first().waitFor()
    await page.evaluate(axe.source)
    const violations = await page.evaluate(async () => {
      const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' · ')}`)
    })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    return { errors, strays, title: await page.title(), language: await page.locator('html').getAttribute('lang') ?? '', overflow, violations }
  } finally {
    await page.context().close()
  }
}

describe.each(looks)('in $language, $theme, $width pixels wide', (options) => {
  it.each(pages)('$name', async (portalPage) => {
    const seen = await look(portalPage, options)
    expect(seen).toMatchObject({ errors: [], strays: [], overflow: 0, violations: [], language: options.language })
    expect(seen.title).toContain('Devicetrail')
  })
})
