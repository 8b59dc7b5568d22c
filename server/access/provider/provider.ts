import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose'
import { errors, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Graph } from '../../kernel/graph.ts'
import type { Secrets } from '../secrets.ts'
import { recordSignIn } from '../../record/sign-in-record.ts'
import { noteClientUse, noteSessionUse } from './client.cypher.ts'
import { hashOfSecret } from './adapter.ts'
import { configurationOf, originsOf, type ProviderSetup } from './configuration.ts'
import { signingKids } from './key.cypher.ts'
import { loadKeys } from './keys.ts'
import { addressOf, recordFailure, requestOf } from './refused-token.ts'

export interface EmbeddedProvider {
  readonly publicUrl: string
  /** The provider with the newest keys: ask for it anew for each request. */
  current(): Provider
  /** Answers a request to one of the provider's own addresses. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The public key that a token's header names. */
  readonly keyOf: JWTVerifyGetKey
  /** Takes new keys where there are any; the clock calls it each second. */
  poll(): Promise<void>
}

const onToken = (graph: Graph): ProviderSetup['onToken'] => async ({ req, oidc }, { sessionUid }) => {
  const at = new Date().toISOString()
  const clientId = oidc.client?.clientId ?? ''
  const address = addressOf(req)
  if (sessionUid !== undefined) {
    await graph.write((writer) => writer.run(noteSessionUse, { uid: sessionUid, at, address, agent: req.headers['user-agent']?.slice(0, 300) ?? null }))
    return
  }
  const [used] = await graph.write((writer) => writer.run(noteClientUse, { clientId, at }))
  if (used) await recordSignIn({ person: used.id, client: clientId, organization: used.organization, address, requestId: requestOf(req), graph, action: 'TOKEN_ISSUE', method: methods[used.authentication], refused: null })
}

const methods = { client_secret_basic: 'CLIENT_SECRET', private_key_jwt: 'PRIVATE_KEY_JWT', tls_client_auth: 'MTLS' } as const

/** Only the sum of a secret is kept, so the sums are compared. */
const compareBySum = ({ Client }: Provider): void => {
  const compare = Client.prototype.compareClientSecret
  Client.prototype.compareClientSecret = function compareClientSecret(actual: string) {
    return compare.call(this, hashOfSecret(actual))
  }
}

/** The provider is told its own address, since behind a proxy the request does not say it. */
const asAt = (request: IncomingMessage, publicUrl: URL): void => {
  request.headers['x-forwarded-proto'] = publicUrl.protocol.slice(0, -1)
}

/** The provider would answer the pages of every origin what needs no secret, and more; here nobody's pages ask but the hub's own. */
const closeToOthers = (publicUrl: string) => async (context: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
  await next()
  if (originsOf(publicUrl).includes(context.get('origin'))) return
  for (const name of Object.keys(context.response.headers)) if (name.startsWith('access-control-')) context.remove(name)
}

const build = async (graph: Graph, secrets: Secrets, publicUrl: string, logger: Logger) => {
  const keys = await loadKeys(graph, secrets)
  const provider = new Provider(publicUrl, configurationOf({ graph, publicUrl, keys, onToken: onToken(graph) }))
  provider.proxy = true
  compareBySum(provider)
  provider.on('grant.error', recordFailure(graph, logger))
  provider.on('server_error', ({ req }, error) => { logger.error({ err: error, requestId: requestOf(req) }, 'the sign-in provider failed') })
  provider.use(closeToOthers(publicUrl))
  const publicKeys = keys.jwks.map(({ d: _, ...jwk }) => jwk)
  return { provider, answer: provider.callback(), keyOf: createLocalJWKSet({ keys: publicKeys }), kids: publicKeys.map(({ kid }) => kid ?? '') }
}

/** Whether the provider says that a sign-in is no longer under way. */
export const isGone = (error: unknown): boolean => error instanceof errors.SessionNotFound

/** The hub's own OpenID Connect provider, at the hub's own address. */
export const openProvider = async (graph: Graph, secrets: Secrets, publicUrl: string, logger: Logger): Promise<EmbeddedProvider> => {
  const address = new URL(publicUrl)
  let built = await build(graph, secrets, publicUrl, logger)
  let looked = 0
  const poll = async (): Promise<void> => {
    looked = Date.now()
    const [row] = await graph.read(signingKids, {})
    const kids = row?.kids ?? []
    if (kids.length !== built.kids.length || kids.some((kid) => !built.kids.includes(kid))) built = await build(graph, secrets, publicUrl, logger)
  }
  const keyOf: JWTVerifyGetKey = async (header, token) => {
    // Another node may have signed with a key that is younger than this node's last look. Invented names do not make it look more often.
    if (!built.kids.includes(header.kid ?? '') && Date.now() - looked > 250) await poll()
    return built.keyOf(header, token)
  }
  return {
    publicUrl,
    current: () => built.provider,
    answer: async (request, response) => {
      asAt(request, address)
      await built.answer(request, response)
    },
    keyOf,
    poll,
  }
}
