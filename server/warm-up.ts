import { lookupByCode } from './features/lookup/lookup.cypher.ts'
import { inventoryPages } from './features/custody/inventory.cypher.ts'
import { codeOfLabel } from './features/custody/scanned-code.ts'
import { serialByCode } from './features/custody/serial.cypher.ts'
import { timelineOfSerials } from './features/custody/timeline.cypher.ts'
import { readLabel } from './features/identify/read-label.ts'
import type { Graph } from './kernel/graph.ts'

const nobody = { organization: '', internal: false, finds: [] }

/** A freshly started Neo4j plans its first statements in seconds: better now than while a nurse waits. Each is asked for nothing. */
export const warmUp = async (graph: Graph): Promise<void> => {
  const reader = graph.as(nobody)
  const code = codeOfLabel(readLabel('warm-up'))
  await reader.read(lookupByCode, code)
  await reader.read(serialByCode, code)
  await reader.read(timelineOfSerials, { ids: [], after: '', limit: 1 })
  await reader.read(inventoryPages.organization.all, { before: '', site: null, text: null, words: null, after: '', limit: 1 })
}
