import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { manufacturersOf, organizationsById, sitesById, sitesOf } from './organization.cypher.ts'
import type { Organization } from './organization.type.ts'
import type { Site } from './site.type.ts'

export const organizationById = loaderOf<string, Organization | null>(
  async ({ graph }, ids) => bySubject(await graph.read(organizationsById, { ids }), (row) => row.organization.id, (row) => row.organization),
  () => null,
)

export const siteById = loaderOf<string, Site | null>(
  async ({ graph }, ids) => bySubject(await graph.read(sitesById, { ids }), (row) => row.site.id, (row) => row.site),
  () => null,
)

export const manufacturerOfProduct = loaderOf<string, Organization | null>(
  async ({ graph }, products) => bySubject(await graph.read(manufacturersOf, { products }), (row) => row.product, (row) => row.organization),
  () => null,
)

export const sitesOfOrganization = loaderOf<string, Site[]>(
  async ({ graph }, organizations) => bySubject(await graph.read(sitesOf, { organizations }), (row) => row.organization, (row) => row.sites),
  () => [],
)
