import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Change } from '../../record/change.ts'
import { batchByCode } from '../custody/batch.cypher.ts'
import { scannedCode } from '../custody/scanned-code.ts'
import { serialByCode } from '../custody/serial.cypher.ts'
import { createShare, revokeShare, shareable, type SharedThing } from './share.cypher.ts'
import { type CreateShareInput, type RevokeShareInput, type Share, ShareKind } from './share.type.ts'
import { hashOfToken, newShareToken } from './token.ts'

const longest = 366 * 86_400_000

const check = (fits: boolean, message: string, field: string): void => {
  if (!fits) throw new Refusal('INVALID_INPUT', message, [field])
}

const dayOf = (day: Date | null | undefined): string | null => day?.toISOString().slice(0, 10) ?? null

/** A label's code is read first; the rest is found by what was typed. */
const idOf = async (change: Change, kind: ShareKind, text: string): Promise<string> => {
  if (kind === ShareKind.SERIAL) return (await change.run(serialByCode, scannedCode(text)))[0]?.serial.id ?? text
  return kind === ShareKind.BATCH ? (await change.run(batchByCode, scannedCode(text)))[0]?.batch.id ?? text : text
}

type Covered = SharedThing | { readonly id: string; readonly label: null }

const coveredBy = async (change: Change, { kind, subject, from, to }: CreateShareInput): Promise<Covered> => {
  if (kind === ShareKind.PURCHASES_AND_SALES) {
    check(from instanceof Date && to instanceof Date && from <= to, 'Give the first and the last day of the span.', 'from')
    return { id: change.viewer.organization, label: null }
  }
  const text = subject?.trim() ?? ''
  check(text !== '', 'Say which one: its number or its label.', 'subject')
  const [found] = await change.run(shareable[kind], { text: await idOf(change, kind, text) })
  if (!found) throw new Refusal('NOT_FOUND', 'There is no such thing of your organization\'s own.', ['subject'])
  return found
}

/**
 * Makes a link to one thing of the viewer's own organization.
 * @returns the share, and the path with its token, which is kept nowhere
 */
export const share = async (change: Change, input: CreateShareInput): Promise<{ share: Share; path: string }> => {
  const recipient = input.recipient.trim()
  check(recipient !== '' && recipient.length <= 200, 'Say which authority it is for, in 1 to 200 characters.', 'recipient')
  const left = input.expiresAt.getTime() - Date.parse(change.at)
  check(left > 0 && left <= longest, 'Give an end within a year from now.', 'expiresAt')
  const { id: subject, label } = await coveredBy(change, input)
  const spans = input.kind === ShareKind.PURCHASES_AND_SALES
  const token = newShareToken()
  const [made] = await change.run(createShare, { share: {
    id: newId('shr'), kind: input.kind, subject, label, recipient, hash: hashOfToken(token), createdBy: change.viewer.person, createdAt: change.at, expiresAt: input.expiresAt.toISOString(),
    from: spans ? dayOf(input.from) : null, to: spans ? dayOf(input.to) : null,
  } })
  if (!made) throw new Error('a share was not made')
  const { kind, from, to, expiresAt } = made.share
  change.audit({ subject: made.share.id, changes: Object.entries({ kind, subject, from, to, recipient, expiresAt }).filter(([, after]) => after !== null).map(([field, after]) => ({ field, before: null, after })) })
  return { share: made.share, path: `/share/${token}` }
}

/** Ends a link at once. @throws Refusal NOT_FOUND where there is none of the viewer's own that still opens */
export const revoke = async (change: Change, { share: id, reason }: RevokeShareInput): Promise<Share> => {
  check(reason.trim() !== '' && reason.length <= 1_000, 'Say why, in 1 to 1000 characters.', 'reason')
  const [row] = await change.run(revokeShare, { id, at: change.at })
  if (!row) throw new Refusal('NOT_FOUND', 'There is no such share, or it has been revoked.', ['share'])
  change.audit({ subject: id, reason: reason.trim(), changes: [{ field: 'revokedAt', before: null, after: change.at }] })
  return row.share
}
