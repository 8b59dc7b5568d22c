import { createHash, randomBytes } from 'node:crypto'
import type { Transactions, Writer } from '../kernel/graph.ts'
import type { FieldChange } from '../record/audit-row.ts'
import { recordCredential, type Where } from './credential-record.ts'
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

/** A maker's own teams and the operator must have a second factor; others may. The demo's people are on loopback, and need none. */
export const mustHaveFactor = ({ roles, demo }: Pick<Credential, 'roles' | 'demo'>): boolean =>
  !demo && roles.some((role) => isRole(role) && (factsOf(role).internal || role === 'OPERATOR'))

/** Whoever has one is asked for it. */
export const needsSecondFactor = (credential: Pick<Credential, 'roles' | 'demo' | 'totpSecret'>): boolean => credential.totpSecret !== null || mustHaveFactor(credential)

/** Takes a code, which is good once, on all nodes together. @returns what the record tells of it; undefined where it is not good */
const take = async (writer: Writer, person: string, code: string, step: number | undefined): Promise<FieldChange | undefined> => {
  if (step !== undefined) return (await writer.run(takeStep, { person, step })).length > 0 ? { field: 'authenticator', before: null, after: 'used' } : undefined
  const [used] = await writer.run(takeRecoveryCode, { person, hash: hashOfRecoveryCode(code) })
  return used && { field: 'recoveryCodes', before: String(used.left + 1), after: String(used.left) }
}

/** Whether the code is the authenticator's, or an unused recovery code; its use is on record. */
export const isOneTimeCode = async (graph: Transactions, secrets: Secrets, { person, organization, totpSecret }: Pick<Credential, 'person' | 'organization' | 'totpSecret'>, code: string, where: Where): Promise<boolean> => {
  if (totpSecret === null) return false
  const step = totpStep(secrets.open(totpSecret, person), code, Date.now())
  return graph.write(async (writer) => {
    const used = await take(writer, person, code, step)
    if (used) await recordCredential(writer, where, { actor: person, person, organization, action: 'USE_SECOND_FACTOR', changes: [used] })
    return used !== undefined
  })
}
