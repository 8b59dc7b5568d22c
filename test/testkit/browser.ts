/// <reference lib="dom" />
import { existsSync } from 'node:fs'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { demoPeople } from '../../seeds/cast/people.ts'

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']
const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream',
]

export interface PageOptions {
  /** Key of the demo's person, as `hospital:<code>`. */
  viewer?: string
  language?: 'zh-CN' | 'en'
  theme?: 'light' | 'dark'
  width?: number
  height?: number
  /** Lets the portal keep its files for a start without a network; otherwise every page comes from the hub. */
  serviceWorker?: boolean
  /** Signs in for itself alone, where the test ends the session. */
  ownSession?: boolean
}

export interface Visit {
  page: Page
  /** Errors on the console and exceptions of the page, in order. */
  errors: string[]
  /** Addresses of requests that would leave the hub's own origin. */
  strays: string[]
  /** Signs another of the demo's people in: the page is theirs from its next load on. */
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
  const sessions = new Map<string, Promise<Cookies>>()
  const newSession: SessionOf = async (viewer) => signIn(await browser.newContext({ baseURL: origin, serviceWorkers: 'block' }), viewer)
  /** Each person signs in once for a test file; whoever is them later brings the provider's cookie. */
  const sharedSession: SessionOf = (viewer) => {
    const session = sessions.get(viewer) ?? newSession(viewer)
    sessions.set(viewer, session)
    return session
  }
  return {
    open: async (options = {}) => openPage(await browser.newContext({ baseURL: origin, acceptDownloads: true, serviceWorkers: options.serviceWorker ? 'allow' : 'block' }), origin, options.ownSession ? newSession : sharedSession, options),
    close: () => browser.close(),
  }
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
type SessionOf = (viewer: string) => Promise<Cookies>

/** Through the sign-in page, as a person does it. */
async function signIn(context: BrowserContext, viewer: string): Promise<Cookies> {
  const person = demoPeople.find(({ key }) => key === viewer)
  if (!person) throw new Error(`The demo has no person ${viewer}`)
  const page = await context.newPage()
  await page.goto('/')
  await page.locator('ul.people button').filter({ has: page.getByText(person.username, { exact: true }) }).click()
  await page.locator('.who').waitFor()
  const cookies = await context.cookies(`${new URL(page.url()).origin}/oidc/auth`)
  await context.close()
  return cookies
}

async function packedBrowser(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

async function openPage(context: BrowserContext, origin: string, sessionOf: SessionOf, options: PageOptions): Promise<Visit> {
  const { viewer = 'quality', language = 'zh-CN', theme = 'light', width = 1440, height = 900 } = options
  const page = await context.newPage()
  const become = async (next: string): Promise<void> => {
    // An empty page of the same origin: no page of the portal may run for the wrong person meanwhile.
    await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }), { times: 1 })
    await page.goto('/empty')
    await context.clearCookies()
    await context.addCookies(await sessionOf(next))
  }
  await context.addCookies(await sessionOf(viewer))
  const visit: Visit = { page, errors: [], strays: [], become }
  await page.setViewportSize({ width, height })
  await page.addInitScript({ content: remembering({ language, theme }) })
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
