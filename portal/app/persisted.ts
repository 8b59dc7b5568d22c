import { mapExchange, type Operation } from '@urql/vue'
import { canonical } from '../operations/canonical.ts'

const known = new WeakMap<Operation['query'], string>()

async function sumOf({ query }: Operation): Promise<string> {
  const before = known.get(query)
  if (before !== undefined) return before
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(query))))
  const sum = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  known.set(query, sum)
  return sum
}

/** The hub knows every operation of the portal by its sum, made as the portal was built: the sum alone is sent. */
export const persistedExchange = mapExchange({
  onOperation: async (operation) => {
    if (operation.kind === 'teardown') return operation
    return { ...operation, extensions: { ...operation.extensions, persistedQuery: { version: 1, sha256Hash: await sumOf(operation) } } }
  },
})
