import type { CustodyEvent, Places } from './custody-event.type.ts'

const byPlace = (event: CustodyEvent, places: Places): string =>
  (event.site === undefined ? undefined : places.operator(event.site)) ?? event.reportedBy

/** Who gives: the source's possessing party, else who operates the place, else who reports. */
export const sourceParty = (event: CustodyEvent, places: Places): string => event.from ?? byPlace(event, places)

/** Who takes: the destination's possessing party, else who operates the place, else who reports. */
export const destinationParty = (event: CustodyEvent, places: Places): string => event.to ?? byPlace(event, places)

/** Who acts where nothing changes hands: who operates the place, else who reports. */
export const actingParty = byPlace

/** The place of an event where that is the organization's own, else the organization's main site. */
export const siteOf = (event: CustodyEvent, organization: string, places: Places): string =>
  event.site !== undefined && places.operator(event.site) === organization ? event.site : places.mainSite(organization)
