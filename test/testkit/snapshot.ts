import { readFile, writeFile } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver'
import { grouped } from '../../seeds/load/bulk-writer.ts'
import type { DatabaseAddress } from '../../server/database/bolt.ts'

interface Node {
  readonly at: string
  readonly labels: readonly string[]
  readonly properties: object
}

interface Edge {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly properties: object
}

interface Content {
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
}

// Whole numbers come and go as bigint: as numbers they would go back as floats.
const openExact = ({ uri, user, password }: DatabaseAddress): Driver => neo4j.driver(uri, neo4j.auth.basic(user, password), { useBigInt: true })

const within = async (address: DatabaseAddress, work: (session: Session) => Promise<void>): Promise<void> => {
  const driver = openExact(address)
  try {
    await work(driver.session({ database: address.database }))
  } finally {
    await driver.close()
  }
}

/** Writes all nodes and relationships of a database to a file. */
export const keepSnapshot = (address: DatabaseAddress, file: string): Promise<void> => within(address, async (session) => {
  const all = async (text: string): Promise<object[]> => (await session.run(text)).records.map((record) => record.toObject())
  const nodes = await all('MATCH (n) RETURN elementId(n) AS at, labels(n) AS labels, properties(n) AS properties')
  const edges = await all('MATCH (a)-[r]->(b) RETURN type(r) AS type, elementId(a) AS from, elementId(b) AS to, properties(r) AS properties')
  await writeFile(file, serialize({ nodes, edges }))
})

/** Makes a database what it was as the snapshot was written: whatever else is in it goes, its schema stays. */
export const restoreSnapshot = (address: DatabaseAddress, file: string): Promise<void> => within(address, async (session) => {
  const { nodes, edges } = deserialize(await readFile(file)) as Content
  await endOthers(session)
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS')
  await session.executeWrite(async (transaction) => connect(transaction, edges, await createNodes(transaction, nodes)))
})

/** Who had the database before may have died over a transaction: its locks would be waited for. */
const endOthers = async (session: Session): Promise<void> => {
  const { records } = await session.run("SHOW TRANSACTIONS YIELD transactionId, currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW' RETURN collect(transactionId) AS ids")
  const ids = records[0]?.get('ids') as string[]
  if (ids.length > 0) await session.run('TERMINATE TRANSACTIONS $ids', { ids })
}

/** Where each node is now, by where it was. */
const createNodes = async (transaction: ManagedTransaction, nodes: readonly Node[]): Promise<Map<string, string>> => {
  const places = new Map<string, string>()
  for (const [labels, rows] of grouped(nodes, (node) => node.labels.map(quoted).join(':'))) {
    const { records } = await transaction.run(`UNWIND $rows AS row CREATE (n:${labels}) SET n = row.properties RETURN row.at AS was, elementId(n) AS is`, { rows })
    for (const record of records) places.set(record.get('was') as string, record.get('is') as string)
  }
  return places
}

const connect = async (transaction: ManagedTransaction, edges: readonly Edge[], places: ReadonlyMap<string, string>): Promise<void> => {
  for (const [type, ofType] of grouped(edges, (edge) => edge.type)) {
    const rows = ofType.map(({ from, to, properties }) => ({ from: places.get(from), to: places.get(to), properties }))
    await transaction.run(`UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row.from MATCH (b) WHERE elementId(b) = row.to CREATE (a)-[r:${quoted(type)}]->(b) SET r = row.properties`, { rows })
  }
}

const quoted = (name: string): string => `\`${name}\``
