import { cacheExchange, Client, fetchExchange } from '@urql/vue'
import { fetchWithin } from './fetch-within.ts'
import { viewerKey } from './viewer.ts'

/** A client per viewer: what one may see must not come from another's cache. */
export function createClient(viewer: string) {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    // What the hub knows changes under the reader: show what is there, and ask again.
    requestPolicy: 'cache-and-network',
    exchanges: [cacheExchange, fetchExchange],
    fetch: fetchWithin(20_000),
    fetchOptions: () => ({ headers: { 'x-demo-viewer': viewer } }),
  })
}

export { viewerKey }
