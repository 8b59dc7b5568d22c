import type { Places } from '../custody-event.type.ts'
import type { LockRow } from './lock.cypher.ts'

/** Who operates which site, and main sites, of those that were read. To ask for another is a defect: it would fold differently than the whole graph does. */
export class KnownPlaces implements Places {
  private readonly operators = new Map<string, string>()
  private readonly mains = new Map<string, string>()
  private readonly countries = new Map<string, string | null>()

  add({ sites, organizations }: Pick<LockRow, 'sites' | 'organizations'>): void {
    for (const { id, organization, country } of sites) {
      this.operators.set(id, organization)
      this.countries.set(id, country)
    }
    for (const { id, main, country } of organizations) {
      this.mains.set(id, main)
      this.countries.set(main, country)
    }
  }

  operator(site: string): string | undefined {
    return this.operators.get(site)
  }

  mainSite(organization: string): string {
    const site = this.mains.get(organization)
    if (site === undefined) throw new Error(`The main site of ${organization} was not read`)
    return site
  }

  country(site: string): string | undefined {
    return this.countries.get(site) ?? undefined
  }

  /** Where an organization's main site is, as far as that was read. */
  countryOf(organization: string): string | undefined {
    return this.country(this.mains.get(organization) ?? '')
  }

  missingSites(sites: Iterable<string>): string[] {
    return [...new Set(sites)].filter((site) => !this.operators.has(site))
  }

  missingOrganizations(organizations: Iterable<string>): string[] {
    return [...new Set(organizations)].filter((organization) => !this.mains.has(organization))
  }
}
