/** A site as the page has it; the query's own type fits it. */
export interface SiteLike { id: string, code: string, kind: string | null }

/** A site with what lies within it. */
export interface SiteBranch<Site> { site: Site, within: Site[] }

const INSIDE = ['WARD', 'OPERATING_ROOM', 'STORE']

/**
 * Wards and stores under the house they belong to. The API lists sites flat: a ward's code starts with its house's code,
 * or else it belongs to the only house, or to the main one (`-MAIN`).
 */
export function siteTree<Site extends SiteLike>(sites: readonly Site[]): SiteBranch<Site>[] {
  const houses = sites.filter((site) => !INSIDE.includes(site.kind ?? ''))
  const branches = (houses.length > 0 ? houses : sites).map((site): SiteBranch<Site> => ({ site, within: [] }))
  if (houses.length === 0) return branches
  for (const site of sites) {
    if (!INSIDE.includes(site.kind ?? '')) continue
    const house = houseOf(site, branches.slice(0, houses.length))
    if (house) house.within.push(site)
    else branches.push({ site, within: [] })
  }
  return branches
}

function houseOf<Site extends SiteLike>(site: Site, houses: readonly SiteBranch<Site>[]): SiteBranch<Site> | undefined {
  const byCode = houses.find((house) => site.code.startsWith(`${house.site.code}-`))
  return byCode ?? (houses.length === 1 ? houses[0] : houses.find((house) => house.site.code.endsWith('-MAIN')))
}
