import { createHash } from 'node:crypto'
import type { Adapter, AdapterPayload, ClientMetadata } from 'oidc-provider'
import type { Graph } from '../../kernel/graph.ts'
import { activeClient, type ClientRow } from './client.cypher.ts'
import { consumeRecord, putRecord, recordByKey, recordByUid, removeGrant, removeRecord, type StoredRecord } from './record.cypher.ts'

/** The sum that is kept of a client's secret. Secrets are random, so a slow sum would add nothing. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

const proofOf = ({ authentication, secretHash, jwks, certificateSubject }: ClientRow): Partial<ClientMetadata> => {
  if (authentication === 'private_key_jwt') return { jwks: JSON.parse(jwks ?? '{"keys":[]}') as ClientMetadata['jwks'] }
  if (authentication === 'tls_client_auth') return { tls_client_auth_subject_dn: certificateSubject ?? '' }
  return { client_secret: secretHash ?? '' }
}

const metadataOf = (client: ClientRow): AdapterPayload & ClientMetadata => ({
  client_id: client.clientId,
  client_name: client.name,
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
  token_endpoint_auth_method: client.authentication,
  ...proofOf(client),
})

const payloadOf = ([stored]: StoredRecord[]): AdapterPayload | undefined =>
  stored && { ...(JSON.parse(stored.payload) as AdapterPayload), ...(stored.consumed === null ? {} : { consumed: stored.consumed }) }

/** Keeps what the provider has to remember in the graph, so that every node knows it. Clients are those of the partners. */
export const adapterOf = (graph: Graph) => (model: string): Adapter => {
  const keyOf = (id: string): string => `${model} ${id}`
  const now = Date.now
  return {
    upsert: async (id, payload, expiresIn) => {
      const { uid = null, grantId: grant = null, accountId } = payload
      const row = { key: keyOf(id), model, payload: JSON.stringify(payload), uid, grant, person: model === 'Session' ? (accountId ?? null) : null, expiresAt: expiresIn === undefined ? null : now() + expiresIn * 1_000 }
      await graph.write((writer) => writer.run(putRecord, row))
    },
    find: async (id) => {
      if (model !== 'Client') return payloadOf(await graph.read(recordByKey, { key: keyOf(id), now: now() }))
      const [client] = await graph.read(activeClient, { clientId: id })
      return client && metadataOf(client)
    },
    findByUid: async (uid) => payloadOf(await graph.read(recordByUid, { uid, model, now: now() })),
    findByUserCode: async () => undefined,
    consume: async (id) => { await graph.write((writer) => writer.run(consumeRecord, { key: keyOf(id), at: Math.floor(now() / 1_000) })) },
    destroy: async (id) => { await graph.write((writer) => writer.run(removeRecord, { key: keyOf(id) })) },
    revokeByGrantId: async (grant) => { await graph.write((writer) => writer.run(removeGrant, { grant })) },
  }
}
