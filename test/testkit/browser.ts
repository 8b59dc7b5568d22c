/// <reference lib="dom" />
import { existsSync } from 'node:fs'
import { chromium, type BrowserContext, type Page } from 'playwright-core'

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']
const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream',
]

export interface PageOptions {
  /** Key of the demo viewer, as `hospital:<code>`. */
  viewer?: string
  language?: 'zh-CN' | 'en'
  theme?: 'light' | 'dark'
  width?: number
  height?: number
}

export interface Visit {
  page: Page
  /** Errors on the console and exceptions of the page, in order. */
  errors: string[]
  /** Addresses of requests that would leave the hub's own origin. */
  strays: string[]
  /** Makes the page another demo person's from its next load on. */
  become(viewer: string): Promise<void>
}

export interface Browser {
  open(options?: PageOptions): Promise<Visit>
  close(): Promise<void>
}

/** One browser for a test file: the system's Chromium, else the one inside @sparticuz/chromium. Each visit is a person of its own. */
export async function launchBrowser(origin: string): Promise<Browser> {
  const executablePath = systemBrowsers.find((path) => existsSync(path)) ?? await packedBrowser()
  const browser = await chromium.launch({ executablePath, headless: true, args: flags })
  return {
    open: async (options = {}) => openPage(await browser.newContext({ baseURL: origin, acceptDownloads: true }), origin, options),
    close: () => browser.close(),
  }
}

async function packedBrowser(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

async function openPage(context: BrowserContext, origin: string, options: PageOptions): Promise<Visit> {
  const { viewer = 'quality', language = 'zh-CN', theme = 'light', width = 1440, height = 900 } = options
  const page = await context.newPage()
  const become = async (next: string): Promise<void> => {
    // An empty page of the same origin: no page of the portal may run for the wrong person meanwhile.
    await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }), { times: 1 })
    await page.goto('/empty')
    await page.evaluate((key) => { localStorage.setItem('devicetrail.viewer', key) }, next)
  }
  const visit: Visit = { page, errors: [], strays: [], become }
  await page.setViewportSize({ width, height })
  await page.addInitScript({ content: remembering({ viewer, language, theme }) })
  page.on('console', (message) => { if (message.type() === 'error') visit.errors.push(message.text()) })
  page.on('pageerror', (error) => { visit.errors.push(error.message) })
  page.on('request', (request) => { if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(origin)) visit.strays.push(request.url()) })
  return visit
}

/** A script that makes a person's choices, and leaves those alone that the page itself changes later. */
function remembering(choices: Record<string, string>): string {
  const store = ([name, value]: [string, string]) => `localStorage.getItem('devicetrail.${name}') ?? localStorage.setItem('devicetrail.${name}', ${JSON.stringify(value)})`
  return Object.entries(choices).map(store).join('\n')
}
