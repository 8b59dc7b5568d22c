import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import { findOwnSite, findParties, type FoundParty } from './find-parties.cypher.ts'

/** Partners by the names that a report gives them. */
export const partiesNamed = async (change: Change, names: Iterable<string>): Promise<ReadonlyMap<string, FoundParty>> => {
  const wanted = [...new Set([...names].map((name) => name.trim()))]
  if (wanted.length === 0) return new Map()
  return new Map((await change.run(findParties, { names: wanted })).map((party) => [party.name, party]))
}

/**
 * The one partner named; undefined where none is.
 * @throws Refusal NOT_FOUND where the viewer knows no such partner
 */
export const partyNamed = async (change: Change, name: string | null | undefined, field: string): Promise<FoundParty | undefined> => {
  if (name === null || name === undefined || name.trim() === '') return undefined
  const party = (await partiesNamed(change, [name])).get(name.trim())
  if (party === undefined) throw new Refusal('NOT_FOUND', `No partner of yours is known as ${name}. Give its GLN, its unified social credit code or its hub code.`, [field])
  return party
}

/** Empty where none is named. */
export interface OwnPlace {
  readonly site?: string | undefined
  readonly country?: string | undefined
}

/**
 * The viewer's own place; undefined where none is named.
 * @throws Refusal NOT_FOUND where it is not its own
 */
export const ownPlace = async (change: Change, site: string | null | undefined): Promise<OwnPlace> => {
  if (site === null || site === undefined || site.trim() === '') return {}
  const [found] = await change.run(findOwnSite, { site: site.trim() })
  if (found === undefined) throw new Refusal('NOT_FOUND', `You have no place ${site}. Give the code, GLN or id of one of your own.`, ['site'])
  return { site: found.id, country: found.country ?? undefined }
}

export const ownSite = async (change: Change, site: string | null | undefined): Promise<string | undefined> => (await ownPlace(change, site)).site
