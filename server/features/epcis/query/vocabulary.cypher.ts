import { cypher, part, type Part } from '../../../kernel/cypher.ts'
import { tellsOfUnnamed } from '../open-to-viewer.ts'

const mine = part`MATCH (told:EpcisEvent)-[open:OPEN_TO]->()
WHERE open.organization = $viewer.organization AND open.eventPlace > '' AND (NOT open.internal OR $viewer.internal)`

const page = part`
WITH DISTINCT place WHERE place > $in.after
RETURN place ORDER BY place LIMIT toInteger($in.limit)`

const values = (value: Part) => cypher<{ after: string; limit: number }, { place: string }>()`
${mine} AND ${value} IS NOT NULL
WITH ${value} AS place
${page}
`

/** What the events name that the viewer may see, each once and in order. */
export const vocabularies = {
  epcs: cypher<{ after: string; limit: number }, { place: string }>()`
${mine}
MATCH (told)-[:NAMES]->(epc:Epc)
WITH epc.uri AS place
${page}
`,
  bizSteps: values(part`told.bizStep`),
  bizLocations: values(part`CASE WHEN NOT ${tellsOfUnnamed} THEN told.bizLocation END`),
  readPoints: values(part`CASE WHEN NOT ${tellsOfUnnamed} THEN told.readPoint END`),
  dispositions: values(part`told.disposition`),
}
