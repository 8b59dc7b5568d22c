import { revokeIn } from '../../access/revocations.ts'
import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { FieldChange } from '../../record/audit-row.ts'
import type { Change } from '../../record/change.ts'
import { check, checkName, checkReason, textOrNull } from './check-input.ts'
import { hasRightCheckDigit } from '../identify/check-digit.ts'
import { createOrganization as create, type ManagedOrganization, managedOrganization, numbersTaken, type OrganizationFacts, setSuspended, updateOrganization } from './organization-change.cypher.ts'
import type { ChangeOrganizationInput, CreateOrganizationInput, OrganizationFactsInput, SetOrganizationActiveInput } from './organization-change.type.ts'
import { OrganizationKind } from './organization-kind.ts'

/** @throws Refusal NOT_FOUND where it is neither the viewer's own nor the viewer the hub's operator */
export const managedBy = async (change: Change, id: string): Promise<ManagedOrganization> => {
  const [found] = await change.run(managedOrganization, { id })
  if (!found) throw new Refusal('NOT_FOUND', 'There is no such organization for you to manage.', ['organization'])
  return found
}

/** Fields whose value is another now. */
export const changed = <Facts extends object>(before: Partial<Facts>, after: Facts): FieldChange[] =>
  Object.entries(after).map(([field, value]) => ({ field, before: (before as Record<string, string | null>)[field] ?? null, after: value as string | null })).filter(({ before: was, after: is }) => was !== is)

type Numbers = Pick<OrganizationFacts, 'gln' | 'uscc' | 'companyPrefix'>

const checkShape = ({ gln, uscc, companyPrefix }: Numbers): void => {
  check(gln === null || gln.length === 13 && hasRightCheckDigit(gln), 'A GLN has 13 digits, of which the last one is their check digit.', 'gln')
  check(uscc === null || /^[\dA-Z]{18}$/.test(uscc), 'A unified social credit code has 18 digits and capital letters.', 'uscc')
  check(companyPrefix === null || /^\d{4,12}$/.test(companyPrefix), 'A GS1 company prefix has 4 to 12 digits.', 'companyPrefix')
}

/** All beginnings of a prefix, itself among them. */
const beginningsOf = (prefix: string): string[] => Array.from(prefix, (_, index) => prefix.slice(0, index + 1))

/**
 * Numbers by which events find a party are the operator's to give: who could take another's would get its goods, and
 * whether a number is taken would tell who is on the hub. So is the prefix from which cartons are numbered.
 */
export const checkNumbers = async (change: Change, self: string, before: Numbers, numbers: Numbers): Promise<void> => {
  checkShape(numbers)
  const { gln, uscc, companyPrefix } = numbers
  if (gln === before.gln && uscc === before.uscc && companyPrefix === before.companyPrefix) return
  if (change.viewer.kind !== 'OPERATOR') throw new Refusal('NOT_ALLOWED', 'The hub\'s operator gives an organization and its sites their numbers. Ask the operator.', ['gln'])
  const [taken] = await change.run(numbersTaken, { self, gln, uscc, companyPrefix, beginnings: beginningsOf(companyPrefix ?? '') })
  if (taken?.gln) throw new Refusal('CONFLICT', 'Another organization or site has this GLN.', ['gln'])
  if (taken?.uscc) throw new Refusal('CONFLICT', 'Another organization has this unified social credit code.', ['uscc'])
  if (taken?.companyPrefix) throw new Refusal('CONFLICT', 'Another organization has this GS1 company prefix, or one that begins with it or that it begins with.', ['companyPrefix'])
}

const factsOf = ({ name, nameZh, address, phone, gln, uscc, companyPrefix }: OrganizationFactsInput): OrganizationFacts => ({
  name: checkName(name), nameZh: textOrNull(nameZh, 'nameZh'), address: textOrNull(address, 'address'), phone: textOrNull(phone, 'phone'), gln: textOrNull(gln, 'gln'), uscc: textOrNull(uscc, 'uscc'),
  companyPrefix: textOrNull(companyPrefix, 'companyPrefix'),
})

export const checkCountry = (country: string): string => {
  check(/^[A-Z]{2}$/.test(country), 'Give a country as two capital letters (ISO 3166-1).', 'country')
  return country
}

/** Who is known by no number. */
export const unnumbered: Numbers = { gln: null, uscc: null, companyPrefix: null }

/** A new organization on the hub, with its main site, since what it holds is somewhere. @returns its id */
export const createOrganization = async (change: Change, input: CreateOrganizationInput): Promise<string> => {
  const { code, kinds } = input
  check(/^[A-Z\d][A-Z\d-]{1,39}$/.test(code), 'Give a code of 2 to 40 capital letters, digits, dashes.', 'code')
  check(kinds.length > 0 && !kinds.includes(OrganizationKind.OPERATOR), 'Say what the organization is. The hub has one operator.', 'kinds')
  const country = checkCountry(input.country)
  const facts = factsOf(input)
  const id = newId('org')
  await checkNumbers(change, id, unnumbered, facts)
  const { name, nameZh, gln } = facts
  const site = { id: newId('sit'), code: `${code}-MAIN`, properties: { name, nameZh, gln, country, organization: id, main: true } }
  const [made] = await change.run(create, { id, code, properties: { ...facts, kinds: [...new Set(kinds)], country, onHub: true }, site })
  if (!made) throw new Refusal('CONFLICT', 'Another organization has this code. Choose another.', ['code'])
  change.audit({ subject: id, changes: [...changed({}, facts), { field: 'code', before: null, after: code }, { field: 'kinds', before: null, after: kinds.join(' ') }, { field: 'country', before: null, after: country }] })
  return id
}

/** Name, address, telephone: its administrators or the operator; numbers: the operator. */
export const changeOrganization = async (change: Change, input: ChangeOrganizationInput): Promise<string> => {
  const { id, facts: before } = await managedBy(change, input.organization)
  const reason = checkReason(input.reason)
  const facts = factsOf(input)
  await checkNumbers(change, id, before, facts)
  await change.run(updateOrganization, { id, facts })
  change.audit({ subject: id, reason, changes: changed(before, facts) })
  return id
}

/** Ends an organization's work with the hub, or lets it go on: on every node within two seconds. */
export const setOrganizationActive = async (change: Change, { organization, active, reason }: SetOrganizationActiveInput): Promise<string> => {
  const { id, suspendedAt: before } = await managedBy(change, organization)
  if (id === change.viewer.organization) throw new Refusal('NOT_ALLOWED', 'The hub\'s operator cannot shut itself out.', ['organization'])
  const why = checkReason(reason)
  const suspendedAt = active ? null : before ?? change.at
  await change.run(setSuspended, { id, suspendedAt })
  await revokeIn(change, 'ORGANIZATION', id)
  change.audit({ subject: id, reason: why, changes: [{ field: 'suspendedAt', before, after: suspendedAt }] })
  return id
}
