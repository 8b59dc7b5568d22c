import { factsOf, isRole, type Role, roles as allRoles } from '../../access/roles.ts'
import { Refusal } from '../../kernel/errors.ts'

/** @throws Refusal INVALID_INPUT at the field, unless it fits */
export const check = (fits: boolean, message: string, field: string): void => {
  if (!fits) throw new Refusal('INVALID_INPUT', message, [field])
}

export const checkName = (name: string): string => {
  check(name.trim() !== '' && name.length <= 200, 'Give a name of 1 to 200 characters.', 'name')
  return name.trim()
}

export const checkReason = (reason: string): string => {
  check(reason.trim() !== '' && reason.length <= 1_000, 'Say why, in 1 to 1000 characters.', 'reason')
  return reason.trim()
}

/** Only roles of what the organization is: nobody makes a hospital's account a maker's. */
export const checkRoles = (roles: readonly string[], kinds: readonly string[]): void => {
  const bad = roles.find((role) => !isRole(role) || !kinds.includes(factsOf(role).kind))
  check(roles.length > 0 && bad === undefined, `Give roles that this organization can have${bad === undefined ? '' : `; ${bad} is none`}.`, 'roles')
}

/** Trimmed; what is empty is not given. */
export const textOrNull = (text: string | null | undefined, field: string): string | null => {
  const given = text?.trim() ?? ''
  check(given.length <= 500, 'Give at most 500 characters.', field)
  return given === '' ? null : given
}

/** The role of an organization's first person: one that administers, where its kind of organization has such a one. */
export const administratorOf = (kinds: readonly string[]): Role => {
  const possible = Object.keys(allRoles).filter(isRole).filter((role) => kinds.includes(factsOf(role).kind))
  const [first] = [...possible.filter((role) => factsOf(role).administers), ...possible]
  if (first === undefined) throw new Refusal('INVALID_INPUT', 'Nobody signs in for an organization of this kind.', ['organization'])
  return first
}
