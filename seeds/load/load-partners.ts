import { stableId } from '../../server/kernel/ids.ts'
import type { History, OrganizationSeed, SiteSeed } from '../history.ts'
import type { BulkWriter } from './bulk-writer.ts'
import type { Directory } from './directory.ts'
import { writeLicences, writeOrganizations, writeSites, writeWards } from './partner.cypher.ts'

const organizationRow = ({ licences: _, onHub = true, ...seed }: OrganizationSeed) =>
  ({ id: stableId('org', seed.code), code: seed.code, properties: { ...seed, onHub } })

/** Where a seed gives an organization no site, it has one all the same: every thing it holds is somewhere. */
const missingSites = (organizations: readonly OrganizationSeed[], sites: readonly SiteSeed[], directory: Directory): SiteSeed[] => {
  const settled = new Set(sites.map(({ organization }) => organization))
  return organizations
    .filter(({ code }) => !settled.has(code) && !directory.hasSite(directory.organization(code)))
    .map(({ code, name, nameZh, country }) => ({ code: `${code}-MAIN`, organization: code, name, nameZh, country, main: true }))
}

const writeAll = async (sites: readonly SiteSeed[], directory: Directory, writer: BulkWriter): Promise<void> => {
  for (const { code, organization, main = false, country } of sites) directory.addSite(code, stableId('sit', code), { organization: directory.organization(organization), main, country })
  const rows = sites.map(({ organization, partOf: _, ...seed }) => {
    const [id, operator] = [stableId('sit', seed.code), directory.organization(organization)]
    return { id, code: seed.code, organization: operator, properties: { ...seed, main: directory.mainSite(operator) === id } }
  })
  for (const { code, id } of await writer.write(writeSites, rows)) {
    const row = rows.find((candidate) => candidate.code === code)
    if (row) directory.addSite(code, id, { ...row.properties, organization: row.organization })
  }
  const wards = sites.flatMap(({ code, partOf }) => (partOf === undefined ? [] : [{ site: directory.site(code), partOf: directory.site(partOf) }]))
  await writer.write(writeWards, wards)
}

/** Writes organizations with their licences, and sites; what is there already under the same code is brought up to date. */
export const loadPartners = async ({ organizations = [], sites = [] }: History, directory: Directory, writer: BulkWriter): Promise<void> => {
  for (const { code, id } of await writer.write(writeOrganizations, organizations.map(organizationRow))) directory.addOrganization(code, id)
  const licences = organizations.flatMap(({ code, licences: given = [] }) =>
    given.map((licence) => ({ organization: directory.organization(code), id: stableId('lic', `${code}|${licence.number}`), properties: licence })))
  await writer.write(writeLicences, licences)
  await writeAll([...sites, ...missingSites(organizations, sites, directory)], directory, writer)
}
