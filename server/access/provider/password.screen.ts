import { demoAccounts, demoPassword } from '../demo-accounts.ts'
import { tryPassword } from '../sign-in.ts'
import { signInPage } from './pages.ts'
import { startFactor } from './factor.screen.ts'
import { type Answer, finish, type Page, recordFailed, type Screen, textOf, type Turn } from './turn.ts'

/** The first page: name and password, companies' own providers, and in the demo its accounts. */
export const firstPage = async ({ door: { graph, demo, companies }, uid, frame, params }: Turn, problem: string | null = null, username = textOf(params['login_hint'])): Promise<Page> => {
  const shown = demo ? { accounts: await graph.read(demoAccounts, {}), password: demoPassword } : null
  const offered = companies.map(({ issuer, name }, at) => ({ name: name ?? new URL(issuer).hostname, href: `/sign-in/${uid}/with/${at}` }))
  return { status: problem === null ? 200 : 422, body: signInPage({ ...frame, problem }, { action: `/sign-in/${uid}`, username, demo: shown, companies: offered }) }
}

/** Name and password, as they were sent. */
export const password: Screen = async (turn): Promise<Answer> => {
  const { door, request, words } = turn
  const username = textOf(request.body['username'])
  const step = await tryPassword(door.graph, { username, address: request.ip }, textOf(request.body['password']))
  if (step.next === 'wait' || step.next === 'wrong') {
    await recordFailed(turn, 'PASSWORD', step)
    return firstPage(turn, step.next === 'wait' ? words.wait(Math.ceil(step.seconds / 60)) : words.wrong, username)
  }
  return step.next === 'in' ? finish(turn, step.credential, 'PASSWORD') : startFactor(turn, step.credential, step.next)
}

/** In the demo, one click in the portal is enough to be somebody else: the portal names the account, whose password the world knows. */
export const demoChoice: Screen = async (turn) => {
  const { door, request, params } = turn
  const username = textOf(params['demo'])
  if (!door.demo || username === '') return firstPage(turn)
  const step = await tryPassword(door.graph, { username, address: request.ip }, demoPassword)
  if (step.next === 'wait' || step.next === 'wrong') {
    await recordFailed(turn, 'PASSWORD', step)
    return firstPage(turn, null, username)
  }
  return step.next === 'in' ? finish(turn, step.credential, 'PASSWORD') : startFactor(turn, step.credential, step.next)
}
