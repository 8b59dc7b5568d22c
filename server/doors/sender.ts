import type { IncomingMessage } from 'node:http'

/**
 * The sender of a request that opens a socket, which Fastify does not see: by the rule of its `request.ip`. The nearest
 * that is no trusted proxy; each of those names the one before it in X-Forwarded-For.
 */
export const senderOf = (isTrusted: (address: string) => boolean) => ({ headers, socket }: IncomingMessage): string | null => {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',').map((address) => address.trim()).filter((address) => address !== '')
  const named = [...forwarded, socket.remoteAddress ?? '']
  return (named.findLast((address) => !isTrusted(address)) ?? named[0]) || null
}
