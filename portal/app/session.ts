import { shallowRef } from 'vue'
import { print } from 'graphql'
import { mayLeave } from '../features/outbox/leaving.ts'
import { graphql } from './graphql.ts'
import { i18n } from './i18n.ts'
import { authorizationAddress, exchange, randomText, renew, SignInNeeded, type SignedIn, type Tokens } from './oidc.ts'

/** Who is signed in; null until that is known, which without a network it may not be. */
export const viewer = shallowRef<SignedIn | null>(null)

// In memory alone: what a script could read from a store, it could also carry away.
let tokens: Tokens | null = null
let renewing: Promise<Tokens> | null = null

/** What a redirect must find again, in this tab only. */
const underway = 'devicetrail.sign-in'
interface Underway { verifier: string, state: string, to: string }

/** Tells the other tabs who is signed in now, or that nobody is. */
const others = new BroadcastChannel('devicetrail.session')

function take(next: Tokens): Tokens {
  const before = viewer.value
  // Another tab has signed in as somebody else: nothing of the one may be left on the other's page.
  if (before && before.id !== next.signedIn.id) location.reload()
  tokens = next
  viewer.value = next.signedIn
  return next
}

/** Until the page is gone; one that the browser shows again begins anew. */
const leaving = () => new Promise<never>((_, reject) => {
  addEventListener('pageshow', () => { reject(new Error('The page was left and is shown again')) }, { once: true })
})

/** Who signs out says who comes next and where to; that holds for whatever finds first that a sign-in is needed. */
let chosen: { demo: string, to: string } | undefined
let left: Promise<never> | undefined

/** Leads to the sign-in page, and from there back to where the person wanted to be. Never resolves: the page is left, once. */
export function signIn(to = location.pathname + location.search + location.hash): Promise<never> {
  left ??= leaveFor(chosen?.to ?? to, chosen?.demo).finally(() => { left = undefined })
  return left
}

async function leaveFor(to: string, demo?: string): Promise<never> {
  const [verifier, state] = [randomText(), randomText()]
  sessionStorage.setItem(underway, JSON.stringify({ verifier, state, to } satisfies Underway))
  location.assign(await authorizationAddress(verifier, state, { demo, ui_locales: i18n.global.locale.value }))
  return leaving()
}

async function finishSignIn(): Promise<string> {
  const { verifier, state, to } = JSON.parse(sessionStorage.getItem(underway) ?? '{}') as Partial<Underway>
  sessionStorage.removeItem(underway)
  if (!verifier || !state) return signIn('/')
  take(await exchange(new URL(location.href), verifier, state))
  others.postMessage(viewer.value?.id)
  return to?.startsWith('/') && !to.startsWith('//') ? to : '/'
}

/**
 * Before the first page: finds out who is signed in, or leads to the sign-in. Without a network the portal opens all the same.
 * @returns where to go, after a sign-in: to the page that was asked for before it
 */
export async function openSession(): Promise<string | null> {
  const back = location.pathname === '/signed-in'
  others.onmessage = ({ data }) => { if (viewer.value && data !== viewer.value.id) location.reload() }
  try {
    if (back) return await finishSignIn()
    take(await renew())
  } catch (error) {
    if (error instanceof SignInNeeded) return signIn(back ? '/' : undefined)
  }
  return back ? '/' : null
}

/**
 * A token with half a minute to live at least; several askers share one renewal.
 * @param refused the hub did not take the one there is
 */
export async function accessToken(refused = false): Promise<string> {
  if (refused) tokens = null
  if (tokens && tokens.expiresAt - Date.now() > 30_000) return tokens.accessToken
  renewing ??= renew().then(take).finally(() => { renewing = null })
  try {
    return (await renewing).accessToken
  } catch (error) {
    return error instanceof SignInNeeded ? signIn() : Promise.reject(error as Error)
  }
}

/** `fetch` with the access token; one that the hub no longer takes is renewed once. */
export const signedFetch: typeof fetch = async (input, init) => {
  const ask = async (refused = false) => {
    const headers = new Headers(init?.headers)
    headers.set('authorization', `Bearer ${await accessToken(refused)}`)
    return fetch(input, { ...init, headers })
  }
  const response = await ask()
  if (response.status !== 401) return response
  return ask(true)
}

const signOutMutation = graphql(`
  mutation PortalSignOut($input: EndSessionInput!) { endSession(input: $input) { __typename } }
`)

/** Ends the session everywhere, unless the person stays for what has not been sent; then asks who comes next; in the demo it may be said at once. */
export async function signOut(next?: { demo: string, to: string }): Promise<void> {
  if (!await mayLeave(viewer.value?.id)) return
  const body = JSON.stringify({ query: print(signOutMutation), variables: { input: { idempotencyKey: crypto.randomUUID() } } })
  chosen = next
  await signedFetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch((error: unknown) => {
    chosen = undefined
    throw error
  })
  tokens = null
  others.postMessage(null)
  await signIn('/')
}
