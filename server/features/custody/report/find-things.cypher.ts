import { visible } from '../../../access/visible.ts'
import { cypher, joinable } from '../../../kernel/cypher.ts'
import type { ScannedCode } from '../scanned-code.ts'

export interface FoundThing {
  readonly index: number
  readonly id: string
  /** Devices inside, where the code is that of a package. */
  readonly units: number | null
  /** The lot that a serial is from, to hold against the label. */
  readonly lotNumber: string | null
}

interface Codes {
  /** Counted from 0. */
  readonly codes: readonly (ScannedCode & { readonly index: number })[]
}

/** What each code names, of what the viewer may see; no row where that is nothing, several where a bare number fits several. */
export const findThings = joinable(cypher<Codes, FoundThing>()`
UNWIND $in.codes AS code
CALL (code) {
  CALL (code) {
    MATCH (:DeviceIdentifier {code: code.di})-[:IDENTIFIES]->(of:Product)
    MATCH (serial:Serial {key: of.id + '|' + code.serial})
    RETURN serial
    UNION
    MATCH (serial:Serial {serialNumber: code.plain})
    RETURN serial
    UNION
    MATCH (serial:Serial {id: code.id})
    RETURN serial
  }
  MATCH (serial)-[:OF]->(product:Product)
  WHERE ${visible.serial}
  OPTIONAL MATCH (serial)-[:FROM]->(lot:Batch)
  RETURN serial.id AS id, null AS units, lot.lotNumber AS lotNumber
  UNION
  CALL (code) {
    WITH code WHERE code.serial IS NULL
    MATCH (identifier:DeviceIdentifier {code: code.di})-[:IDENTIFIES]->(of:Product)
    MATCH (batch:Batch {key: of.id + '|' + code.lot})
    RETURN batch, CASE WHEN identifier.type = 'PACKAGE' THEN identifier.units END AS units
    UNION
    MATCH (batch:Batch {lotNumber: code.plain})
    RETURN batch, null AS units
    UNION
    MATCH (batch:Batch {id: code.id})
    RETURN batch, null AS units
  }
  MATCH (batch)-[:OF]->(product:Product)
  WHERE ${visible.batch}
  RETURN batch.id AS id, units, null AS lotNumber
  UNION
  CALL (code) {
    MATCH (logisticUnit:LogisticUnit {sscc: code.sscc})
    RETURN logisticUnit
    UNION
    MATCH (logisticUnit:LogisticUnit {id: code.id})
    RETURN logisticUnit
  }
  WITH logisticUnit WHERE ${visible.logisticUnit}
  RETURN logisticUnit.id AS id, null AS units, null AS lotNumber ORDER BY logisticUnit.key DESC LIMIT 1
}
RETURN code.index AS index, id, units, lotNumber
`, {
  join: (inputs) => ({ codes: inputs.flatMap(({ codes }) => codes).map((code, index) => ({ ...code, index })) }),
  split: (rows, inputs) => {
    const answers = inputs.map((): FoundThing[] => [])
    const asked = inputs.flatMap(({ codes }, position) => codes.map(({ index }) => ({ answer: answers[position], index })))
    for (const row of rows) asked[row.index]?.answer?.push({ ...row, index: asked[row.index]?.index ?? row.index })
    return answers
  },
})

interface Inside {
  readonly unit: string
  readonly things: readonly string[]
  /** Of lots: how many, in which carton. */
  readonly lots: readonly { readonly id: string; readonly unit: string; readonly quantity: number }[]
}

/** What is in cartons and pallets now, cartons within pallets too. */
export const packedInside = cypher<{ units: readonly string[] }, Inside>()`
UNWIND $in.units AS id
MATCH (unit:LogisticUnit {id: id})
WITH id, COLLECT {
  MATCH (unit)-[packs:PACKS*1..4]->(thing:Serial|Batch)
  WHERE all(pack IN packs WHERE pack.until IS NULL)
  RETURN DISTINCT {id: thing.id, pack: last(packs)}
} AS inside
RETURN id AS unit, [one IN inside | one.id] AS things,
  [one IN inside WHERE one.pack.quantity IS NOT NULL | {id: one.id, unit: startNode(one.pack).id, quantity: one.pack.quantity}] AS lots
`
