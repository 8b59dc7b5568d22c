import { cypher } from '../kernel/cypher.ts'
import type { Graph } from '../kernel/graph.ts'
import { sealSigningKey, signingKeys } from './provider/key.cypher.ts'
import type { Secrets } from './secrets.ts'

const openTotpSecrets = cypher<object, { person: string; secret: string }>()`
MATCH (credential:Credential) WHERE credential.person > '' AND credential.totpSecret IS NOT NULL AND NOT credential.totpSecret STARTS WITH 'sealed-1.'
RETURN credential.person AS person, credential.totpSecret AS secret
`

/** Unless it was replaced meanwhile. */
const sealTotpSecret = cypher<{ person: string; before: string; sealed: string }, never>()`
MATCH (credential:Credential {person: $in.person}) WHERE credential.totpSecret = $in.before
SET credential.totpSecret = $in.sealed
`

const openWebhookSecrets = cypher<object, { element: string; endpoint: string; secret: string }>()`
MATCH (secret:WebhookSecret) WHERE secret.endpoint > '' AND NOT secret.secret STARTS WITH 'sealed-1.'
RETURN elementId(secret) AS element, secret.endpoint AS endpoint, secret.secret AS secret
`

const sealWebhookSecret = cypher<{ element: string; sealed: string }, never>()`
MATCH (secret:WebhookSecret) WHERE elementId(secret) = $in.element
SET secret.secret = $in.sealed
`

/** Seals what an older hub left open in the graph. At each start; where nothing is open it reads and writes nothing more. */
export const sealStored = async (graph: Graph, secrets: Secrets): Promise<void> => {
  const keys = (await graph.read(signingKeys, {})).filter(({ jwk }) => !secrets.isSealed(jwk))
  const credentials = await graph.read(openTotpSecrets, {})
  const hooks = await graph.read(openWebhookSecrets, {})
  if (keys.length + credentials.length + hooks.length === 0) return
  await graph.write(async (writer) => {
    for (const { kid, jwk, cookieSecret } of keys) await writer.run(sealSigningKey, { kid, jwk: secrets.seal(jwk, kid), cookieSecret: secrets.seal(cookieSecret, kid) })
    for (const { person, secret } of credentials) await writer.run(sealTotpSecret, { person, before: secret, sealed: secrets.seal(secret, person) })
    for (const { element, endpoint, secret } of hooks) await writer.run(sealWebhookSecret, { element, sealed: secrets.seal(secret, endpoint) })
  })
}
