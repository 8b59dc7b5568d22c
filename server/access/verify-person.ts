import type { Reader, Transactions } from '../kernel/graph.ts'
import type { Where } from './credential-record.ts'
import { useTicket } from './links.ts'
import { isPassword } from './password.ts'
import { credentialOfPerson } from './person.cypher.ts'
import { isOneTimeCode, needsSecondFactor } from './second-factor.ts'
import type { Secrets } from './secrets.ts'
import { begin, succeed } from './throttle.ts'

export interface Proof {
  readonly password: string
  /** From the authenticator, or a recovery code; null where none was given. */
  readonly oneTimeCode: string | null
  /** Of a fresh sign-in at the company's own provider; null where none was given. */
  readonly ticket: string | null
}

/**
 * Whether a person who is signed in proves again to be there: for an electronic signature (21 CFR 11.200). A wrong proof
 * counts towards the throttle of the account and of the address, and a throttled one is false without being looked at.
 * @param person global id, from the viewer; an API client has none and is always false
 */
export const reauthenticate = async (graph: Reader & Transactions, secrets: Secrets, person: string, { password, oneTimeCode, ticket }: Proof, where: Where): Promise<boolean> => {
  if (ticket !== null) return useTicket(graph, person, ticket)
  const [credential] = await graph.read(credentialOfPerson, { person })
  if (!credential) return false
  const tries = { account: credential.username, address: where.address }
  if (await begin(graph, tries) > 0) return false
  if (!await isPassword(password, credential.active ? credential.password : null)) return false
  if (needsSecondFactor(credential) && !await isOneTimeCode(graph, secrets, credential, oneTimeCode ?? '', where)) return false
  await succeed(graph, tries)
  return true
}
