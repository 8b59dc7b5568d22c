import { inject } from 'vitest'
import { openTestIssuer } from '../testkit/issuer.ts'

const issuer = openTestIssuer(inject('issuerKey'))

/** What the hub answers a demo person; throws where it answers with an error. */
export async function askHub<Data>(viewer: string, query: string, variables: object = {}): Promise<Data> {
  const headers = { 'content-type': 'application/json', authorization: await (await issuer).authorization(viewer) }
  const response = await fetch(`${inject('hubUrl')}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  const { data, errors } = (await response.json()) as { data: Data | null; errors?: { message: string }[] }
  if (!data) throw new Error(errors?.map(({ message }) => message).join('; ') ?? `status ${String(response.status)}`)
  return data
}
