import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Change } from '../../record/change.ts'
import { check, checkName, checkReason, textOrNull } from './check-input.ts'
import { changed, checkCountry, checkNumbers, managedBy, unnumbered } from './manage-organizations.ts'
import { createSite, managedSite, type SiteFacts, updateSite } from './organization-change.cypher.ts'
import type { AddSiteInput, ChangeSiteInput, SiteFactsInput } from './organization-change.type.ts'

const kinds = ['PLANT', 'WORKSHOP', 'WAREHOUSE', 'HOSPITAL', 'WARD', 'CLINIC', 'OFFICE', 'STORE', 'LABORATORY', 'SERVICE_CENTRE', 'OPERATING_ROOM']

const factsOf = ({ name, nameZh, kind, country, gln }: SiteFactsInput, home: string | null): SiteFacts => {
  const given = textOrNull(kind, 'kind')
  check(given === null || kinds.includes(given), `Give a kind of site: ${kinds.join(', ')}.`, 'kind')
  const place = textOrNull(country, 'country') ?? home
  return { name: checkName(name), nameZh: textOrNull(nameZh, 'nameZh'), kind: given, country: place === null ? null : checkCountry(place), gln: textOrNull(gln, 'gln') }
}

/** A further place of an organization. @returns the organization's id */
export const addSite = async (change: Change, input: AddSiteInput): Promise<string> => {
  const { id: organization, code, country } = await managedBy(change, input.organization)
  check(/^[A-Z\d][A-Z\d-]{0,39}$/.test(input.place), 'Give a code of up to 40 capital letters, digits, dashes.', 'place')
  const facts = factsOf(input, country)
  const id = newId('sit')
  // No organization's code has a dot, so that no other's site can have this one, and none is told of here.
  const siteCode = `${code}.${input.place}`
  await checkNumbers(change, id, unnumbered, { ...unnumbered, gln: facts.gln })
  const [made] = await change.run(createSite, { organization, place: input.place, site: { id, code: siteCode, properties: { ...facts, organization } } })
  if (!made) throw new Refusal('CONFLICT', 'The organization has a site of this code.', ['place'])
  change.audit({ subject: organization, changes: [{ field: 'site', before: null, after: siteCode }, ...changed({}, facts)] })
  return organization
}

/** What a site is called and is; its code stays. @returns the organization's id */
export const changeSite = async (change: Change, input: ChangeSiteInput): Promise<string> => {
  const [found] = await change.run(managedSite, { id: input.site })
  if (!found) throw new Refusal('NOT_FOUND', 'There is no such site for you to manage.', ['site'])
  const reason = checkReason(input.reason)
  const facts = factsOf(input, found.facts.country)
  await checkNumbers(change, found.id, { ...unnumbered, gln: found.facts.gln }, { ...unnumbered, gln: facts.gln })
  await change.run(updateSite, { id: found.id, facts })
  change.audit({ subject: found.organization, reason, changes: [{ field: 'site', before: found.id, after: found.id }, ...changed(found.facts, facts)] })
  return found.organization
}
