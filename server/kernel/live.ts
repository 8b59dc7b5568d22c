import type { Context } from './context.ts'
import type { FeedMessage } from './feed.ts'

/** Messages of some types for the viewer's organization, those alone whose subject the viewer may see as it is now. */
export async function* live(context: Context, types: readonly string[], isSeen: (context: Context, subject: string) => Promise<boolean>): AsyncGenerator<FeedMessage, void, undefined> {
  for await (const message of context.feed.follow(types, context.viewer.organization)) {
    // A context of its own, since loaders remember within one.
    if (await isSeen({ ...context }, message.subject)) yield message
  }
}
