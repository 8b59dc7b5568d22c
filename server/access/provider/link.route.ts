import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Graph } from '../../kernel/graph.ts'
import { personToRemind } from '../link.cypher.ts'
import { makeResetLink, ownerOf, setPasswordBy } from '../links.ts'
import { resetMail, type SendMail } from '../mail.ts'
import { faultOf } from '../new-password.ts'
import type { Where } from '../credential-record.ts'
import { begin } from '../throttle.ts'
import { html } from './html.ts'
import { type Frame, noticePage, problemOf, page } from './pages.ts'
import { languageOf, wordsOf } from './words.ts'

export interface LinkDoor {
  readonly graph: Graph
  readonly publicUrl: string
  readonly send: SendMail
}

type Form = Record<string, string>

const send = (reply: FastifyReply, body: string, status = 200): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(body)

const passwordPage = ({ language, otherLanguage, problem }: Frame, username: string): string => {
  const words = wordsOf(language)
  return page(words, { title: words.linkTitle, otherLanguage }, html`<h1>${words.linkTitle}</h1><p>${words.linkText}</p>${problemOf(problem)}
<form method="post">
<label for="username">${words.username}</label><input id="username" value="${username}" autocomplete="username" readonly>
<label for="password">${words.newPassword}</label><input id="password" name="password" type="password" autocomplete="new-password" minlength="12" maxlength="200" required autofocus>
<label for="again">${words.again}</label><input id="again" name="again" type="password" autocomplete="new-password" maxlength="200" required>
<button>${words.set}</button>
</form>`)
}

const forgottenPage = ({ language, otherLanguage, problem }: Frame): string => {
  const words = wordsOf(language)
  return page(words, { title: words.forgottenTitle, otherLanguage }, html`<h1>${words.forgottenTitle}</h1><p>${words.forgottenText}</p>${problemOf(problem)}
<form method="post"><label for="username">${words.username}</label><input id="username" name="username" autocomplete="username" autocapitalize="none" required maxlength="200" autofocus><button>${words.send}</button></form>`)
}

/** Sends a link where there is such an account, after the answer: the time that it takes tells nothing. */
const remind = async ({ graph, publicUrl, send: sendMail }: LinkDoor, username: string, where: Where): Promise<void> => {
  const [found] = await graph.read(personToRemind, { username: username.trim().toLowerCase() })
  if (!found) return
  const path = await makeResetLink(graph, found, where)
  await sendMail(resetMail(found.email, path, publicUrl))
}

type Query = { lang?: string }

const frameOf = (query: Query, preferred: string | undefined, problem: string | null = null): Frame => {
  const language = languageOf(query.lang, preferred)
  return { language, otherLanguage: `?lang=${language === 'zh' ? 'en' : 'zh'}`, problem }
}

/** The pages behind the links of an invitation or a forgotten password. */
export const linkRoutes = (scope: FastifyInstance, door: LinkDoor): void => {
  const { graph } = door

  scope.get<{ Params: { secret: string }; Querystring: Query }>('/sign-in/link/:secret', async ({ params, query, headers }, reply) => {
    const frame = frameOf(query, headers['accept-language'])
    const words = wordsOf(frame.language)
    const owner = await ownerOf(graph, params.secret)
    return owner ? send(reply, passwordPage(frame, owner.username)) : send(reply, noticePage(frame.language, words.linkTitle, html`<p class="problem">${words.linkGone}</p>`, { href: '/', word: words.home }), 410)
  })

  scope.post<{ Params: { secret: string }; Querystring: Query; Body: Form }>('/sign-in/link/:secret', async ({ params, query, headers, body, ip, id }, reply) => {
    const frame = frameOf(query, headers['accept-language'])
    const words = wordsOf(frame.language)
    const owner = await ownerOf(graph, params.secret)
    const { password = '', again } = body
    const fault = owner && faultOf(password, owner.username)
    const problem = fault ? words[fault] : (password === again ? null : words.different)
    if (owner && problem !== null) return send(reply, passwordPage({ ...frame, problem }, owner.username), 422)
    const done = owner !== undefined && await setPasswordBy(graph, params.secret, password, { address: ip, requestId: id })
    return done
      ? send(reply, noticePage(frame.language, words.linkTitle, html`<p class="done" role="status">${words.done}</p>`, { href: '/', word: words.toSignIn }))
      : send(reply, noticePage(frame.language, words.linkTitle, html`<p class="problem">${words.linkGone}</p>`, { href: '/', word: words.home }), 410)
  })

  scope.get<{ Querystring: Query }>('/sign-in/forgotten', async ({ query, headers }, reply) => send(reply, forgottenPage(frameOf(query, headers['accept-language']))))

  scope.post<{ Querystring: Query; Body: Form }>('/sign-in/forgotten', async ({ query, headers, body, ip, id, log }, reply) => {
    const frame = frameOf(query, headers['accept-language'])
    const words = wordsOf(frame.language)
    const username = body['username'] ?? ''
    const seconds = await begin(graph, { account: `reset ${username.trim().toLowerCase()}`, address: ip })
    if (seconds > 0) return send(reply, forgottenPage({ ...frame, problem: words.wait(Math.ceil(seconds / 60)) }), 429)
    void remind(door, username, { address: ip, requestId: id }).catch((error: unknown) => { log.error({ err: error }, 'a password reset could not be sent') })
    return send(reply, noticePage(frame.language, words.forgottenTitle, html`<p class="done" role="status">${words.sent}</p>`, { href: '/', word: words.toSignIn }))
  })
}
