import { cypher, part } from '../kernel/cypher.ts'

/** What a person signs in with. It stands apart from the person, so that no statement about people can bring it along. */
export interface Credential {
  readonly person: string
  readonly username: string
  readonly active: boolean
  /** Id. */
  readonly organization: string | null
  readonly roles: readonly string[]
  /** A person of the demo: no second factor is asked. */
  readonly demo: boolean
  /** PHC string; null until the invitation was taken. */
  readonly password: string | null
  /** Base 32, sealed (secrets.ts); null until an authenticator was set up. */
  readonly totpSecret: string | null
}

const answer = part`
OPTIONAL MATCH (person)-[:WORKS_FOR]->(organization:Organization)
OPTIONAL MATCH (person)-[:SIGNS_IN_BY]->(credential:Credential)
RETURN person.id AS person, person.username AS username, person.active AS active, person.roles AS roles, person:DemoPerson AS demo, organization.id AS organization,
  credential.password AS password, credential.totpSecret AS totpSecret`

export const credentialByUsername = cypher<{ username: string }, Credential>()`MATCH (person:Person {username: $in.username})${answer}`

export const credentialOfPerson = cypher<{ person: string }, Credential>()`MATCH (person:Person {id: $in.person})${answer}`

/** A code counts once: its step must be newer than the last one that was taken. */
export const takeStep = cypher<{ person: string; step: number }, { taken: boolean }>()`
MATCH (credential:Credential {person: $in.person})
SET credential.asked = coalesce(credential.asked, 0) + 1
WITH credential WHERE coalesce(credential.totpStep, 0) < $in.step
SET credential.totpStep = $in.step
RETURN true AS taken
`

/** So does a recovery code. The first SET takes the lock, so that two at once do not both find it. */
export const takeRecoveryCode = cypher<{ person: string; hash: string }, { left: number }>()`
MATCH (credential:Credential {person: $in.person})
SET credential.asked = coalesce(credential.asked, 0) + 1
WITH credential WHERE $in.hash IN coalesce(credential.recoveryCodes, [])
SET credential.recoveryCodes = [hash IN credential.recoveryCodes WHERE hash <> $in.hash]
RETURN size(credential.recoveryCodes) AS left
`

export const saveSecondFactor = cypher<{ person: string; secret: string; step: number; recoveryCodes: readonly string[] }, never>()`
MATCH (credential:Credential {person: $in.person})
SET credential.totpSecret = $in.secret, credential.totpStep = $in.step, credential.recoveryCodes = $in.recoveryCodes, credential.nextSecret = null, credential.nextUntil = null
`
