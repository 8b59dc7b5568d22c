import type { Factors } from './factors.ts'
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
  /** Whether a person who is signed in proves again to be there: by password and code, or by the ticket of a fresh sign-in at the company's provider. */
  readonly reauthenticate: (person: string, proof: { readonly password: string; readonly oneTimeCode: string | null; readonly ticket: string | null }, address: string | null) => Promise<boolean>
  /** Counts a look-up that found nothing of the viewer's. @throws a refusal, on record, where its organization had too many of them in this minute */
  readonly missed: () => Promise<void>
  /** Mails somebody the link that sets the first password: its path at the hub. */
  readonly sendInvitation: (email: string, path: string) => Promise<void>
  /** For the viewer's own second factor. */
  readonly factors: Factors
  /** What is told from now on. */
  readonly feed: Feed
  /** Seals what the graph may hold and its readers may not see; `place` is what it belongs to. */
  readonly seal: (text: string, place: string) => string
  /** Checks addresses that somebody wants the hub to send to. */
  readonly outside: Outside
}
