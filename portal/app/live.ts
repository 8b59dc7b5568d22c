import { type Client, createClient } from 'graphql-ws'
import { type DocumentInput } from '@urql/vue'
import { print } from 'graphql'
import { onBeforeUnmount } from 'vue'
import { accessToken } from './session.ts'

/** The hub closes a socket whose token it no longer takes. */
const FORBIDDEN = 4403
const longestWait = 30_000

let client: Client | undefined
let refused = false
const listening = new Set<() => void>()

/** One socket for everything that comes by itself; closed while nobody listens. */
function socket(): Client {
  return client ??= createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: async () => {
      const authorization = `Bearer ${await accessToken(refused)}`
      refused = false
      return { authorization }
    },
    keepAlive: 20_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (retries) => new Promise((resolve) => { setTimeout(resolve, Math.min(longestWait, 500 * 2 ** retries) * (0.5 + Math.random() / 2)) }),
    on: {
      closed: (event) => { refused = (event as CloseEvent).code === FORBIDDEN },
      connected: () => { for (const tell of listening) tell() },
    },
  })
}

/** Milliseconds until a refused subscription is asked for again: what the hub says, or a while. */
function waitAfter(refusal: unknown): number {
  const [first] = Array.isArray(refusal) ? (refusal as { extensions?: { retryAfter?: number } }[]) : []
  return (first?.extensions?.retryAfter ?? 60) * 1_000
}

/**
 * Listens as long as the component is there.
 * @param again what came while nobody listened comes no more: asked for after every connection, the first too, since the page was read before
 */
export function useLive<Data>(subscription: DocumentInput<Data, Record<string, never>>, take: (data: Data) => void, again: () => void): void {
  const query = typeof subscription === 'string' ? subscription : print(subscription)
  let waiting: ReturnType<typeof setTimeout> | undefined
  const listen = (): (() => void) => socket().subscribe<Data>({ query }, {
    next: ({ data }) => { if (data) take(data) },
    error: (refusal) => { waiting = setTimeout(() => { stop = listen(); again() }, waitAfter(refusal)) },
    complete: () => undefined,
  })
  let stop = listen()
  listening.add(again)
  onBeforeUnmount(() => { clearTimeout(waiting); stop(); listening.delete(again) })
}
