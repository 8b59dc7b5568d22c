import { largestPage } from '../kernel/connection.ts'

/** What one request may ask for. The README says the same, and a test asks for one more of each. */
export const limits = {
  /** Fields inside each other, through fragments. Genealogy and provenance need 9. */
  depth: 15,
  /** Fields with another name, or the same field again on one level, `__typename` counted too. */
  aliases: 30,
  /** Words and signs of a document. */
  tokens: 5_000,
  /** Length of one page (`first`). */
  page: largestPage,
  /** See cost.ts: about the number of objects that the answer may hold. */
  cost: 25_000,
  /** Bytes of a request's body. */
  body: 1_048_576,
  /** Sockets of one person or system that are open at once on a node. */
  sockets: 50,
  /** Milliseconds that a statement may take in Neo4j, which then ends it. */
  time: 8_000,
} as const

/** Sockets from one address that are open at once on a node: a hospital's people may share theirs. */
export const socketsOfAddress = 1_000
