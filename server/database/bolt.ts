import neo4j, { type Driver } from 'neo4j-driver'

/** Where a database is and how to enter it. */
export interface DatabaseAddress {
  uri: string
  user: string
  password: string
  database: string
}

/** A driver for the database's own chores: readiness and migrations. The caller closes it. */
export function openDriver({ uri, user, password }: DatabaseAddress): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), { connectionTimeout: 5000, maxTransactionRetryTime: 0, disableLosslessIntegers: true })
}

/** Whether the database answers a query; what it failed with otherwise. */
export async function probe(address: DatabaseAddress): Promise<Error | undefined> {
  const driver = openDriver(address)
  try {
    await driver.executeQuery('RETURN 1', {}, { database: address.database })
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    await driver.close()
  }
}
