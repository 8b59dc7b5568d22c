/** A message of the outbox, as it is told live. */
export interface FeedMessage {
  readonly id: string
  readonly at: string
  /** CloudEvents type. */
  readonly type: string
  /** Global id of what it is about. */
  readonly subject: string
  /** Id of the organization that it is for. */
  readonly organization: string
  /** JSON. */
  readonly data: string
}

/** The outbox as it grows, on every node, for subscriptions. */
export interface Feed {
  /** Messages of some types for an organization, as they are committed on any node, until the listener ends. */
  follow(types: readonly string[], organization: string): AsyncGenerator<FeedMessage, void, undefined>
}
