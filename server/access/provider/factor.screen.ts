import { toSVG } from 'bwip-js/node'
import type { Credential } from '../person.cypher.ts'
import { enrol, tryCode } from '../sign-in.ts'
import { newTotpSecret, totpAddress } from '../totp.ts'
import { codePage, enrolPage, recoveryPage } from './pages.ts'
import { type Answer, finish, go, type Page, type Progress, recordFailed, textOf, type Turn, whereOf } from './turn.ts'

type Step<Name extends Progress['step']> = Extract<Progress, { step: Name }>

const statusOf = (problem: string | null): number => (problem === null ? 200 : 422)

export const codeScreen = ({ frame }: Turn, problem: string | null = null): Page => ({ status: statusOf(problem), body: codePage({ ...frame, problem }) })

/** The authenticator to be set up: its key as a picture and as text. */
export const enrolScreen = ({ door: { secrets }, frame }: Turn, { person, username, secret: sealed }: Step<'enrol'>, problem: string | null = null): Page => {
  const secret = secrets.open(sealed, person)
  return { status: statusOf(problem), body: enrolPage({ ...frame, problem }, { secret, picture: toSVG({ bcid: 'qrcode', text: totpAddress(secret, username) }) }) }
}

/** After the password: a code of the authenticator, or one is set up first. */
export const startFactor = async (turn: Turn, { person, username, organization }: Credential, next: 'code' | 'enrol'): Promise<Answer> => {
  if (next === 'code') {
    await go(turn, { progress: { step: 'code', person } satisfies Progress })
    return codeScreen(turn)
  }
  const progress = { step: 'enrol', person, username, organization, secret: turn.door.secrets.seal(newTotpSecret(), person) } as const
  await go(turn, { progress })
  return enrolScreen(turn, progress)
}

/** A code of the authenticator, or a recovery code. */
export const code = async (turn: Turn, { person }: Step<'code'>): Promise<Answer> => {
  const { door, request, words } = turn
  const step = await tryCode(door.graph, door.secrets, person, textOf(request.body['code']), whereOf(turn))
  if (step.next === 'in') return finish(turn, step.credential, 'PASSWORD_AND_CODE')
  if (step.next === 'wait' || step.next === 'wrong') await recordFailed(turn, 'PASSWORD_AND_CODE', step)
  return codeScreen(turn, step.next === 'wait' ? words.wait(Math.ceil(step.seconds / 60)) : words.wrongCode)
}

/** The first code of the new authenticator; then the recovery codes, shown once. */
export const setUp = async (turn: Turn, progress: Step<'enrol'>): Promise<Answer> => {
  const { door, request, words, frame } = turn
  const { person, organization, secret } = progress
  const step = await enrol(door.graph, door.secrets, { person, organization, secret: door.secrets.open(secret, person) }, textOf(request.body['code']), whereOf(turn))
  if (step.next !== 'enrolled') {
    await recordFailed(turn, 'PASSWORD_AND_CODE', step)
    return enrolScreen(turn, progress, step.next === 'wait' ? words.wait(Math.ceil(step.seconds / 60)) : words.wrongCode)
  }
  await go(turn, { progress: { step: 'recovery', person, organization } satisfies Progress })
  await door.factors.tell(person, 'SET')
  return { status: 200, body: recoveryPage({ ...frame, problem: null }, step.codes) }
}

/** The recovery codes are kept. */
export const kept = (turn: Turn, { person, organization }: Step<'recovery'>): Promise<Answer> => finish(turn, { person, organization }, 'PASSWORD_AND_CODE')
