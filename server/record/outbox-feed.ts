import { setTimeout } from 'node:timers/promises'
import type { Feed, FeedMessage } from '../kernel/feed.ts'
import { endingWith } from '../kernel/live.ts'
import type { Reader } from '../kernel/graph.ts'
import { messagesSince } from './outbox-feed.cypher.ts'

/** How often the outbox is read while somebody listens, in milliseconds. */
const pace = 250
/** A transaction that took longer than this from its first statement to its end is not told live; it is in the lists. */
const overlap = 15_000
/** A listener that takes nothing is ended after so many: it asks again for what it missed. */
const largestBacklog = 1_000

/** With the end of it: listeners are let go when the hub stops. */
export interface OpenFeed extends Feed {
  stop(): void
}

interface Listener {
  readonly types: readonly string[]
  readonly organization: string
  readonly backlog: FeedMessage[]
  wake: () => void
  ended: boolean
}

const hand = (listener: Listener, message: FeedMessage): void => {
  if (!listener.types.includes(message.type) || message.organization !== listener.organization) return
  listener.backlog.push(message)
  if (listener.backlog.length > largestBacklog) listener.ended = true
  listener.wake()
}

const end = (listener: Listener): void => {
  listener.ended = true
  listener.wake()
}

/** Registers itself when it is first asked: a generator that never runs has nothing to forget. */
async function* listening(listener: Listener, listeners: Set<Listener>, wakeReader: () => void): AsyncGenerator<FeedMessage, void, undefined> {
  listeners.add(listener)
  wakeReader()
  try {
    while (!listener.ended || listener.backlog.length > 0) {
      const next = listener.backlog.shift()
      if (next) yield next
      else await new Promise<void>((wake) => void (listener.wake = wake))
    }
  } finally {
    listeners.delete(listener)
  }
}

/** Reads what is new since it was opened, each message once; also what began before, but was committed after. */
const openReader = (graph: Reader, begin: string) => {
  const seen = new Map<string, string>()
  let isNews = ({ at }: FeedMessage): boolean => at >= begin
  return async (): Promise<FeedMessage[]> => {
    const back = new Date(Date.now() - overlap).toISOString()
    const fresh = (await graph.read(messagesSince, { since: back })).filter(({ id }) => !seen.has(id))
    for (const { id, at } of fresh) seen.set(id, at)
    for (const [id, at] of seen) if (at < back) seen.delete(id)
    const news = fresh.filter(isNews)
    isNews = () => true
    return news
  }
}

/** The outbox as it grows, read once for all listeners of this node, and only while there are any. */
export const openFeed = (graph: Reader, onError: (error: unknown) => void): OpenFeed => {
  const listeners = new Set<Listener>()
  let running = false

  const run = async (): Promise<void> => {
    const read = openReader(graph, new Date().toISOString())
    while (listeners.size > 0) {
      for (const message of await read().catch((error: unknown) => (onError(error), []))) for (const listener of listeners) hand(listener, message)
      await setTimeout(pace, undefined, { ref: false })
    }
    running = false
  }

  const wakeReader = (): void => {
    if (running) return
    running = true
    void run()
  }

  return {
    follow: (types, organization) => {
      const listener: Listener = { types, organization, backlog: [], wake: () => undefined, ended: false }
      return endingWith(listening(listener, listeners, wakeReader), () => end(listener))
    },
    stop: () => listeners.forEach(end),
  }
}
