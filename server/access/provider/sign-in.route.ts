import type { FastifyInstance, FastifyReply } from 'fastify'
import tokens from '../../../portal/app/styles/tokens.css?raw'
import { fromCompany, toCompany } from './company.screen.ts'
import { code, codeScreen, enrolScreen, kept, setUp } from './factor.screen.ts'
import { linkRoutes } from './link.route.ts'
import { errorPage } from './pages.ts'
import { demoChoice, firstPage, password } from './password.screen.ts'
import { proveRoute } from './prove.route.ts'
import { isGone } from './provider.ts'
import style from './sign-in.css?raw'
import { type Progress, type Screen, type SignInDoor, type SignInRequest, textOf, type Turn } from './turn.ts'
import { languageOf, wordsOf } from './words.ts'

const turnOf = async (door: SignInDoor, request: SignInRequest, reply: FastifyReply): Promise<Turn> => {
  const { uid, params, result } = await door.provider.current().interactionDetails(request.raw, reply.raw)
  const language = languageOf(request.query['lang'] ?? (textOf(params['ui_locales']) || undefined), request.headers['accept-language'])
  const other = language === 'zh' ? 'en' : 'zh'
  return { door, request, reply, uid, params, progress: result?.['progress'] as Progress | undefined, frame: { language, otherLanguage: `/sign-in/${uid}?lang=${other}` }, words: wordsOf(language) }
}

/** The page that the sign-in has come to. */
const opened: Screen = async (turn) => {
  const { progress } = turn
  if (progress?.step === 'code') return codeScreen(turn)
  if (progress?.step === 'enrol') return enrolScreen(turn, progress)
  return progress ? firstPage(turn) : demoChoice(turn)
}

/** The form of the page that the sign-in has come to. */
const submitted: Screen = (turn) => {
  const { progress } = turn
  if (progress?.step === 'code') return code(turn, progress)
  if (progress?.step === 'enrol') return setUp(turn, progress)
  return progress?.step === 'recovery' ? kept(turn, progress) : password(turn)
}

const answerWith = (door: SignInDoor, screen: Screen) => async (request: SignInRequest, reply: FastifyReply): Promise<FastifyReply> => {
  reply.header('cache-control', 'no-store')
  try {
    const answer = await screen(await turnOf(door, request, reply))
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
    proveRoute(scope, door)
    scope.get('/sign-in/:uid', answerWith(door, opened))
    scope.post('/sign-in/:uid', answerWith(door, submitted))
    scope.get('/sign-in/:uid/with/:company', answerWith(door, toCompany))
    scope.get('/sign-in/:uid/back/:company', answerWith(door, fromCompany))
  })
}
