import { parse, print } from 'graphql'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { errorCode } from '../kernel/failure.ts'
import { isProduction } from '../kernel/production.ts'
import { inProject } from '../kernel/project.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { limits } from './limits.ts'
import { DoorRefusal } from './refuse.ts'

/** The portal's operations, written as it was built (portal/operations). */
export interface Operations {
  /** Puts the text in the place of the sum that the portal sends for it. @throws DoorRefusal where nobody knows the sum */
  fill(body: unknown): void
  /** @throws DoorRefusal where the portal's token comes with an operation that the portal does not have */
  check(viewer: Pick<Viewer, 'portal' | 'internal'>, query: unknown): void
}

interface Written { readonly texts: Readonly<Record<string, string>>; readonly sockets: readonly string[] }

const read = (path: string): Written => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Written
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { texts: {}, sockets: [] }
    throw error
  }
}

/** As the portal makes it: definitions in the order of their texts. */
const sumOf = (query: string): string => {
  const { definitions } = parse(query, { maxTokens: limits.tokens })
  return createHash('sha256').update(definitions.map(print).sort().join('\n\n')).digest('hex')
}

const isKnown = ({ texts, sockets }: Written, query: unknown): boolean => {
  try {
    const sum = typeof query === 'string' ? sumOf(query) : ''
    return Object.hasOwn(texts, sum) || sockets.includes(sum)
  } catch {
    return false
  }
}

interface Body { query?: unknown; extensions?: { persistedQuery?: { sha256Hash?: unknown } } }

/**
 * @param only whether the portal's tokens are good for its own operations alone, so that a stolen one asks nothing else;
 *   a maker's own teams may ask what they like, under their own rights. So it is in production
 */
export const openOperations = ({ only = isProduction(), path = inProject('dist/operations.json') }: { readonly only?: boolean; readonly path?: string } = {}): Operations => {
  const written = read(path)
  return {
    fill: (sent) => {
      const body = sent as Body | null | undefined
      const sum = body?.extensions?.persistedQuery?.sha256Hash
      if (!body || body.query !== undefined || typeof sum !== 'string') return
      if (!Object.hasOwn(written.texts, sum)) throw new DoorRefusal(400, 'PERSISTED_QUERY_NOT_FOUND', 'This hub does not know the operation: the page may be older than the hub. Load it again.')
      body.query = written.texts[sum]
      delete body.extensions
    },
    check: ({ portal, internal }, query) => {
      if (only && portal && !internal && !isKnown(written, query)) throw new DoorRefusal(403, 'OPERATION_NOT_LISTED', 'The portal’s token is good for the portal’s own operations. For others use an API client.')
    },
  }
}
