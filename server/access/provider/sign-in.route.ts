import { toSVG } from 'bwip-js/node'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import tokens from '../../../portal/app/styles/tokens.css?raw'
import { recordSignIn } from '../../record/sign-in-record.ts'
import { demoAccounts, demoPassword } from '../demo-accounts.ts'
import type { Credential } from '../person.cypher.ts'
import { enrol, type Step, tryCode, tryPassword } from '../sign-in.ts'
import { newTotpSecret, totpAddress } from '../totp.ts'
import { type LinkDoor, linkRoutes } from './link.route.ts'
import { codePage, enrolPage, errorPage, type Frame, recoveryPage, signInPage } from './pages.ts'
import { type EmbeddedProvider, isGone } from './provider.ts'
import style from './sign-in.css?raw'
import { languageOf, wordsOf, type Words } from './words.ts'

/** How far a sign-in has come; kept with the provider's own record of it. */
type Progress =
  | { readonly step: 'code'; readonly person: string }
  | { readonly step: 'enrol'; readonly person: string; readonly username: string; readonly organization: string | null; readonly secret: string }
  | { readonly step: 'recovery'; readonly person: string; readonly organization: string | null }

interface Page { readonly status: number; readonly body: string }

export interface SignInDoor extends LinkDoor {
  readonly provider: EmbeddedProvider
  readonly demo: boolean
}

interface Visit {
  readonly params: Readonly<Record<string, unknown>>
  readonly progress: Progress | undefined
  readonly frame: Omit<Frame, 'problem'>
  readonly words: Words
  readonly address: string
}

type SignInRequest = FastifyRequest<{ Params: { uid: string }; Querystring: { lang?: string }; Body: Record<string, string> }>

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const visitOf = async ({ provider }: SignInDoor, request: SignInRequest, reply: FastifyReply): Promise<Visit> => {
  const { params, result } = await provider.current().interactionDetails(request.raw, reply.raw)
  const language = languageOf(request.query.lang ?? (textOf(params['ui_locales']) || undefined), request.headers['accept-language'])
  const other = language === 'zh' ? 'en' : 'zh'
  return { params, progress: result?.['progress'] as Progress | undefined, frame: { language, otherLanguage: `?lang=${other}` }, words: wordsOf(language), address: request.ip }
}

const pictureOf = (progress: { secret: string; username: string }): string => toSVG({ bcid: 'qrcode', text: totpAddress(progress.secret, progress.username) })

const show = async ({ graph, demo }: SignInDoor, { params, progress, frame }: Visit, problem: string | null = null, username = textOf(params['login_hint'])): Promise<Page> => {
  const status = problem === null ? 200 : 422
  const framed = { ...frame, problem }
  if (progress?.step === 'code') return { status, body: codePage(framed) }
  if (progress?.step === 'enrol') return { status, body: enrolPage(framed, { secret: progress.secret, picture: pictureOf(progress) }) }
  const shown = demo ? { accounts: await graph.read(demoAccounts, {}), password: demoPassword } : null
  return { status, body: signInPage(framed, { username, demo: shown }) }
}

/** What the answer to a form is: a page, or a way on. */
type Answer = Page | { readonly location: string }

const go = async ({ provider }: SignInDoor, request: SignInRequest, reply: FastifyReply, result: object): Promise<Answer> =>
  ({ location: await provider.current().interactionResult(request.raw, reply.raw, { ...result }, { mergeWithLastSubmission: false }) })

const record = ({ graph }: SignInDoor, { ip: address, id: requestId }: SignInRequest, method: 'PASSWORD' | 'PASSWORD_AND_CODE', person: string | null, organization: string | null, refused: string | null): Promise<void> =>
  recordSignIn({ person, client: null, organization, address, requestId, graph, action: 'SIGN_IN', method, refused })

/** In: recorded before the session is given out. */
const finish = async (door: SignInDoor, request: SignInRequest, reply: FastifyReply, { person, organization }: Pick<Credential, 'person' | 'organization'>, amr: readonly string[]): Promise<Answer> => {
  await record(door, request, amr.includes('otp') ? 'PASSWORD_AND_CODE' : 'PASSWORD', person, organization, null)
  return go(door, request, reply, { login: { accountId: person, amr } })
}

const keep = async (door: SignInDoor, request: SignInRequest, reply: FastifyReply, visit: Visit, progress: Progress): Promise<Answer> => {
  await go(door, request, reply, { progress })
  return show(door, { ...visit, progress })
}

const refuse = (door: SignInDoor, visit: Visit, step: Step, wrong: string, username?: string): Promise<Page> =>
  show(door, visit, step.next === 'wait' ? visit.words.wait(Math.ceil(step.seconds / 60)) : wrong, username)

const startFactor = (credential: Credential, next: 'code' | 'enrol'): Progress => {
  const { person, username, organization } = credential
  return next === 'code' ? { step: 'code', person } : { step: 'enrol', person, username, organization, secret: newTotpSecret() }
}

const password: Handler = async (door, request, reply, visit) => {
  const username = textOf(request.body['username'])
  const step = await tryPassword(door.graph, { username, address: visit.address }, textOf(request.body['password']))
  if (step.next === 'wait' || step.next === 'wrong') {
    await record(door, request, 'PASSWORD', null, null, step.next === 'wait' ? 'THROTTLED' : 'BAD_CREDENTIALS')
    return refuse(door, visit, step, visit.words.wrong, username)
  }
  if (step.next === 'in') return finish(door, request, reply, step.credential, ['pwd'])
  return keep(door, request, reply, visit, startFactor(step.credential, step.next))
}

const code = async (door: SignInDoor, request: SignInRequest, reply: FastifyReply, visit: Visit, person: string): Promise<Answer> => {
  const step = await tryCode(door.graph, person, textOf(request.body['code']), visit.address)
  if (step.next === 'in') return finish(door, request, reply, step.credential, ['pwd', 'otp'])
  await record(door, request, 'PASSWORD_AND_CODE', person, null, step.next === 'wait' ? 'THROTTLED' : 'BAD_CREDENTIALS')
  return refuse(door, visit, step, visit.words.wrongCode)
}

const setUp = async (door: SignInDoor, request: SignInRequest, reply: FastifyReply, visit: Visit, { person, organization, secret }: { person: string; organization: string | null; secret: string }): Promise<Answer> => {
  const codes = await enrol(door.graph, person, secret, textOf(request.body['code']))
  if (!codes) return show(door, visit, visit.words.wrongCode)
  await go(door, request, reply, { progress: { step: 'recovery', person, organization } satisfies Progress })
  return { status: 200, body: recoveryPage({ ...visit.frame, problem: null }, codes) }
}

type Handler = (door: SignInDoor, request: SignInRequest, reply: FastifyReply, visit: Visit) => Promise<Answer>

const submitted: Handler = (door, request, reply, visit) => {
  const { progress } = visit
  if (progress?.step === 'code') return code(door, request, reply, visit, progress.person)
  if (progress?.step === 'enrol') return setUp(door, request, reply, visit, progress)
  if (progress?.step === 'recovery') return finish(door, request, reply, progress, ['pwd', 'otp'])
  return password(door, request, reply, visit)
}

/** In the demo, one click in the portal is enough to be somebody else: the portal names the account, whose password the world knows. */
const opened: Handler = async (door, request, reply, visit) => {
  const username = textOf(visit.params['demo'])
  if (!door.demo || username === '' || visit.progress) return show(door, visit)
  const step = await tryPassword(door.graph, { username, address: visit.address }, demoPassword)
  return step.next === 'in' ? finish(door, request, reply, step.credential, ['pwd']) : show(door, visit, null, username)
}

const answerWith = (door: SignInDoor, handler: Handler) => async (request: SignInRequest, reply: FastifyReply): Promise<FastifyReply> => {
  reply.header('cache-control', 'no-store')
  try {
    const answer = await handler(door, request, reply, await visitOf(door, request, reply))
    return 'location' in answer ? reply.redirect(answer.location, 303) : reply.code(answer.status).type('text/html; charset=utf-8').send(answer.body)
  } catch (error) {
    if (!isGone(error)) throw error
    return reply.code(400).type('text/html; charset=utf-8').send(errorPage({ error: 'sign_in_expired', description: null }))
  }
}

/** The pages between the provider and the portal: `/sign-in/{uid}`. */
export const signInRoute = async (app: FastifyInstance, door: SignInDoor): Promise<void> => {
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 16_384 }, (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))))
    scope.get('/sign-in/style.css', async (_request, reply) => reply.header('cache-control', 'max-age=300').type('text/css; charset=utf-8').send(`${tokens}\n${style}`))
    linkRoutes(scope, door)
    scope.get('/sign-in/:uid', answerWith(door, opened))
    scope.post('/sign-in/:uid', answerWith(door, submitted))
  })
}
