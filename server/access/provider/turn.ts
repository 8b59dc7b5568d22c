import type { FastifyReply, FastifyRequest } from 'fastify'
import { recordSignIn } from '../../record/sign-in-record.ts'
import type { Factors } from '../../kernel/factors.ts'
import type { Underway } from '../company-sign-in.ts'
import type { TrustedIssuer } from '../issuers.ts'
import type { Where } from '../credential-record.ts'
import type { Credential } from '../person.cypher.ts'
import type { Secrets } from '../secrets.ts'
import type { Step } from '../sign-in.ts'
import type { LinkDoor } from './link.route.ts'
import type { Frame } from './pages.ts'
import type { EmbeddedProvider } from './provider.ts'
import type { Words } from './words.ts'

/** How far a sign-in has come; kept with the provider's own record of it. */
export type Progress =
  | { readonly step: 'code'; readonly person: string }
  /** `secret` is sealed: the graph holds it meanwhile. */
  | { readonly step: 'enrol'; readonly person: string; readonly username: string; readonly organization: string | null; readonly secret: string }
  | { readonly step: 'recovery'; readonly person: string; readonly organization: string | null }
  | { readonly step: 'company'; readonly underway: Underway }

export interface SignInDoor extends LinkDoor {
  readonly provider: EmbeddedProvider
  readonly demo: boolean
  readonly secrets: Secrets
  readonly factors: Pick<Factors, 'tell'>
  /** Companies' providers at which people sign in. */
  readonly companies: readonly TrustedIssuer[]
}

export type SignInRequest = FastifyRequest<{ Params: { uid: string; company: string }; Querystring: Record<string, string | undefined>; Body: Record<string, string> }>

/** One request of a sign-in under way, with what is known of it. */
export interface Turn {
  readonly door: SignInDoor
  readonly request: SignInRequest
  readonly reply: FastifyReply
  readonly uid: string
  readonly params: Readonly<Record<string, unknown>>
  readonly progress: Progress | undefined
  readonly frame: Omit<Frame, 'problem'>
  readonly words: Words
}

export interface Page { readonly status: number; readonly body: string }

/** What a turn is answered with: a page, or a way on. */
export type Answer = Page | { readonly location: string }

export type Screen = (turn: Turn) => Promise<Answer>

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Hands a result to the provider, which says where to go on. */
export const go = async ({ door, request, reply }: Turn, result: object): Promise<Answer> =>
  ({ location: await door.provider.current().interactionResult(request.raw, reply.raw, { ...result }, { mergeWithLastSubmission: false }) })

type Method = 'PASSWORD' | 'PASSWORD_AND_CODE' | 'EXTERNAL'

export const record = ({ door: { graph }, request: { ip: address, id: requestId } }: Turn, method: Method, person: string | null, organization: string | null, refused: string | null): Promise<void> =>
  recordSignIn({ person, client: null, organization, address, requestId, graph, action: 'SIGN_IN', method, refused })

/** A try that failed, with the account that it was at, so that its organization's administrators find it. */
export const recordFailed = (turn: Turn, method: Method, { next, tried }: Extract<Step, { next: 'wait' | 'wrong' }>): Promise<void> =>
  record(turn, method, tried?.person ?? null, tried?.organization ?? null, next === 'wait' ? 'THROTTLED' : tried?.active === false ? 'DEACTIVATED' : 'BAD_CREDENTIALS')

export const whereOf = ({ request: { ip: address, id: requestId } }: Turn): Where => ({ address, requestId })

const proofs = { PASSWORD: ['pwd'], PASSWORD_AND_CODE: ['pwd', 'otp'], EXTERNAL: ['ext'] } as const satisfies Record<Method, readonly string[]>

/** In: recorded before the session is given out. */
export const finish = async (turn: Turn, { person, organization }: Pick<Credential, 'person' | 'organization'>, method: Method): Promise<Answer> => {
  await record(turn, method, person, organization, null)
  return go(turn, { login: { accountId: person, amr: proofs[method] } })
}
