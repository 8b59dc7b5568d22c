/** A site as the page has it; the query's own type fits it. */
export interface SiteLike { id: string, code: string, kind: string | null }

/** A site with what lies within it. */
export interface SiteBranch<Site> { site: Site, within: Site[] }

const INSIDE = ['WARD', 'OPERATING_ROOM', 'STORE']

/**
 * Wards and stores under the house they belong to. The API lists sites flat: a ward's code starts with its house's code;
 * where no code fits, it goes under the only house there is.
 */
export function siteTree<Site extends SiteLike>(sites: readonly Site[]): SiteBranch<Site>[] {
  const houses = sites.filter((site) => !INSIDE.includes(site.kind ?? ''))
  const branches = (houses.length > 0 ? houses : sites).map((site): SiteBranch<Site> => ({ site, within: [] }))
  if (houses.length === 0) return branches
  for (const site of sites) {
    if (!INSIDE.includes(site.kind ?? '')) continue
    const house = branches.find((branch) => site.code.startsWith(`${branch.site.code}-`)) ?? (branches.length === 1 ? branches[0] : undefined)
    if (house) house.within.push(site)
    else branches.push({ site, within: [] })
  }
  return branches
}
