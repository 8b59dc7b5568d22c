import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerOfCompany, authorizationAddress, codeIn, newUnderway, type Underway } from '../company-sign-in.ts'
import { companyPath } from '../../kernel/issuer-setting.ts'
import { makeTicket } from '../links.ts'
import { errorPage } from './pages.ts'
import type { SignInDoor } from './turn.ts'

/** Begins the state of a question that is no sign-in: a person who is signed in proves again to be there. */
const proving = 'prove'
const cookieName = 'devicetrail.prove'
const place = 'a proof under way'

/** How old the person's proof at its provider may be, in milliseconds. */
const freshness = 120_000

type Asked = FastifyRequest<{ Params: { company: string }; Querystring: Record<string, string | undefined> }>

const cookieOf = (publicUrl: string, value: string, seconds: number): string =>
  `${cookieName}=${value}; Path=${companyPath}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`

const refuse = (reply: FastifyReply): FastifyReply => reply.code(400).type('text/html; charset=utf-8').send(errorPage({ error: 'not_proved', description: null }))

const underwayOf = ({ secrets }: SignInDoor, { headers, query }: Asked): Underway | undefined => {
  const sealed = new RegExp(`(?:^|; )${cookieName}=([\\w.-]+)`).exec(headers.cookie ?? '')?.[1]
  if (sealed === undefined || !secrets.isSealed(sealed)) return undefined
  try {
    const underway = JSON.parse(secrets.open(sealed, place)) as Underway
    return underway.state === query['state'] ? underway : undefined
  } catch {
    // A cookie that this hub did not seal.
    return undefined
  }
}

const prove = (door: SignInDoor) => async (request: Asked, reply: FastifyReply): Promise<FastifyReply> => {
  const trusted = door.companies.find(({ issuer }) => issuer === request.query['issuer'])
  if (!trusted) return refuse(reply)
  const underway = newUnderway(trusted.issuer, proving)
  const location = await authorizationAddress(trusted, underway, door.publicUrl, true)
  return reply.header('set-cookie', cookieOf(door.publicUrl, door.secrets.seal(JSON.stringify(underway), place), 600)).redirect(location, 303)
}

/** The ticket goes behind the hash, which no server or log sees; the portal's page there hands it to the form that asked. */
const proved = async (door: SignInDoor, request: Asked, reply: FastifyReply): Promise<FastifyReply> => {
  const underway = underwayOf(door, request)
  const trusted = door.companies.find(({ issuer }) => issuer === underway?.issuer)
  if (!underway || !trusted) return refuse(reply)
  reply.header('set-cookie', cookieOf(door.publicUrl, '', 0))
  try {
    const { viewer, provedAt = 0 } = await answerOfCompany(door, trusted, underway, codeIn(trusted, request.params.company, request.query), { address: request.ip, requestId: request.id })
    if (Date.now() - provedAt > freshness) throw new Error('The provider did not ask the person again')
    return await reply.redirect(`/signed-again#${await makeTicket(door.graph, viewer.person)}`, 303)
  } catch (error) {
    request.log.warn({ err: error, issuer: trusted.issuer }, 'nobody proved to be there')
    return refuse(reply)
  }
}

/** Where companies' providers send people back to, and the proof again for a signature: `/sign-in/prove?issuer=…`. */
export const proveRoute = (app: FastifyInstance, door: SignInDoor): void => {
  app.get('/sign-in/prove', prove(door))
  app.get(`${companyPath}/:company`, async (request: Asked, reply) => {
    reply.header('cache-control', 'no-store')
    const [of = ''] = (request.query['state'] ?? '').split('.')
    if (of === proving) return proved(door, request, reply)
    // The sign-in's own cookie is good beneath its own address.
    return /^[\w-]{1,64}$/.test(of) ? reply.redirect(`/sign-in/${of}/back/${encodeURIComponent(request.params.company)}?${new URLSearchParams(request.query as Record<string, string>).toString()}`, 303) : refuse(reply)
  })
}
