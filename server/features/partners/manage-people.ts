import { makeLink } from '../../access/links.ts'
import { revokeIn } from '../../access/revocations.ts'
import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Change } from '../../record/change.ts'
import { check, checkName, checkReason, checkRoles } from './check-input.ts'
import { createPerson, kindsOf, ownPerson, type PersonRow, updatePerson } from './person.cypher.ts'
import type { ChangePersonInput, InvitePersonInput } from './person.type.ts'

/** Makes an account without a password, and the link that sets it, in the viewer's own organization or in one that the caller has checked. @returns the person, and the path of the link */
export const invite = async (change: Change, { email, roles, ...input }: InvitePersonInput, organization = change.viewer.organization): Promise<{ person: PersonRow; path: string }> => {
  const username = input.username.trim().toLowerCase()
  check(/^[a-z\d][a-z\d.@_-]{2,99}$/.test(username), 'Give a username of 3 to 100 letters, digits, dots, dashes.', 'username')
  check(/^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254, 'Give an e-mail address.', 'email')
  const name = checkName(input.name)
  const [own] = await change.run(kindsOf, { organization, username })
  checkRoles(roles, own?.kinds ?? [])
  if (own?.taken) throw new Refusal('CONFLICT', 'This username is taken. Choose another.', ['username'])
  const person: PersonRow = { id: newId('usr'), username, name, nameZh: null, email, roles, active: true, createdAt: change.at }
  await change.run(createPerson, { organization, person })
  const path = await makeLink(change, person.id, 'INVITATION')
  change.audit({ subject: person.id, changes: [{ field: 'roles', before: null, after: roles.join(' ') }] })
  return { person, path }
}

/** Whoever is let into an organization from outside is in its own record, and its administrators are told: nobody gets in unseen. */
export const tellOfAdministrator = (change: Change, organization: string, { id, username, roles }: PersonRow): void => {
  change.audit({ subject: organization, changes: [{ field: 'administrator', before: null, after: username, person: id }, { field: 'roles', before: null, after: roles.join(' ') }] })
  change.tell({ type: 'organization.administrator.invited', subject: id, organization, data: { username } })
}

/** Changes what a colleague may do, or whether they may sign in at all: in effect on every node within two seconds. */
export const changePerson = async (change: Change, { person: id, roles, active, reason }: ChangePersonInput): Promise<PersonRow> => {
  const [found] = await change.run(ownPerson, { id })
  if (!found) throw new Refusal('NOT_FOUND', 'There is no such person in your organization.', ['person'])
  if (id === change.viewer.person) throw new Refusal('NOT_ALLOWED', 'Nobody changes their own rights. Ask another administrator.', ['person'])
  checkReason(reason)
  const [own] = await change.run(kindsOf, { organization: change.viewer.organization, username: '' })
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
