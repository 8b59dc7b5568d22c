import { randomBytes } from 'node:crypto'
import { calculateJwkThumbprint, importJWK, type JWK } from 'jose'
import { hashOfSecret } from '../../access/provider/adapter.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { ClientProof } from './api-client.cypher.ts'

const bad = (message: string, field = 'jwks'): Refusal => new Refusal('INVALID_INPUT', message, [field])

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

const attribute = String.raw`[A-Za-z0-9][A-Za-z0-9.-]*=(?:[^,+"\\<>;\P{ASCII}\p{Cc}]|\\[\x20-\x7e])+`
/** A name of RFC 4514, as `CN=his.example,O=Example`: the proxy's word is compared with it to the letter, and headers are ASCII. */
const distinguishedName = new RegExp(`^${attribute}(?:[,+]${attribute})*$`, 'u')

const bySecret = (): NewProof => {
  const secret = randomBytes(32).toString('base64url')
  return { proof: { authentication: 'client_secret_basic', secretHash: hashOfSecret(secret), jwks: null, certificateSubject: null }, secret }
}

const byKeys = async (jwks: string): Promise<NewProof> => {
  const keys = keysIn(jwks)
  if (keys.length === 0 || keys.length > 10) throw bad('Give a JSON Web Key Set with 1 to 10 keys.')
  await Promise.all(keys.map(checkKey))
  return { proof: { authentication: 'private_key_jwt', secretHash: null, jwks: JSON.stringify({ keys }), certificateSubject: null }, secret: null }
}

const byCertificate = (certificateSubject: string): NewProof => {
  if (certificateSubject.length > 500 || !distinguishedName.test(certificateSubject)) throw bad('Give the subject as RFC 4514 writes it, as CN=his.example,O=Example; bytes beyond ASCII as \\E6.', 'certificateSubject')
  return { proof: { authentication: 'tls_client_auth', secretHash: null, jwks: null, certificateSubject }, secret: null }
}

export interface GivenProof {
  readonly jwks?: string | null
  readonly certificateSubject?: string | null
}

interface NewProof {
  readonly proof: ClientProof
  readonly secret: string | null
}

/**
 * What a client is to prove itself by from now on: the given public keys, the subject of its certificate, or a new
 * secret of 256 random bits.
 * @returns the secret apart, since it is shown once and not kept
 * @throws Refusal INVALID_INPUT where what is given cannot be used, or is two ways at once
 */
export const newProof = async ({ jwks, certificateSubject }: GivenProof): Promise<NewProof> => {
  if (typeof jwks === 'string' && typeof certificateSubject === 'string') throw bad('Give keys or the subject of a certificate, not both.', 'certificateSubject')
  if (typeof jwks === 'string') return byKeys(jwks)
  return typeof certificateSubject === 'string' ? byCertificate(certificateSubject) : bySecret()
}

/** What the record says of public keys: their thumbprints (RFC 7638), which are the same however the keys are written. */
export const thumbprintsOf = async (jwks: string | null): Promise<string | null> =>
  jwks === null ? null : (await Promise.all(keysIn(jwks).map((key) => calculateJwkThumbprint(key)))).join(' ')
