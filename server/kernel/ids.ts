import { createHash, randomBytes } from 'node:crypto'

/** What stands before the underscore of each kind of global id, and which label it belongs to. */
export const labelOfPrefix = {
  org: 'Organization',
  sit: 'Site',
  prd: 'Product',
  bat: 'Batch',
  ser: 'Serial',
  lgu: 'LogisticUnit',
  evt: 'Event',
  doc: 'Document',
  rcl: 'Recall',
  tkt: 'ServiceTicket',
} as const

export type IdPrefix = keyof typeof labelOfPrefix
export type NodeLabel = (typeof labelOfPrefix)[IdPrefix]

const textOf = (bytes: Buffer): string => bytes.toString('base64url')

/** An id that nothing else has: 128 random bits. */
export const newId = (prefix: string): string => `${prefix}_${textOf(randomBytes(16))}`

/** The same id for the same natural key, so that a seed or an import run twice finds what it made before. */
export const stableId = (prefix: string, naturalKey: string): string =>
  `${prefix}_${textOf(createHash('sha256').update(naturalKey).digest().subarray(0, 16))}`

/** The label that a global id belongs to; undefined where the text is no global id. */
export const labelOfId = (id: string): NodeLabel | undefined =>
  labelOfPrefix[id.slice(0, Math.max(0, id.indexOf('_'))) as IdPrefix]
