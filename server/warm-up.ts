import { lookupByCode, lookupByLabel } from './features/lookup/lookup.cypher.ts'
import { inventoryPages } from './features/custody/inventory.cypher.ts'
import { codeOfLabel } from './features/custody/scanned-code.ts'
import { serialByCode } from './features/custody/serial.cypher.ts'
import { timelineOfSerials } from './features/custody/timeline.cypher.ts'
import { findGenealogy } from './features/genealogy/find-genealogy.ts'
import { GenealogyDirection } from './features/genealogy/genealogy.type.ts'
import { readLabel } from './features/identify/read-label.ts'
import type { Graph } from './kernel/graph.ts'

const nobody = { organization: '', internal: false, finds: [] }

/** A freshly started Neo4j plans its first statements in seconds: better now than while a nurse waits. Each is asked for nothing, and one that fails is no reason not to start. */
export const warmUp = async (graph: Graph): Promise<void> => {
  const reader = graph.as(nobody)
  const code = codeOfLabel(readLabel('warm-up'))
  await Promise.allSettled([
    reader.read(lookupByLabel, { ...code, stock: false }),
    reader.read(lookupByCode, { ...code, stock: false }),
    reader.read(serialByCode, code),
    reader.read(timelineOfSerials, { ids: [], after: '', limit: 1 }),
    reader.read(inventoryPages.organization.all, { before: '', site: null, text: null, words: null, after: '', limit: 1 }),
    findGenealogy(reader, { code: 'warm-up', direction: GenealogyDirection.BOTH, depth: 1 }),
  ])
}
