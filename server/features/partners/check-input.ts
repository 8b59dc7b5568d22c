import { factsOf, isRole } from '../../access/roles.ts'
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
