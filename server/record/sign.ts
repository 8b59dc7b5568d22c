import { createHash } from 'node:crypto'
import { Refusal } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import type { Change } from './change.ts'
import { createSignature } from './signature.cypher.ts'
import type { SignatureInput } from './signature.input.ts'

export interface Signing {
  /** Global id of what is signed. */
  readonly subject: string
  /** SHA-256 (hex) of the signed content; `contentHash` gives it. */
  readonly hash: string
  /** What is done by signing: the action, as APPROVE_RECALL. */
  readonly act: string
  readonly signature: SignatureInput
}

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}

/** SHA-256 (hex) of a content made of JSON's values, whatever the order in which its fields were set. */
export const contentHash = (content: object): string => createHash('sha256').update(canonical(content)).digest('hex')

/** What a signature stands for, as one sum: its audit record holds it, so that neither part can be put to another (21 CFR 11.70). */
export const signatureBinding = (row: { readonly id: string }): string => contentHash(row)

const longestMeaning = 500

const meaningOf = ({ meaning }: SignatureInput): string => {
  const text = meaning.trim()
  if (text === '' || text.length > longestMeaning) throw new Refusal('INVALID_INPUT', `Say what the signature means, in 1 to ${longestMeaning} characters.`, ['signature', 'meaning'])
  return text
}

/**
 * Signs a content electronically within a change. Call it first: authenticating takes a tenth of a second, in which no
 * other thing should be locked. It writes the signature, and its audit record, in the change's own transaction.
 *
 * @returns id of the signature; the API shows it through `signaturesOfSubject`
 * @throws Refusal SIGNATURE_REFUSED for a system (no person), or where the person did not authenticate again (21 CFR 11.200)
 */
export const signRecord = async (change: Change, { subject, hash, act, signature }: Signing): Promise<string> => {
  const meaning = meaningOf(signature)
  await change.reauthenticate(signature)
  const { person, name, nameZh, organization } = change.viewer
  const row = { id: newId('sig'), subject, hash, act, meaning, person, signer: name, signerZh: nameZh, organization, signedAt: change.at }
  await change.run(createSignature, { row })
  change.audit({
    subject,
    changes: [{ field: 'signature', before: null, after: row.id }, { field: 'signature.hash', before: null, after: hash }, { field: 'signature.binding', before: null, after: signatureBinding(row) }],
    reason: meaning,
  })
  return row.id
}
