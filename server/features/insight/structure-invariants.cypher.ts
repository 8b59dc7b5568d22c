import { cypher, part } from '../../kernel/cypher.ts'

export interface SiteRow {
  readonly id: string
  readonly organization: string
  readonly country: string | null
  readonly main: boolean
}

export const allSites = cypher<object, SiteRow>()`
MATCH (organization:Organization)-[:OPERATES]->(site:Site)
RETURN site.id AS id, organization.id AS organization, site.country AS country, coalesce(site.main, false) AS main`

export const organizationsWithoutSite = cypher<object, { thing: string }>()`
MATCH (organization:Organization)
WHERE NOT EXISTS { (organization)-[:OPERATES]->(:Site) }
RETURN organization.id + ' ' + organization.code AS thing`

/** Genealogy, edge by edge, a page of batches at a time. */
export const consumedPage = cypher<{ after: string; first: number }, { id: string; lotNumber: string; inputs: readonly string[] }>()`
MATCH (batch:Batch)
WHERE batch.id > $in.after
WITH batch ORDER BY batch.id LIMIT toInteger($in.first)
RETURN batch.id AS id, batch.lotNumber AS lotNumber, [(batch)-[:CONSUMED]->(input:Batch) | input.id] AS inputs`

export interface Overlap {
  readonly thing: string
  readonly found: string
}

const asOverlap = part`
RETURN thing.id AS thing, one.id + ' ' + oneFrom + '/' + oneUntil + ' and ' + other.id + ' ' + otherFrom + '/' + otherUntil AS found`

export const overlappingParts = cypher<object, Overlap>()`
MATCH (one:Serial)-[first:CONTAINS]->(thing:Serial)<-[second:CONTAINS]-(other:Serial)
WHERE elementId(first) < elementId(second)
WITH thing, one, other, first.installedAt AS oneFrom, coalesce(first.removedAt, 'open') AS oneUntil, second.installedAt AS otherFrom, coalesce(second.removedAt, 'open') AS otherUntil
WHERE oneFrom < otherUntil AND otherFrom < oneUntil
${asOverlap}`

export const overlappingPacks = cypher<object, Overlap>()`
MATCH (one:LogisticUnit)-[first:PACKS]->(thing)<-[second:PACKS]-(other:LogisticUnit)
WHERE elementId(first) < elementId(second) AND NOT thing:Batch
WITH thing, one, other, first.since AS oneFrom, coalesce(first.until, 'open') AS oneUntil, second.since AS otherFrom, coalesce(second.until, 'open') AS otherUntil
WHERE oneFrom < otherUntil AND otherFrom < oneUntil AND oneFrom < oneUntil AND otherFrom < otherUntil
${asOverlap}`

/** A part's lot stands on the relationship too, so that the devices with parts of a lot are one seek away. */
export const wrongPartBatches = cypher<object, { thing: string; found: string; expected: string }>()`
MATCH (device:Serial)-[contains:CONTAINS]->(part)
WITH device, part, contains.batch AS found, CASE WHEN part:Batch THEN part.id ELSE part.batch END AS expected
WHERE coalesce(found, '') <> coalesce(expected, '')
RETURN device.id + ' contains ' + part.id AS thing, coalesce(found, 'none') AS found, coalesce(expected, 'none') AS expected`

// These three are run only where the constraint that makes them impossible is missing.
interface Duplicate {
  readonly thing: string
  readonly found: number
}

export const duplicateSerials = cypher<object, Duplicate>()`
MATCH (serial:Serial)
WITH serial.key AS thing, count(*) AS found WHERE found > 1
RETURN thing, found`

export const duplicateBatches = cypher<object, Duplicate>()`
MATCH (batch:Batch)
WITH batch.key AS thing, count(*) AS found WHERE found > 1
RETURN thing, found`

export const constraintNames = cypher<object, { name: string }>()`SHOW CONSTRAINTS YIELD name`

export const indexNames = cypher<object, { name: string; state: string }>()`SHOW INDEXES YIELD name, state`
