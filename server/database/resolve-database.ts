import { errorCode, Failure } from '../kernel/failure.ts'
import type { Settings } from '../kernel/settings.ts'
import { step as spokenStep } from '../steps.mjs'
import { probe, type DatabaseAddress } from './bolt.ts'
import { startManagedNeo4j } from './managed-neo4j.ts'

export interface ResolvedDatabase extends DatabaseAddress {
  /** Ends a Neo4j of our own; does nothing to one that others run. */
  stop(): Promise<void>
}

/**
 * The database to work with: the one of NEO4J_URI if that is set, otherwise the managed one.
 * @throws Failure where it cannot be reached, entered or started
 */
export async function resolveDatabase(settings: Settings, step: typeof spokenStep = spokenStep): Promise<ResolvedDatabase> {
  const { neo4j, dataFolder, cacheFolder, heap, pageCache } = settings
  if (!neo4j) return startManagedNeo4j({ dataFolder, cacheFolder, heap, pageCache, step, revived: true })
  const error = await step(`Reaching Neo4j at ${neo4j.uri}`, () => probe(neo4j))
  if (error) throw unusable(neo4j, error)
  return { ...neo4j, stop: async () => undefined }
}

const REFUSED = 'Neo.ClientError.Security.Unauthorized'
const TOO_OFTEN = 'Neo.ClientError.Security.AuthenticationRateLimit'
const NO_DATABASE = 'Neo.ClientError.Database.DatabaseNotFound'

function unusable({ uri, user, database }: DatabaseAddress, error: Error): Failure {
  const sentences: Record<string, string> = {
    [REFUSED]: `Neo4j at ${uri} refuses user ${user} with this password: correct NEO4J_USER and NEO4J_PASSWORD.`,
    [TOO_OFTEN]: `Neo4j at ${uri} refused user ${user} too often: correct NEO4J_USER and NEO4J_PASSWORD, and wait five seconds.`,
    [NO_DATABASE]: `Neo4j at ${uri} has no database ${database}: correct NEO4J_DATABASE.`,
  }
  const unreachable = `Neo4j at ${uri} cannot be reached (${error.message.split('\n')[0]?.slice(0, 200)}): start it, correct NEO4J_URI, or unset it for a managed Neo4j.`
  return new Failure(sentences[errorCode(error) ?? ''] ?? unreachable, { cause: error })
}
