import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { leafData, sealedFields, type StoredRecord } from './leaf.ts'

/** A process keeps one record, by one key. */
let recordKey: { readonly key: KeyObject; readonly id: string } | undefined

/** From now on this process writes its records by this key: 32 bytes that lie outside the database, the same on every node. */
export const authenticateBy = (key: Buffer): void => {
  recordKey = { key: createSecretKey(key), id: createHmac('sha256', key).update('key id').digest('base64url').slice(0, 8) }
}

/** Half a surrogate pair, which a caller may send, comes back from the database as what UTF-8 has instead. */
const asKept = (record: StoredRecord): StoredRecord =>
  Object.fromEntries(sealedFields.map((field) => {
    const value = record[field] ?? null
    return [field, typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value]
  })) as unknown as StoredRecord

/**
 * What proves that the hub wrote a record: the id of its key, and HMAC-SHA256 over the leaf's bytes, with the maker as the
 * hub gave it. It stands beside the record until that is sealed; whoever has the database's password alone cannot make one.
 * @throws Error where this process was given no key
 */
export const macOf = (record: StoredRecord): string => {
  if (!recordKey) throw new Error('No record can be written before authenticateBy() was given the key')
  return `${recordKey.id}.${createHmac('sha256', recordKey.key).update(leafData(asKept(record))).digest('base64url')}`
}

export interface TailRecord {
  readonly record: StoredRecord
  /** Null where nobody gave one. */
  readonly mac: string | null
}

const isSame = (one: string, other: string): boolean => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/**
 * Whether the hub wrote it, and as it stands. `BUT_MAKER`: as it stands but for the maker, which the hub did not give; it is
 * authentic where that is whom the writing statement found.
 */
export const isAuthentic = ({ record, mac }: TailRecord): boolean | 'BUT_MAKER' => {
  if (typeof mac !== 'string' || !/^[\w-]+\.[\w-]+$/.test(mac)) return false
  return isSame(mac, macOf(record)) || record.maker !== null && isSame(mac, macOf({ ...record, maker: null })) && 'BUT_MAKER'
}

/** Why not, as the record of it says. */
export const whyNot = ({ mac }: TailRecord): 'NO_PROOF' | 'OTHER_KEY' | 'EDITED' => {
  if (typeof mac !== 'string') return 'NO_PROOF'
  return recordKey && mac.startsWith(`${recordKey.id}.`) ? 'EDITED' : 'OTHER_KEY'
}
