import { createHash, randomBytes } from 'node:crypto'
import type { Graph, Transactions, Writer } from '../kernel/graph.ts'
import { recordCredential, type Where } from './credential-record.ts'
import { takeTicket } from './company-person.cypher.ts'
import { linkOwner, type LinkPurpose, saveLink, useLink } from './link.cypher.ts'
import { hashPassword } from './password.ts'
import { revokeIn } from './revocations.ts'

/** Milliseconds for which a link is good. */
const lifetimes: Record<LinkPurpose, number> = { REAUTHENTICATION: 5 * 60_000, INVITATION: 7 * 24 * 3_600_000, RESET: 3_600_000 }

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Makes a secret that a person may use once; of it only the sum is kept. */
const makeSecret = async (writer: Writer, person: string, purpose: LinkPurpose): Promise<string> => {
  const secret = randomBytes(32).toString('base64url')
  await writer.run(saveLink, { hash: hashOf(secret), person, purpose, expiresAt: Date.now() + lifetimes[purpose] })
  return secret
}

/** Makes a link that sets the password of a person once; in the transaction that it belongs to. @returns its path at the hub */
export const makeLink = async (writer: Writer, person: string, purpose: 'INVITATION' | 'RESET'): Promise<string> => `/sign-in/link/${await makeSecret(writer, person, purpose)}`

/** A ticket for one signature: the person has just proved at their company's own provider to be there. */
export const makeTicket = (graph: Graph, person: string): Promise<string> => graph.write((writer) => makeSecret(writer, person, 'REAUTHENTICATION'))

/** Whether the ticket is the person's and still good; it is used up. */
export const useTicket = async (graph: Transactions, person: string, ticket: string): Promise<boolean> =>
  (await graph.write((writer) => writer.run(takeTicket, { hash: hashOf(ticket), person, now: Date.now() }))).length > 0

/** Whose password the link may set; undefined where it is used up, too old, or never was. */
export const ownerOf = async (graph: Graph, secret: string): Promise<{ person: string; username: string } | undefined> =>
  (await graph.read(linkOwner, { hash: hashOf(secret), now: Date.now() }))[0]

/** Makes the link that somebody asked for who forgot the password, on record. @returns its path at the hub */
export const makeResetLink = (graph: Graph, { person, organization }: { person: string; organization: string | null }, where: Where): Promise<string> =>
  graph.write(async (writer) => {
    await recordCredential(writer, where, { actor: null, person, organization, action: 'ASK_PASSWORD_LINK', changes: [] })
    return makeLink(writer, person, 'RESET')
  })

/** Sets the password on record, uses the link up, and ends the person's sessions everywhere. @returns whether the link was still good */
export const setPasswordBy = async (graph: Graph, secret: string, password: string, where: Where): Promise<boolean> => {
  const sum = await hashPassword(password)
  return graph.write(async (writer) => {
    const [used] = await writer.run(useLink, { hash: hashOf(secret), now: Date.now(), password: sum })
    if (!used) return false
    for (const session of used.sessions) await revokeIn(writer, 'SESSION', session)
    const { person, organization, purpose, hadPassword } = used
    await recordCredential(writer, where, { actor: person, person, organization, action: 'SET_PASSWORD', changes: [{ field: 'password', before: hadPassword ? 'set' : null, after: 'set' }, { field: 'link', before: purpose, after: null }] })
    return true
  })
}
