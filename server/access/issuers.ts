import { createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import type { IssuerSetting } from '../kernel/issuer-setting.ts'

/** Somebody whose word on who asks is taken, for the organizations that it may speak for. */
export interface TrustedIssuer extends Omit<IssuerSetting, 'jwks' | 'jwksUri'> {
  /** The key that a token's header names; asks the issuer again for one that it does not know. */
  readonly keyOf: JWTVerifyGetKey
}

const patience = 5_000

/** What an issuer says of itself (OpenID Connect Discovery 1.0, section 4). */
export interface Discovered {
  readonly issuer: string
  readonly jwks_uri: string
  readonly authorization_endpoint?: string
  readonly token_endpoint?: string
}

export const discover = async (issuer: string): Promise<Discovered> => {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(patience), redirect: 'error' })
  const found = (await response.json()) as Partial<Discovered>
  if (!response.ok || found.issuer !== issuer || !found.jwks_uri) throw new Error(`${issuer} describes itself as ${String(found.issuer)} (status ${response.status}): its keys are not taken`)
  return { ...found, issuer, jwks_uri: found.jwks_uri }
}

const remoteKeys = (address: URL): JWTVerifyGetKey => createRemoteJWKSet(address, { timeoutDuration: patience, cooldownDuration: 2_000 })

/** Discovery waits for the first token, so that a company's provider that is away does not keep the hub from starting. */
const discovered = (issuer: string): JWTVerifyGetKey => {
  let keys: Promise<JWTVerifyGetKey> | undefined
  return async (header, token) => {
    keys ??= discover(issuer).then(({ jwks_uri: address }) => remoteKeys(new URL(address)))
    try {
      return (await keys)(header, token)
    } catch (error) {
      keys = undefined
      throw error
    }
  }
}

const keysOf = ({ issuer, jwks, jwksUri }: IssuerSetting): JWTVerifyGetKey => {
  if (jwks) return createLocalJWKSet(jwks as Parameters<typeof createLocalJWKSet>[0])
  return jwksUri ? remoteKeys(new URL(jwksUri)) : discovered(issuer)
}

/** A company's own provider, as the setting OIDC_ISSUERS tells of it. */
export const trusted = (setting: IssuerSetting): TrustedIssuer => ({ ...setting, keyOf: keysOf(setting) })
