import { decodeJwt } from 'jose'
import type { KoaContextWithOIDC } from 'oidc-provider'
import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import type { Graph } from '../../kernel/graph.ts'
import { recordSignIn } from '../../record/sign-in-record.ts'
import { clientTried } from './client.cypher.ts'
import { certificateHeaders } from './configuration.ts'

export const addressOf = (request: IncomingMessage): string | null => {
  const forwarded = request.headers['x-devicetrail-address']
  return (Array.isArray(forwarded) ? forwarded[0] : forwarded) ?? request.socket.remoteAddress ?? null
}

export const requestOf = ({ headers }: IncomingMessage): string => String(headers['x-devicetrail-request'] ?? '')

const isBasic = ({ headers }: IncomingMessage): boolean => /^Basic /i.test(headers.authorization ?? '')

/** The client's id as a request for a token has it (RFC 6749 2.3.1, RFC 7523 3): also of one that the provider no longer knows. */
const clientNamed = ({ oidc, req }: KoaContextWithOIDC): string => {
  if (oidc.client) return oidc.client.clientId
  const { client_id: named, client_assertion: assertion } = oidc.params ?? {}
  if (typeof named === 'string') return named
  try {
    if (typeof assertion === 'string') return decodeJwt(assertion).sub ?? ''
    const header = /^Basic ([A-Za-z\d+/=]+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? ''
    return decodeURIComponent(Buffer.from(header, 'base64').toString().split(':')[0] ?? '')
  } catch {
    return ''
  }
}

/** By what it tried to prove itself, whatever the client is registered with. */
const methodTried = ({ oidc, req }: KoaContextWithOIDC): string => {
  const { client_assertion: assertion, client_secret: secret, code } = oidc.params ?? {}
  if (assertion !== undefined) return 'PRIVATE_KEY_JWT'
  if (secret !== undefined || isBasic(req)) return 'CLIENT_SECRET'
  if (req.headers[certificateHeaders.certificate] !== undefined) return 'MTLS'
  return code === undefined ? 'NONE' : 'CODE'
}

/** A system that did not prove itself, or a code that was not good. */
export const recordFailure = (graph: Graph, logger: Logger) => (context: KoaContextWithOIDC, { error }: { error: string }): void => {
  const { req } = context
  const recorded = async (): Promise<void> => {
    // A name that no system has may be somebody's secret: it is not kept.
    const clientId = clientNamed(context)
    const [tried] = clientId === '' ? [] : await graph.read(clientTried, { clientId })
    const whose = tried ? { person: tried.id, client: clientId, organization: tried.organization } : { person: null, client: null, organization: null }
    await recordSignIn({ ...whose, method: methodTried(context), address: addressOf(req), requestId: requestOf(req), graph, action: 'TOKEN_ISSUE', refused: tried?.active === false ? 'DEACTIVATED' : error.toUpperCase() })
  }
  recorded().catch((failed: unknown) => { logger.error({ err: failed, requestId: requestOf(req) }, 'a refused token request could not be recorded') })
}
