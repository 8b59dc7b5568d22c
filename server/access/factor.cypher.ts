import { cypher } from '../kernel/cypher.ts'

/** Somebody's own second factor. */
export interface FactorRow {
  readonly username: string
  readonly roles: readonly string[]
  readonly demo: boolean
  /** Whether an authenticator is set up. */
  readonly isSet: boolean
  readonly recoveryCodes: number
}

/** No row for a system, or for somebody who signs in at a company's own provider: their password is not here. */
export const ownFactor = cypher<{ person: string }, FactorRow>()`
MATCH (person:Person {id: $in.person})-[:SIGNS_IN_BY]->(credential:Credential) WHERE person.active AND credential.password IS NOT NULL
RETURN person.username AS username, person.roles AS roles, person:DemoPerson AS demo, credential.totpSecret IS NOT NULL AS isSet, size(coalesce(credential.recoveryCodes, [])) AS recoveryCodes
`

/** An authenticator whose first code is still to come; sealed. Time in milliseconds. */
export const keepNextFactor = cypher<{ person: string; secret: string; until: number }, never>()`
MATCH (credential:Credential {person: $in.person})
SET credential.nextSecret = $in.secret, credential.nextUntil = $in.until
`

/** The first SET takes the lock: of two that confirm at once the second finds it gone. */
export const nextFactor = cypher<{ person: string; now: number }, { secret: string; replaces: boolean }>()`
MATCH (credential:Credential {person: $in.person})
SET credential.asked = coalesce(credential.asked, 0) + 1
WITH credential WHERE credential.nextUntil > $in.now
RETURN credential.nextSecret AS secret, credential.totpSecret IS NOT NULL AS replaces
`

/** @returns how many were left of the ones before */
export const renewCodes = cypher<{ person: string; recoveryCodes: readonly string[] }, { left: number }>()`
MATCH (credential:Credential {person: $in.person})
SET credential.asked = coalesce(credential.asked, 0) + 1
WITH credential, size(coalesce(credential.recoveryCodes, [])) AS left
SET credential.recoveryCodes = $in.recoveryCodes
RETURN left
`

export const removeFactor = cypher<{ person: string }, { left: number }>()`
MATCH (credential:Credential {person: $in.person})
SET credential.asked = coalesce(credential.asked, 0) + 1
WITH credential, size(coalesce(credential.recoveryCodes, [])) AS left
SET credential.totpSecret = null, credential.recoveryCodes = null, credential.nextSecret = null, credential.nextUntil = null
RETURN left
`

export const mailOfPerson = cypher<{ person: string }, { email: string }>()`
MATCH (person:Person {id: $in.person}) WHERE person.active AND person.email IS NOT NULL
RETURN person.email AS email
`
