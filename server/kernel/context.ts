import type { Feed } from './feed.ts'
import type { Viewer } from './viewer.ts'
import type { ViewerGraph } from './graph.ts'
import type { Outside } from './outside.ts'

/** What a resolver gets: who asks, and the graph as that viewer may see it. One for each request. */
export interface Context {
  readonly requestId: string
  readonly viewer: Viewer
  readonly graph: ViewerGraph
  /** The network address that the request came from; null where it is not known. */
  readonly address: string | null
  /** Mails somebody the link that sets the first password: its path at the hub. */
  readonly sendInvitation: (email: string, path: string) => Promise<void>
  /** What is told from now on. */
  readonly feed: Feed
  /** Checks addresses that somebody wants the hub to send to. */
  readonly outside: Outside
}
