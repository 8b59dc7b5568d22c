import { createHash, randomBytes } from 'node:crypto'

export interface Seen {
  readonly status: number
  readonly url: URL
  readonly text: string
}

export interface Visitor {
  /** Follows redirects of this hub, as a browser does, up to the portal's own address. */
  get(path: string): Promise<Seen>
  /** Sends a form to the page that was seen last. */
  post(form: Record<string, string>): Promise<Seen>
  /** Begins a sign-in for the portal. */
  begin(): Promise<Seen>
  /** The access token for the code that the provider gave; undefined where it gave none. */
  token(): Promise<string | undefined>
}

/** A browser without windows, for the sign-in pages: cookies, redirects and forms. @param misled what becomes of an address it is sent on to */
export const openVisitor = (hub: string, misled = (address: string): string => address): Visitor => {
  const cookies = new Map<string, { value: string; path: string }>()
  const verifier = randomBytes(32).toString('base64url')
  let last = new URL(hub)

  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      const path = attributes.find((one) => one.toLowerCase().startsWith('path='))?.slice(5) ?? '/'
      cookies.set(`${name} ${path}`, { value, path })
    }
  }
  const cookieFor = (path: string): string =>
    [...cookies].filter(([, cookie]) => cookie.value !== '' && path.startsWith(cookie.path)).map(([key, { value }]) => `${key.split(' ')[0] ?? ''}=${value}`).join('; ')

  const send = async (url: URL, init: RequestInit = {}): Promise<Seen> => {
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie: cookieFor(url.pathname), 'accept-language': 'en' } })
    keep(response)
    last = url
    const onward = response.headers.get('location')
    if (onward === null) return { status: response.status, url, text: await response.text() }
    const next = new URL(misled(onward), url)
    if (next.pathname !== '/signed-in') return send(next)
    last = next
    return { status: response.status, url: next, text: '' }
  }

  return {
    get: (path) => send(new URL(path, hub)),
    post: (form) => send(last, { method: 'POST', body: new URLSearchParams(form) }),
    begin: () => send(new URL(`/oidc/auth?${new URLSearchParams({
      client_id: 'portal', response_type: 'code', scope: 'openid profile', redirect_uri: `${hub}/signed-in`, state: 'here',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
    }).toString()}`, hub)),
    token: async () => {
      const code = last.searchParams.get('code') ?? ''
      const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: 'portal', redirect_uri: `${hub}/signed-in`, code, code_verifier: verifier })
      const response = await fetch(`${hub}/oidc/token`, { method: 'POST', body })
      return ((await response.json()) as { access_token?: string }).access_token
    },
  }
}
