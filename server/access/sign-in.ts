import type { Graph } from '../kernel/graph.ts'
import { isPassword } from './password.ts'
import { type Credential, credentialByUsername, credentialOfPerson, saveSecondFactor } from './person.cypher.ts'
import { hashOfRecoveryCode, isOneTimeCode, needsSecondFactor, newRecoveryCodes } from './second-factor.ts'
import type { Secrets } from './secrets.ts'
import { begin, succeed } from './throttle.ts'
import { totpStep } from './totp.ts'

/** What comes next after a step of the sign-in. */
export type Step =
  | { readonly next: 'wait'; readonly seconds: number }
  | { readonly next: 'wrong' }
  /** Known; a code of the authenticator is still to come, or an authenticator is to be set up first. */
  | { readonly next: 'code' | 'enrol' | 'in'; readonly credential: Credential }

export interface Attempt {
  readonly username: string
  /** Where it comes from; null where that is not known. */
  readonly address: string | null
}

const nameOf = (username: string): string => username.trim().toLowerCase()

const after = (credential: Credential): Step => {
  if (!needsSecondFactor(credential)) return { next: 'in', credential }
  return { next: credential.totpSecret === null ? 'enrol' : 'code', credential }
}

/** The first step: username and password. An unknown name, a wrong password and a deactivated account look alike, and take as long. */
export const tryPassword = async (graph: Graph, attempt: Attempt, password: string): Promise<Step> => {
  const username = nameOf(attempt.username)
  const tries = { account: username, address: attempt.address }
  const seconds = await begin(graph, tries)
  if (seconds > 0) return { next: 'wait', seconds }
  const [credential] = await graph.read(credentialByUsername, { username })
  const known = await isPassword(password, credential?.active ? credential.password : null)
  if (!credential || !known) return { next: 'wrong' }
  const step = after(credential)
  if (step.next === 'in') await succeed(graph, tries)
  return step
}

const credentialOf = async (graph: Graph, person: string): Promise<Credential> => {
  const [credential] = await graph.read(credentialOfPerson, { person })
  if (!credential) throw new Error(`No credential of ${person}, who gave a password a moment ago`)
  return credential
}

/** The second step: a code of the authenticator, or a recovery code. */
export const tryCode = async (graph: Graph, secrets: Secrets, person: string, code: string, address: string | null): Promise<Step> => {
  const credential = await credentialOf(graph, person)
  const tries = { account: credential.username, address }
  const seconds = await begin(graph, tries)
  if (seconds > 0) return { next: 'wait', seconds }
  if (!credential.active || !await isOneTimeCode(graph, secrets, credential, code)) return { next: 'wrong' }
  await succeed(graph, tries)
  return { next: 'in', credential }
}

/**
 * Sets up an authenticator whose secret the person has just got, once it shows the right code.
 * @returns the recovery codes, to be shown once; undefined where the code is not right
 */
export const enrol = async (graph: Graph, secrets: Secrets, person: string, secret: string, code: string): Promise<readonly string[] | undefined> => {
  const step = totpStep(secret, code, Date.now())
  if (step === undefined) return undefined
  const codes = newRecoveryCodes()
  await graph.write((writer) => writer.run(saveSecondFactor, { person, secret: secrets.seal(secret, person), step, recoveryCodes: codes.map(hashOfRecoveryCode) }))
  return codes
}
