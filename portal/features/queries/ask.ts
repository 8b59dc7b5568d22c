import { fetchWithin } from '../../app/fetch-within.ts'
import { signedFetch } from '../../app/session.ts'

export interface Question { readonly query: string, readonly operationName: string | undefined, readonly variables: unknown }

export interface HubAnswer {
  /** HTTP's. */
  readonly status: number
  readonly requestId: string | null
  readonly milliseconds: number
  /** JSON, indented. */
  readonly text: string
  /** Whether the hub tells of errors, be it beside data. */
  readonly hasErrors: boolean
}

const send = fetchWithin(60_000, signedFetch)

const indented = (text: string): { text: string, hasErrors: boolean } => {
  try {
    const body = JSON.parse(text) as { errors?: unknown } | null
    return { text: JSON.stringify(body, null, 2), hasErrors: body?.errors !== undefined }
  } catch {
    return { text, hasErrors: true }
  }
}

/**
 * Asks the hub in full text, under the rights of whoever is signed in. The portal's own client sends sums of operations
 * that were written with the portal; these were not.
 * @throws TypeError without a network, and a TimeoutError after a minute
 */
export async function askHub(question: Question): Promise<HubAnswer> {
  const began = performance.now()
  const response = await send('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(question) })
  const told = indented(await response.text())
  return { ...told, hasErrors: told.hasErrors || !response.ok, status: response.status, requestId: response.headers.get('x-request-id'), milliseconds: Math.round(performance.now() - began) }
}
