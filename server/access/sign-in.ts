import type { Graph } from '../kernel/graph.ts'
import { recordCredential, type Where } from './credential-record.ts'
import { isPassword } from './password.ts'
import { type Credential, credentialByUsername, credentialOfPerson, saveSecondFactor } from './person.cypher.ts'
import { hashOfRecoveryCode, isOneTimeCode, needsSecondFactor, newRecoveryCodes } from './second-factor.ts'
import type { Secrets } from './secrets.ts'
import { begin, succeed } from './throttle.ts'
import { totpStep } from './totp.ts'

/** Whose account was tried, where the name is one's; the page does not tell. */
export type Tried = Pick<Credential, 'person' | 'organization' | 'active'>

/** What comes next after a step of the sign-in. */
export type Step =
  | { readonly next: 'wait'; readonly seconds: number; readonly tried: Tried | null }
  | { readonly next: 'wrong'; readonly tried: Tried | null }
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
  const [credential] = await graph.read(credentialByUsername, { username })
  const tried = credential ?? null
  if (seconds > 0) return { next: 'wait', seconds, tried }
  const known = await isPassword(password, credential?.active ? credential.password : null)
  if (!credential || !known) return { next: 'wrong', tried }
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
export const tryCode = async (graph: Graph, secrets: Secrets, person: string, code: string, where: Where): Promise<Step> => {
  const credential = await credentialOf(graph, person)
  const tries = { account: credential.username, address: where.address }
  const seconds = await begin(graph, tries)
  if (seconds > 0) return { next: 'wait', seconds, tried: credential }
  if (!credential.active || !await isOneTimeCode(graph, secrets, credential, code, where)) return { next: 'wrong', tried: credential }
  await succeed(graph, tries)
  return { next: 'in', credential }
}

/** Whose authenticator is set up; `secret` is not sealed. */
export interface Enrolling extends Pick<Credential, 'person' | 'organization'> {
  readonly secret: string
}

/** Codes: to be shown once. */
export type Enrolled = { readonly next: 'enrolled'; readonly codes: readonly string[] } | Extract<Step, { next: 'wait' | 'wrong' }>

/** Sets up an authenticator whose secret the person has just got, once it shows the right code; a wrong one counts as any try. */
export const enrol = async (graph: Graph, secrets: Secrets, { person, organization, secret }: Enrolling, code: string, where: Where): Promise<Enrolled> => {
  const tried = await credentialOf(graph, person)
  const tries = { account: tried.username, address: where.address }
  const seconds = await begin(graph, tries)
  if (seconds > 0) return { next: 'wait', seconds, tried }
  const step = totpStep(secret, code, Date.now())
  if (!tried.active || step === undefined) return { next: 'wrong', tried }
  const codes = newRecoveryCodes()
  await graph.write(async (writer) => {
    await writer.run(saveSecondFactor, { person, secret: secrets.seal(secret, person), step, recoveryCodes: codes.map(hashOfRecoveryCode) })
    await recordCredential(writer, where, { actor: person, person, organization, action: 'SET_SECOND_FACTOR', changes: [{ field: 'authenticator', before: null, after: 'set' }, { field: 'recoveryCodes', before: null, after: String(codes.length) }] })
  })
  await succeed(graph, tries)
  return { next: 'enrolled', codes }
}
