// Keeps the app's own files on the device, so that it starts without a network. It keeps no data and answers no question:
// what is scanned and reported lies in the outbox (features/outbox).

/** Filled in by the plugin: every file of this build, space between them, and a name that changes with them. */
declare const FILES: string
declare const BUILD: string

interface Lasting extends Event { waitUntil(work: Promise<unknown>): void }
interface Fetching extends Lasting { readonly request: Request, respondWith(answer: Promise<Response>): void }
/** What of ServiceWorkerGlobalScope is used; TypeScript's own library for workers contradicts the one for pages. */
interface Scope {
  addEventListener(type: 'install' | 'activate', work: (event: Lasting) => void): void
  addEventListener(type: 'fetch', work: (event: Fetching) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}
const worker = self as unknown as Scope
const files = FILES.split(' ')
const app = '/index.html'
/** A page of the build before this one may still be open and ask for its parts. */
const keptBuilds = 2

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(BUILD).then((cache) => cache.addAll(files)).then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  const old = async () => (await caches.keys()).filter((name) => name !== BUILD).slice(0, 1 - keptBuilds)
  event.waitUntil(old().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    // The sign-in's pages and documents are the hub's own.
    if (!/^\/(oidc|documents|graphql|epcis)\b/.test(pathname)) event.respondWith(page(request))
  } else if (files.includes(pathname) || pathname.startsWith('/assets/')) {
    event.respondWith(file(request))
  }
})

/** So many milliseconds the network has for a page: one that swallows everything keeps silent for minutes. */
const patience = 3_000

/** The newest app where there is a network, the kept one where there is none. */
async function page(request: Request): Promise<Response> {
  const newest = fetch(request)
  const kept = await caches.match(app)
  if (!kept) return newest
  const late = new Promise<Response>((resolve) => { setTimeout(resolve, patience, kept) })
  return Promise.race([newest, late]).catch(() => kept)
}

/** Files of a build never change under their name. */
async function file(request: Request): Promise<Response> {
  return await caches.match(request) ?? fetch(request)
}
