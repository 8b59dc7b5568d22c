import { breachContent } from './breach.ts'
import { recordHash, type StoredRecord } from './leaf.ts'
import type { Finding } from './verify-findings.ts'

const contentOf = ({ changes }: StoredRecord): string | null =>
  (JSON.parse(changes) as { field: string; after: string | null }[]).find(({ field }) => field === breachContent)?.after ?? null

const forged = (message: string): Finding => ({ code: 'FORGED', message })

/**
 * What the hub found in the record's tail and had not written. It stays a finding for ever: somebody had the database's
 * password, and what stands apart may be a record of the hub's that was edited.
 * @param breaches the records that tell of it
 * @param apart what stands apart
 */
export const verifyBreaches = (breaches: readonly StoredRecord[], apart: readonly StoredRecord[]): Finding[] => {
  const contents = new Map(apart.map((record) => [recordHash(record).toString('hex'), record]))
  const told = breaches.map((breach) => {
    const content = contentOf(breach) ?? ''
    const found = contents.get(content)
    contents.delete(content)
    const which = found ? `Record ${String(found.id)} (${String(found.action)} at ${found.at})` : `A record whose content was edited or removed since (its sum was ${content})`
    return forged(`${which} was not written by the hub as it stands (${breach.code ?? ''}); found at ${breach.at} and kept apart.`)
  })
  return [...told, ...[...contents.values()].map((record) => forged(`Record ${String(record.id)} stands apart, and no sealed record says why.`))]
}
