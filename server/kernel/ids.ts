import { createHash, randomBytes } from 'node:crypto'

/** What stands before the underscore of each kind of global id, and which label it belongs to. */
export const labelOfPrefix = {
  org: 'Organization',
  sit: 'Site',
  prd: 'Product',
  bat: 'Batch',
  ser: 'Serial',
  lgu: 'LogisticUnit',
  lns: 'LoanSet',
  evt: 'Event',
  slr: 'SellThroughReport',
  doc: 'Document',
  rcl: 'Recall',
  tkt: 'ServiceTicket',
  ntc: 'RecallNotice',
  adv: 'AdverseEvent',
} as const

export type IdPrefix = keyof typeof labelOfPrefix
export type NodeLabel = (typeof labelOfPrefix)[IdPrefix]

const textOf = (bytes: Buffer): string => bytes.toString('base64url')

/** An id that nothing else has: 128 random bits. */
export const newId = (prefix: string): string => `${prefix}_${textOf(randomBytes(16))}`

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A number for people, as `RC-2026-7K3QF2`: random, so that nobody can count another's; letters that are told apart by telephone. */
export const newReference = (prefix: string, at: string): string =>
  `${prefix}-${at.slice(0, 4)}-${[...randomBytes(6)].map((byte) => digits[byte % 32]).join('')}`

/** The same id for the same natural key, so that a seed or an import run twice finds what it made before. */
export const stableId = (prefix: string, naturalKey: string): string =>
  `${prefix}_${textOf(createHash('sha256').update(naturalKey).digest().subarray(0, 16))}`

/** The label that a global id belongs to; undefined where the text is no global id. */
export const labelOfId = (id: string): NodeLabel | undefined =>
  labelOfPrefix[id.slice(0, Math.max(0, id.indexOf('_'))) as IdPrefix]
