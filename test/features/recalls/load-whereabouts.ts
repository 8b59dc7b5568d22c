import { cypher } from '../../../server/kernel/cypher.ts'
import type { Graph } from '../../../server/kernel/graph.ts'
import { loadLineage, removeLineage } from '../genealogy/load-lineage.ts'
import { countryOf, type History, siteOf } from './random-whereabouts.ts'

const sites = cypher<{ sites: readonly object[] }, object>()`
UNWIND $in.sites AS row
MATCH (organization:Organization {id: row.organization})
SET organization.country = row.country
CREATE (organization)-[:OPERATES]->(:Site {id: row.id, code: row.id, name: row.id, country: row.country, organization: row.organization, main: true})
`

const made = cypher<{ days: readonly object[]; plant: string; batches: readonly string[] }, object>()`
CALL () {
  UNWIND $in.days AS row
  MATCH (thing:Serial|Batch {id: row.id})
  SET thing.manufacturedOn = row.day
}
UNWIND $in.batches AS id
MATCH (batch:Batch {id: id}), (site:Site {id: $in.plant})
CREATE (batch)-[:MADE_AT]->(site)
`

const serials = cypher<{ rows: readonly object[] }, object>()`
UNWIND $in.rows AS row
MATCH (serial:Serial {id: row.serial}), (holder:Organization {id: row.holder}), (site:Site {id: row.site})
SET serial.status = CASE row.state WHEN 'USED' THEN 'IMPLANTED' ELSE 'IN_STOCK' END
FOREACH (_ IN CASE WHEN row.state = 'USED' THEN [1] ELSE [] END | CREATE (serial)-[:USED_AT {on: '2026-10-01T00:00:00.000Z', organization: row.holder}]->(site))
FOREACH (_ IN CASE WHEN row.state <> 'USED' THEN [1] ELSE [] END | CREATE (serial)-[:HELD_BY {serial: row.serial, organization: row.holder, since: '2026-10-01T00:00:00.000Z', key: row.serial}]->(holder))
FOREACH (_ IN CASE WHEN row.state IN ['STOCK', 'UNDER_WAY'] THEN [1] ELSE [] END | CREATE (serial)-[:STORED_AT {site: row.site, key: row.serial}]->(site))
WITH serial, row WHERE row.to IS NOT NULL
MATCH (recipient:Organization {id: row.to})
CREATE (serial)-[:IN_TRANSIT {from: row.holder, to: row.to, since: '2026-10-02T00:00:00.000Z'}]->(recipient)
`

/** The batch's kept counts: what its serials and its units add up to, cell by cell. */
const keptCounts = cypher<{ cells: readonly object[]; transits: readonly object[] }, object>()`
CALL () {
  UNWIND $in.cells AS row
  MATCH (batch:Batch {id: row.batch}), (site:Site {id: row.site})
  FOREACH (_ IN CASE WHEN row.used THEN [1] ELSE [] END | CREATE (batch)-[:USED_AT {organization: row.organization, serials: row.serials, quantity: row.quantity, unit: row.unit, on: '2026-10-01T00:00:00.000Z'}]->(site))
  FOREACH (_ IN CASE WHEN row.used THEN [] ELSE [1] END | CREATE (batch)-[:STOCKED_AT {organization: row.organization, site: row.site, serials: row.serials, quantity: row.quantity, unit: row.unit, since: '2026-10-01T00:00:00.000Z', key: row.batch}]->(site))
}
UNWIND $in.transits AS row
MATCH (batch:Batch {id: row.batch}), (recipient:Organization {id: row.to})
CREATE (batch)-[:IN_TRANSIT {from: row.from, to: row.to, serials: row.serials, quantity: row.quantity, unit: 'EA', since: '2026-10-02T00:00:00.000Z'}]->(recipient)
`

const cleared = cypher<{ sites: readonly string[] }, object>()`
UNWIND $in.sites AS id
MATCH (site:Site {id: id})
DETACH DELETE site
`

/** Adds up rows that share a key. */
const summed = <Row extends { serials: number; quantity: number }>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] => {
  const sums = new Map<string, Row>()
  for (const row of rows) {
    const known = sums.get(keyOf(row))
    sums.set(keyOf(row), known ? { ...known, serials: known.serials + row.serials, quantity: known.quantity + row.quantity } : row)
  }
  return [...sums.values()]
}

const serialsByBatch = ({ lineage, whereabouts }: History) =>
  [...whereabouts].flatMap(([id, where]) => {
    const batch = lineage.things.get(id)?.batch
    return batch && where.state !== 'GONE' ? [{ batch, where }] : []
  })

const cellsOf = (history: History) => {
  const ofSerials = serialsByBatch(history).flatMap(({ batch, where }) =>
    where.state === 'INSIDE' ? [] : [{ batch, organization: where.holder, used: where.state === 'USED', serials: 1, quantity: 0, unit: 'EA' }])
  const ofLots = history.cells.map((cell) => ({ ...cell, serials: 0 }))
  return summed([...ofLots, ...ofSerials], ({ batch, organization, used }) => JSON.stringify([batch, organization, used]))
    .map((cell) => ({ ...cell, site: siteOf(cell.organization) }))
}

const transitsOf = (history: History) => {
  const ofSerials = serialsByBatch(history).flatMap(({ batch, where }) =>
    where.state === 'UNDER_WAY' && where.to ? [{ batch, from: where.holder, to: where.to, serials: 1, quantity: 0 }] : [])
  return summed([...history.transits.map((transit) => ({ ...transit, serials: 0 })), ...ofSerials], ({ batch, from, to }) => JSON.stringify([batch, from, to]))
}

export const loadHistory = async (graph: Graph, history: History): Promise<void> => {
  const { lineage, maker, whereabouts, madeOn, madeAtPlant } = history
  await loadLineage(graph, lineage)
  const rows = [...whereabouts].flatMap(([serial, where]) => (where.state === 'GONE' ? [] : [{ ...where, serial, site: siteOf(where.holder) }]))
  await graph.write(async (writer) => {
    await writer.run(sites, { sites: lineage.organizations.map((organization) => ({ id: siteOf(organization), organization, country: countryOf(organization) })) })
    await writer.run(made, { days: [...madeOn].map(([id, day]) => ({ id, day })), plant: siteOf(maker), batches: [...madeAtPlant] })
    await writer.run(serials, { rows })
    await writer.run(keptCounts, { cells: cellsOf(history), transits: transitsOf(history) })
  })
}

export const removeHistory = async (graph: Graph, { lineage }: History): Promise<void> => {
  await graph.write((writer) => writer.run(cleared, { sites: lineage.organizations.map(siteOf) }))
  await removeLineage(graph, lineage)
}
