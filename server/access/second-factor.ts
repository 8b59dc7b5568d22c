import { createHash, randomBytes } from 'node:crypto'
import type { Transactions } from '../kernel/graph.ts'
import { type Credential, takeRecoveryCode, takeStep } from './person.cypher.ts'
import type { Secrets } from './secrets.ts'
import { factsOf, isRole } from './roles.ts'
import { base32, totpStep } from './totp.ts'

/** Dashes, blanks and case are for the eye. */
const bare = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase()

export const hashOfRecoveryCode = (code: string): string => createHash('sha256').update(bare(code)).digest('base64url')

/** Ten codes of 80 bits for the day on which the authenticator is lost: shown once, each good once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => base32(randomBytes(10)).match(/.{4}/g)?.join('-') ?? '')

/** A maker's own teams must have a second factor; others may. The demo's people are on loopback, and are not asked. */
export const needsSecondFactor = ({ roles, demo, totpSecret }: Pick<Credential, 'roles' | 'demo' | 'totpSecret'>): boolean =>
  totpSecret !== null || !demo && roles.some((role) => isRole(role) && (factsOf(role).internal || role === 'OPERATOR'))

/** Whether the code is the authenticator's, or an unused recovery code. Each is good once, on all nodes together. */
export const isOneTimeCode = async (graph: Transactions, secrets: Secrets, { person, totpSecret }: Pick<Credential, 'person' | 'totpSecret'>, code: string): Promise<boolean> => {
  if (totpSecret === null) return false
  const step = totpStep(secrets.open(totpSecret, person), code, Date.now())
  const taken = await graph.write((writer) =>
    step === undefined ? writer.run(takeRecoveryCode, { person, hash: hashOfRecoveryCode(code) }) : writer.run(takeStep, { person, step }))
  return taken.length > 0
}
