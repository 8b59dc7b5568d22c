import { portalHub } from './portal-hub.ts'

/** What the hub answers a demo person; throws where it answers with an error. */
export async function askHub<Data>(viewer: string, query: string, variables: object = {}): Promise<Data> {
  const { data, errors, status } = await portalHub.ask<Data>(viewer, query, variables)
  if (!data) throw new Error(errors?.map(({ message }) => message).join('; ') ?? `status ${String(status)}`)
  return data
}
