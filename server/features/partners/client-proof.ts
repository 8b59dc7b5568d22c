import { randomBytes } from 'node:crypto'
import { importJWK, type JWK } from 'jose'
import { hashOfSecret } from '../../access/provider/adapter.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { ClientProof } from './api-client.cypher.ts'

const bad = (message: string): Refusal => new Refusal('INVALID_INPUT', message, ['jwks'])

/** The algorithm that a key is tried with: of each type that the provider takes signatures of, one. */
const algorithmOf = ({ kty, crv }: JWK): string | undefined => {
  if (kty === 'EC') return crv === 'P-256' ? 'ES256' : undefined
  return kty === 'RSA' ? 'PS256' : kty === 'OKP' ? 'EdDSA' : undefined
}

const checkKey = async (key: JWK): Promise<void> => {
  const algorithm = algorithmOf(key)
  if (algorithm === undefined) throw bad('Give keys for ES256, PS256, RS256 or EdDSA.')
  if ('d' in key) throw bad('Give public keys alone: this one has its private part. Take a new one.')
  await importJWK(key, algorithm).catch(() => Promise.reject(bad('One of the keys cannot be read.')))
}

const keysIn = (jwks: string): JWK[] => {
  try {
    const { keys } = JSON.parse(jwks) as { keys?: unknown }
    return Array.isArray(keys) ? (keys as unknown[]).filter((key): key is JWK => typeof key === 'object' && key !== null) : []
  } catch {
    return []
  }
}

/**
 * What a client is to prove itself by from now on: the given public keys, or a new secret of 256 random bits.
 * @returns the secret apart, since it is shown once and not kept
 * @throws Refusal INVALID_INPUT where the keys cannot be used
 */
export const newProof = async (jwks: string | null | undefined): Promise<{ proof: ClientProof; secret: string | null }> => {
  if (jwks === null || jwks === undefined) {
    const secret = randomBytes(32).toString('base64url')
    return { proof: { authentication: 'client_secret_basic', secretHash: hashOfSecret(secret), jwks: null }, secret }
  }
  const keys = keysIn(jwks)
  if (keys.length === 0 || keys.length > 10) throw bad('Give a JSON Web Key Set with 1 to 10 keys.')
  await Promise.all(keys.map(checkKey))
  return { proof: { authentication: 'private_key_jwt', secretHash: null, jwks: JSON.stringify({ keys }) }, secret: null }
}
