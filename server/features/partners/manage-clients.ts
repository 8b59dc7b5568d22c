import { randomBytes } from 'node:crypto'
import { revokeIn } from '../../access/revocations.ts'
import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Change } from '../../record/change.ts'
import { type ApiClientRow, type ClientProof, createApiClient, ownClientById, rotateProof, updateApiClient } from './api-client.cypher.ts'
import type { ChangeClientInput, CreateClientInput } from './api-client.type.ts'
import { checkName, checkReason, checkRoles } from './check-input.ts'
import { kindsOf } from './person.cypher.ts'

const unknown = (): Refusal => new Refusal('NOT_FOUND', 'There is no such client in your organization.', ['client'])

const one = ([row]: { client: ApiClientRow }[]): ApiClientRow => {
  if (!row) throw unknown()
  return row.client
}

/** Makes a client of the viewer's own organization. */
export const createClient = async (change: Change, input: CreateClientInput, proof: ClientProof): Promise<ApiClientRow> => {
  const name = checkName(input.name)
  const [own] = await change.run(kindsOf, { organization: change.viewer.organization, username: '' })
  checkRoles(input.roles, own?.kinds ?? [])
  const id = newId('cli')
  const client = one(await change.run(createApiClient, { client: { id, clientId: `client-${randomBytes(9).toString('hex')}`, name, roles: input.roles, active: true, createdAt: change.at }, proof }))
  change.audit({ subject: id, changes: [
    { field: 'name', before: null, after: name },
    { field: 'roles', before: null, after: input.roles.join(' ') },
    { field: 'authentication', before: null, after: proof.authentication },
  ] })
  return client
}

/** Replaces what a client proves itself by; what it had before is refused, and so are the tokens got by it. */
export const rotateClient = async (change: Change, id: string, proof: ClientProof): Promise<ApiClientRow> => {
  const before = one(await change.run(ownClientById, { id }))
  const client = one(await change.run(rotateProof, { id, proof, at: change.at }))
  await revokeIn(change, 'CLIENT', client.clientId)
  change.audit({ subject: id, changes: [
    { field: 'authentication', before: before.authentication, after: proof.authentication },
    { field: 'rotatedAt', before: before.rotatedAt, after: change.at },
  ] })
  return client
}

/** Changes what a client may do, or whether it gets tokens at all: in effect on every node within two seconds. */
export const changeClient = async (change: Change, { client: id, roles, active, reason }: ChangeClientInput): Promise<ApiClientRow> => {
  const before = one(await change.run(ownClientById, { id }))
  if (id === change.viewer.person) throw new Refusal('NOT_ALLOWED', 'No client changes its own rights. Ask an administrator.', ['client'])
  const why = checkReason(reason)
  const [own] = await change.run(kindsOf, { organization: change.viewer.organization, username: '' })
  checkRoles(roles, own?.kinds ?? [])
  const client = one(await change.run(updateApiClient, { id, roles, active }))
  await revokeIn(change, 'CLIENT', client.clientId)
  change.audit({ subject: id, reason: why, changes: [
    { field: 'roles', before: before.roles.join(' '), after: roles.join(' ') },
    { field: 'active', before: String(before.active), after: String(active) },
  ] })
  return client
}
