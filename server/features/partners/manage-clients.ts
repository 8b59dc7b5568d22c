import { randomBytes } from 'node:crypto'
import { revokeIn } from '../../access/revocations.ts'
import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { FieldChange } from '../../record/audit-row.ts'
import type { Change } from '../../record/change.ts'
import { type ApiClientRow, type ClientProof, createApiClient, ownClientById, rotateProof, updateApiClient } from './api-client.cypher.ts'
import type { ChangeClientInput, CreateClientInput } from './api-client.type.ts'
import { thumbprintsOf } from './client-proof.ts'
import { checkName, checkReason, checkRoles } from './check-input.ts'
import { kindsOf } from './person.cypher.ts'

const unknown = (): Refusal => new Refusal('NOT_FOUND', 'There is no such client in your organization.', ['client'])

const one = <Row extends { client: ApiClientRow }>([row]: Row[]): Row => {
  if (!row) throw unknown()
  return row
}

interface Proved {
  readonly authentication: string
  readonly certificateSubject: string | null
  readonly jwks: string | null
}

/** By what a client proves itself, before and after; of a secret nothing is said. */
const proofChanges = async (before: Proved | null, after: Proved): Promise<FieldChange[]> => {
  const [keysBefore, keysAfter] = await Promise.all([before, after].map((proof) => thumbprintsOf(proof?.jwks ?? null)))
  return [
    { field: 'authentication', before: before?.authentication ?? null, after: after.authentication },
    { field: 'certificateSubject', before: before?.certificateSubject ?? null, after: after.certificateSubject },
    { field: 'keys', before: keysBefore ?? null, after: keysAfter ?? null },
  ].filter((change) => change.field === 'authentication' || change.before !== change.after)
}

/** Makes a client of the viewer's own organization. */
export const createClient = async (change: Change, input: CreateClientInput, proof: ClientProof): Promise<ApiClientRow> => {
  const name = checkName(input.name)
  const [own] = await change.run(kindsOf, { organization: change.viewer.organization, username: '' })
  checkRoles(input.roles, own?.kinds ?? [])
  const id = newId('cli')
  const { client } = one(await change.run(createApiClient, { client: { id, clientId: `client-${randomBytes(9).toString('hex')}`, name, roles: input.roles, active: true, createdAt: change.at }, proof }))
  change.audit({ subject: id, changes: [
    { field: 'name', before: null, after: name },
    { field: 'roles', before: null, after: input.roles.join(' ') },
    ...await proofChanges(null, proof),
  ] })
  return client
}

/** Replaces what a client proves itself by; what it had before is refused, and so are the tokens got by it. */
export const rotateClient = async (change: Change, id: string, proof: ClientProof): Promise<ApiClientRow> => {
  const { client: before, jwks } = one(await change.run(ownClientById, { id }))
  const { client } = one(await change.run(rotateProof, { id, proof, at: change.at }))
  await revokeIn(change, 'CLIENT', client.clientId)
  change.audit({ subject: id, changes: [
    ...await proofChanges({ ...before, jwks }, proof),
    { field: 'rotatedAt', before: before.rotatedAt, after: change.at },
  ] })
  return client
}

/** Changes what a client may do, or whether it gets tokens at all: in effect on every node within two seconds. */
export const changeClient = async (change: Change, { client: id, roles, active, reason }: ChangeClientInput): Promise<ApiClientRow> => {
  const { client: before } = one(await change.run(ownClientById, { id }))
  if (id === change.viewer.person) throw new Refusal('NOT_ALLOWED', 'No client changes its own rights. Ask an administrator.', ['client'])
  const why = checkReason(reason)
  const [own] = await change.run(kindsOf, { organization: change.viewer.organization, username: '' })
  checkRoles(roles, own?.kinds ?? [])
  const { client } = one(await change.run(updateApiClient, { id, roles, active }))
  await revokeIn(change, 'CLIENT', client.clientId)
  change.audit({ subject: id, reason: why, changes: [
    { field: 'roles', before: before.roles.join(' '), after: roles.join(' ') },
    { field: 'active', before: String(before.active), after: String(active) },
  ] })
  return client
}
