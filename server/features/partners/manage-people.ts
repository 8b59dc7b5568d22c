import { makeLink } from '../../access/links.ts'
import { factsOf, isRole } from '../../access/roles.ts'
import { revokeIn } from '../../access/revocations.ts'
import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Change } from '../../record/change.ts'
import { createPerson, ownKinds, ownPerson, type PersonRow, updatePerson } from './person.cypher.ts'
import type { ChangePersonInput, InvitePersonInput } from './person.type.ts'

const checkRoles = (roles: readonly string[], kinds: readonly string[]): void => {
  const bad = roles.find((role) => !isRole(role) || !kinds.includes(factsOf(role).kind))
  if (roles.length === 0 || bad !== undefined) throw new Refusal('INVALID_INPUT', `Give roles that this organization can have${bad === undefined ? '' : `; ${bad} is none`}.`, ['roles'])
}

const check = (fits: boolean, message: string, field: string): void => {
  if (!fits) throw new Refusal('INVALID_INPUT', message, [field])
}

/** Makes an account without a password, and the link that sets it. @returns the person, and the path of the link */
export const invite = async (change: Change, { name, email, roles, ...input }: InvitePersonInput): Promise<{ person: PersonRow; path: string }> => {
  const username = input.username.trim().toLowerCase()
  check(/^[a-z\d][a-z\d.@_-]{2,99}$/.test(username), 'Give a username of 3 to 100 letters, digits, dots, dashes.', 'username')
  check(/^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254, 'Give an e-mail address.', 'email')
  check(name.trim() !== '' && name.length <= 200, 'Give a name of 1 to 200 characters.', 'name')
  const [own] = await change.run(ownKinds, { username })
  checkRoles(roles, own?.kinds ?? [])
  if (own?.taken) throw new Refusal('CONFLICT', 'This username is taken. Choose another.', ['username'])
  const person: PersonRow = { id: newId('usr'), username, name: name.trim(), nameZh: null, email, roles, active: true, createdAt: change.at }
  await change.run(createPerson, { person })
  const path = await makeLink(change, person.id, 'INVITATION')
  change.audit({ subject: person.id, changes: [{ field: 'roles', before: null, after: roles.join(' ') }] })
  return { person, path }
}

/** Changes what a colleague may do, or whether they may sign in at all: in effect on every node within two seconds. */
export const changePerson = async (change: Change, { person: id, roles, active, reason }: ChangePersonInput): Promise<PersonRow> => {
  const [found] = await change.run(ownPerson, { id })
  if (!found) throw new Refusal('NOT_FOUND', 'There is no such person in your organization.', ['person'])
  if (id === change.viewer.person) throw new Refusal('NOT_ALLOWED', 'Nobody changes their own rights. Ask another administrator.', ['person'])
  check(reason.trim() !== '' && reason.length <= 1_000, 'Say why, in 1 to 1000 characters.', 'reason')
  const [own] = await change.run(ownKinds, { username: '' })
  checkRoles(roles, own?.kinds ?? [])
  const [ended] = await change.run(updatePerson, { id, roles, active })
  await revokeIn(change, 'PERSON', id)
  if (!active) for (const session of ended?.sessions ?? []) await revokeIn(change, 'SESSION', session)
  change.audit({ subject: id, reason, changes: [
    { field: 'roles', before: found.person.roles.join(' '), after: roles.join(' ') },
    { field: 'active', before: String(found.person.active), after: String(active) },
  ] })
  return { ...found.person, roles, active }
}
