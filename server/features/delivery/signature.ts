import { createHmac, randomBytes } from 'node:crypto'

/** Standard Webhooks asks for 24 to 64 bytes. */
const secretBytes = 32
const prefix = 'whsec_'

/** A new secret for one endpoint, as `whsec_` and base64. */
export const newSecret = (): string => `${prefix}${randomBytes(secretBytes).toString('base64')}`

export interface Signed {
  /** The same whenever the same message is sent again: receivers know a repetition by it. */
  readonly id: string
  /** When this attempt is made. */
  readonly at: Date
  readonly body: string
}

const signedBy = (secret: string, text: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64')).update(text).digest('base64')}`

/**
 * The three headers of Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, one signature for each secret, so that a
 * receiver may hold either while they are replaced.
 */
export const signedHeaders = ({ id, at, body }: Signed, secrets: readonly string[]): Record<string, string> => {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': secrets.map((secret) => signedBy(secret, `${id}.${timestamp}.${body}`)).join(' ') }
}
