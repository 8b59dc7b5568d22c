import { readFileSync } from 'node:fs'
import type { Landmarks } from '../../seeds/generate.ts'
import { labelText } from '../../server/features/identify/label-text.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import type { Graph } from '../../server/kernel/graph.ts'
import { inProject } from '../../server/kernel/project.ts'

/** One operation of the contract, as it is sent. */
export interface Question {
  readonly name: string
  readonly viewer: string
  readonly query: string
  readonly variables: object
  /** Of the bare driver's time, in milliseconds: what is aimed at. */
  readonly aim?: { readonly overDriver?: number; readonly atMost?: number }
}

const operation = (name: string): string => readFileSync(inProject(`test/contract/operations/${name}.graphql`), 'utf8')

const samples = cypher<{ code: string }, { udi: string; batch: string; maker: string }>()`
MATCH (:Organization {code: $in.code})<-[:HELD_BY]-(serial:Serial)-[:FROM]->(batch:Batch)
WITH serial, batch LIMIT 1
MATCH (maker:Organization {id: serial.maker})
RETURN serial.udi AS udi, batch.udi AS batch, maker.code AS maker
`

const boughtBy = cypher<{ lotNumber: string }, { maker: string }>()`
MATCH (lot:Batch {lotNumber: $in.lotNumber})-[:PASSED]->(maker:Organization)
WHERE 'MANUFACTURER' IN maker.kinds
RETURN maker.code AS maker LIMIT 1
`

/** Who asks for the scope of a lot: the maker that bought it. */
const buyerOf = async (graph: Graph, { lotNumber }: { readonly lotNumber: string }): Promise<string> => {
  const [found] = await graph.read(boughtBy, { lotNumber })
  if (!found) throw new Error(`The large graph has nobody who bought ${lotNumber}`)
  return `quality:${found.maker}`
}

/** The operations of the contract on the large graph: a hospital that holds very much, one that holds little, the maker. */
export const questionsFor = async (graph: Graph, { heavyRawLot, usualRawLot, largeHospital, smallHospital }: Landmarks): Promise<Question[]> => {
  const [found] = await graph.read(samples, { code: largeHospital })
  if (!found) throw new Error('The large graph has no serial at its large hospital')
  const hospital = `hospital:${largeHospital}`
  const maker = `quality:${found.maker}`
  const heavy = labelText({ scheme: 'GS1', di: heavyRawLot.di, lot: heavyRawLot.lotNumber })
  const usual = labelText({ scheme: 'GS1', di: usualRawLot.di, lot: usualRawLot.lotNumber })
  const near = { overDriver: 0.5 }
  return [
    { name: 'lookup', viewer: hospital, query: operation('lookup'), variables: { code: found.udi }, aim: near },
    { name: 'provenance', viewer: hospital, query: operation('provenance'), variables: { code: found.udi }, aim: near },
    { name: 'provenance (maker)', viewer: maker, query: operation('provenance'), variables: { code: found.udi }, aim: near },
    { name: 'batch provenance', viewer: maker, query: operation('batch-provenance'), variables: { code: found.batch } },
    { name: 'inventory, 20,000 held', viewer: hospital, query: operation('inventory'), variables: {}, aim: near },
    { name: 'inventory, 30 held', viewer: `hospital:${smallHospital}`, query: operation('inventory'), variables: {}, aim: near },
    { name: 'genealogy up', viewer: maker, query: operation('genealogy'), variables: { code: found.udi, direction: 'UPSTREAM' } },
    { name: `recall scope, ${usualRawLot.serials}`, viewer: await buyerOf(graph, usualRawLot), query: operation('recall-scope'), variables: { input: { materialLots: [usual] } } },
    { name: `recall scope, ${heavyRawLot.serials}`, viewer: await buyerOf(graph, heavyRawLot), query: operation('recall-scope'), variables: { input: { materialLots: [heavy] } }, aim: { atMost: 50 } },
    { name: 'organizations', viewer: hospital, query: operation('organizations'), variables: {} },
    { name: 'node', viewer: hospital, query: operation('node'), variables: { id: 'ser_none' } },
  ]
}
