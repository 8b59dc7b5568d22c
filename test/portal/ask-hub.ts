import { inject } from 'vitest'

/** What the hub answers a demo person; throws where it answers with an error. */
export async function askHub<Data>(viewer: string, query: string, variables: object = {}): Promise<Data> {
  const headers = { 'content-type': 'application/json', 'x-demo-viewer': viewer }
  const response = await fetch(`${inject('hubUrl')}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  const { data, errors } = (await response.json()) as { data: Data | null; errors?: { message: string }[] }
  if (!data) throw new Error(errors?.map(({ message }) => message).join('; ') ?? `status ${String(response.status)}`)
  return data
}
