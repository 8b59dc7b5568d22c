import type { Change } from '../../../record/change.ts'
import { partiesNamed } from '../../custody/report/parties.ts'
import { cbvName } from '../cbv.rules.ts'
import { glnOf } from '../epc-id.rules.ts'
import type { EpcisEvent } from '../epcis-event.type.ts'
import type { Draft } from './draft.rules.ts'
import { type FoundPlace, placesByGln } from './places.cypher.ts'

/** Organizations and sites that the drafts name, by GLN, of those that the sender may find. */
export interface Places {
  readonly organizations: ReadonlyMap<string, string>
  readonly sites: ReadonlyMap<string, FoundPlace>
}

/** Who takes part in an event, as far as the hub knows them. */
export interface Parties {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly owner?: string | undefined
  readonly site?: string | undefined
  /** All of them, the place's operator too. */
  readonly all: readonly string[]
  /** Whether the event says who takes part, by numbers that the hub could know. */
  readonly named: boolean
}

const ofType = (pairs: readonly { readonly type: string; readonly uri: string }[], type: string): string | undefined =>
  pairs.find((pair) => cbvName('sourceDestination', pair.type) === type)?.uri

const glnsIn = ({ sourceList = [], destinationList = [], bizLocation, readPoint }: EpcisEvent) => {
  const sources = sourceList.map(({ type, source }) => ({ type, uri: source }))
  const destinations = destinationList.map(({ type, destination }) => ({ type, uri: destination }))
  const gln = (uri: string | undefined): string | undefined => (uri === undefined ? undefined : glnOf(uri))
  return {
    from: gln(ofType(sources, 'possessing_party')), to: gln(ofType(destinations, 'possessing_party')), owner: gln(ofType(destinations, 'owning_party')),
    bizLocation: gln(bizLocation?.id), readPoint: gln(readPoint?.id),
  }
}

const present = (values: readonly (string | undefined)[]): string[] => [...new Set(values)].filter((value) => value !== undefined)

export const findPlaces = async (change: Change, drafts: readonly Draft[]): Promise<Places> => {
  const glns = present(drafts.flatMap(({ event }) => Object.values(glnsIn(event))))
  if (glns.length === 0) return { organizations: new Map(), sites: new Map() }
  const [parties, sites] = await Promise.all([partiesNamed(change, glns), change.run(placesByGln, { glns })])
  return { organizations: new Map([...parties].map(([gln, { id }]) => [gln, id])), sites: new Map(sites.map((place) => [place.gln, place])) }
}

/** Who gives, who takes and where: the possessing parties, else who operates bizLocation, then readPoint. */
export const partiesIn = (event: EpcisEvent, { organizations, sites }: Places): Parties => {
  const glns = glnsIn(event)
  const party = (gln: string | undefined): string | undefined => (gln === undefined ? undefined : organizations.get(gln))
  const place = [glns.bizLocation, glns.readPoint].flatMap((gln) => (gln === undefined ? [] : sites.get(gln) ?? []))[0]
  const [from, to] = [party(glns.from), party(glns.to)]
  return {
    from, to, owner: party(glns.owner), site: place?.site,
    all: present([from, to, place?.organization, party(glns.bizLocation), party(glns.readPoint)]),
    named: present([glns.from, glns.to, glns.bizLocation, glns.readPoint]).length > 0,
  }
}

/** Nobody reports for others: what names only others is kept as a claim, without an effect. */
export const isPartyTo = ({ all, named }: Parties, organization: string): boolean => !named || all.includes(organization)
