import { cacheExchange, Client, fetchExchange } from '@urql/vue'
import { fetchWithin } from './fetch-within.ts'
import { persistedExchange } from './persisted.ts'
import { signedFetch } from './session.ts'

/** One client for one person: whoever else signs in gets a new page, so that nothing comes from another's cache. */
export function createClient() {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    // What the hub knows changes under the reader: show what is there, and ask again.
    requestPolicy: 'cache-and-network',
    // While it is being written the portal has operations that nobody knows yet.
    exchanges: import.meta.env.PROD ? [cacheExchange, persistedExchange, fetchExchange] : [cacheExchange, fetchExchange],
    fetch: fetchWithin(20_000, signedFetch),
  })
}
