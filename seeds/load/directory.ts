import type { Graph } from '../../server/kernel/graph.ts'
import type { Places } from '../../server/features/custody/custody-event.type.ts'
import { Failure } from '../../server/kernel/failure.ts'
import { type KnownSite, knownOrganizations, knownSites } from './partner.cypher.ts'
import { type KnownProduct, productsByIdentifier } from './product.cypher.ts'

const found = <T>(map: ReadonlyMap<string, T>, kind: string, code: string): T => {
  const value = map.get(code)
  if (value === undefined) throw new Failure(`The seed names the ${kind} ${code}, which neither it nor the graph has: correct the seed.`)
  return value
}

type AboutSite = Pick<KnownSite, 'organization' | 'main' | 'country'>

/** Organizations, sites and products by the codes that seeds use, those of the graph and those of the seed. */
export class Directory implements Places {
  private readonly organizations = new Map<string, string>()
  private readonly sites = new Map<string, string>()
  private readonly operators = new Map<string, string>()
  private readonly mainSites = new Map<string, string>()
  private readonly countries = new Map<string, string | null>()
  private readonly products = new Map<string, KnownProduct>()

  static async of(graph: Graph): Promise<Directory> {
    const directory = new Directory()
    for (const { id, code } of await graph.read(knownOrganizations, {})) directory.addOrganization(code, id)
    for (const { id, code, ...about } of await graph.read(knownSites, {})) directory.addSite(code, id, about)
    return directory
  }

  addOrganization(code: string, id: string): void {
    this.organizations.set(code, id)
  }

  /** The first site of an organization is its main one unless a later one says that it is. */
  addSite(code: string, id: string, { organization, main, country }: AboutSite): void {
    this.sites.set(code, id)
    this.operators.set(id, organization)
    this.countries.set(id, country)
    if (main || !this.mainSites.has(organization)) this.mainSites.set(organization, id)
  }

  addProduct(product: KnownProduct): void {
    this.products.set(product.di, product)
  }

  /** Finds in the graph what is not known yet. */
  async learnProducts(graph: Graph, dis: Iterable<string>): Promise<void> {
    const unknown = [...new Set(dis)].filter((di) => !this.products.has(di))
    if (unknown.length === 0) return
    for (const product of await graph.read(productsByIdentifier, { dis: unknown })) this.addProduct(product)
  }

  organization(code: string): string {
    return found(this.organizations, 'organization', code)
  }

  site(code: string): string {
    return found(this.sites, 'site', code)
  }

  product(di: string): KnownProduct {
    return found(this.products, 'product', di)
  }

  operator(site: string): string | undefined {
    return this.operators.get(site)
  }

  hasSite(organization: string): boolean {
    return this.mainSites.has(organization)
  }

  mainSite(organization: string): string {
    return found(this.mainSites, 'main site of organization', organization)
  }

  country(site: string): string | undefined {
    return this.countries.get(site) ?? undefined
  }
}
