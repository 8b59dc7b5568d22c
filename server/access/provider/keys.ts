import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { randomBytes } from 'node:crypto'
import type { Graph } from '../../kernel/graph.ts'
import type { Secrets } from '../secrets.ts'
import { addFirstSigningKey, addSigningKey, removeSigningKeys, signingKeys, type StoredKey } from './key.cypher.ts'

export interface Keys {
  /** Private, newest first. */
  readonly jwks: readonly JWK[]
  readonly cookieSecrets: readonly string[]
}

const newKey = async (secrets: Secrets): Promise<StoredKey> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const kid = randomBytes(12).toString('base64url')
  const jwk = JSON.stringify({ ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' })
  return { kid, jwk: secrets.seal(jwk, kid), cookieSecret: secrets.seal(randomBytes(32).toString('base64url'), kid), createdAt: new Date().toISOString() }
}

/** The provider's keys; made where there are none yet. */
export const loadKeys = async (graph: Graph, secrets: Secrets): Promise<Keys> => {
  const read = (): Promise<StoredKey[]> => graph.read(signingKeys, {})
  let stored = await read()
  if (stored.length === 0) {
    const first = await newKey(secrets)
    await graph.write((writer) => writer.run(addFirstSigningKey, first))
    stored = await read()
  }
  return {
    jwks: stored.map(({ kid, jwk }) => JSON.parse(secrets.open(jwk, kid)) as JWK),
    cookieSecrets: stored.map(({ kid, cookieSecret }) => secrets.open(cookieSecret, kid)),
  }
}

/** A key that was replaced verifies for a day more: longer than any token or session that it signed. */
const keptFor = 24 * 3_600_000

/** Makes a new key: within a second every node signs with it, and tokens of the old one stay good until they expire. @returns the new key's id */
export const rotateSigningKey = async (graph: Graph, secrets: Secrets): Promise<string> => {
  const key = await newKey(secrets)
  const before = new Date(Date.now() - keptFor).toISOString()
  await graph.write(async (writer) => {
    await writer.run(addSigningKey, key)
    await writer.run(removeSigningKeys, { before })
  })
  return key.kid
}
