import type { Context } from './context.ts'
import type { FeedMessage } from './feed.ts'

/**
 * A generator that can be ended while it waits: by itself it would hear `return` only behind what it waits for, which may
 * never come, and who has stopped listening would be waited for still.
 */
export const endingWith = <T>(generator: AsyncGenerator<T, void, undefined>, end: () => unknown): AsyncGenerator<T, void, undefined> => {
  const finish = generator.return.bind(generator)
  return Object.assign(generator, {
    return: async (value: undefined) => {
      await end()
      return finish(value)
    },
  })
}

type IsSeen = (context: Context, subject: string) => Promise<boolean>

async function* seenOf(messages: AsyncIterable<FeedMessage>, context: Context, isSeen: IsSeen): AsyncGenerator<FeedMessage, void, undefined> {
  for await (const message of messages) {
    // A context of its own, since loaders remember within one.
    if (await isSeen({ ...context }, message.subject)) yield message
  }
}

/** Messages of some types for the viewer's organization, those alone whose subject the viewer may see as it is now. */
export const live = (context: Context, types: readonly string[], isSeen: IsSeen): AsyncGenerator<FeedMessage, void, undefined> => {
  const messages = context.feed.follow(types, context.viewer.organization)
  return endingWith(seenOf(messages, context, isSeen), () => messages.return())
}
