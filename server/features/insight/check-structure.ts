import type { Reader } from '../../kernel/graph.ts'
import type { Breach } from './breach.ts'
import { cyclesIn } from './cycles.rules.ts'
import { unsupplied, wrongNames } from './name-invariants.cypher.ts'
import { pagesOf } from './pages.ts'
import {
  constraintNames, consumedPage, duplicateBatches, duplicateSerials, indexNames, organizationsWithoutSite, overlappingPacks, overlappingParts,
  wrongPartBatches,
} from './structure-invariants.cypher.ts'
import { brokenWaiting, overdueWaiting } from './waiting-invariants.cypher.ts'

const guarded = [
  { constraint: 'serial_key', rule: 'serial.key', statement: duplicateSerials },
  { constraint: 'batch_key', rule: 'batch.key', statement: duplicateBatches },
] as const

/** Constraints and indexes of the migrations, and what a missing constraint may have let in. */
export async function* checkSchema(graph: Reader, expected: readonly string[]): AsyncGenerator<Breach> {
  const constraints = new Set((await graph.read(constraintNames, {})).map(({ name }) => name))
  const indexes = new Map((await graph.read(indexNames, {})).map(({ name, state }) => [name, state]))
  for (const name of expected) {
    const state = indexes.get(name) ?? (constraints.has(name) ? 'ONLINE' : 'missing')
    if (state !== 'ONLINE') yield { rule: 'schema', thing: name, found: state, expected: 'ONLINE' }
  }
  for (const { constraint, rule, statement } of guarded) {
    if (constraints.has(constraint)) continue
    for (const { thing, found } of await graph.read(statement, {})) yield { rule, thing, found: `${found} with this key`, expected: 'one' }
  }
}

/** Organizations without a place, what is in two places at once, and who supplies whom. */
export async function* checkStructure(graph: Reader): AsyncGenerator<Breach> {
  for (const { thing } of await graph.read(organizationsWithoutSite, {})) yield { rule: 'organization.site', thing, found: 'none', expected: 'at least one site' }
  for (const row of await graph.read(overlappingParts, {})) yield { rule: 'CONTAINS overlap', ...row, expected: 'one device at a time' }
  for (const row of await graph.read(overlappingPacks, {})) yield { rule: 'PACKS overlap', ...row, expected: 'one logistic unit at a time' }
  for (const row of await graph.read(wrongPartBatches, {})) yield { rule: 'CONTAINS batch', ...row }
  for (const row of await graph.read(unsupplied, {})) yield { rule: 'SUPPLIES', ...row }
  for (const row of await graph.read(wrongNames, {})) yield { rule: 'unnamedTo', ...row }
}

/** What waits until it is known: each name once for who waits, with its event, and no longer than it has to. */
export async function* checkWaiting(graph: Reader): AsyncGenerator<Breach> {
  for (const row of await graph.read(brokenWaiting, {})) yield { rule: 'finding.awaiting', ...row, expected: 'what is waited for, with its event, while it is open and no longer' }
  for (const row of await graph.read(overdueWaiting, {})) yield { rule: 'finding.overdue', ...row, expected: 'what waited is filed' }
}

/** Circles in the genealogy, by lot number. Only the ids of batches and their inputs are kept in memory. */
export async function* checkGenealogy(graph: Reader): AsyncGenerator<Breach> {
  const inputs = new Map<string, readonly string[]>()
  const lots = new Map<string, string>()
  for await (const page of pagesOf(graph, consumedPage, 5_000)) {
    for (const row of page) {
      inputs.set(row.id, row.inputs)
      lots.set(row.id, row.lotNumber)
    }
  }
  for (const circle of cyclesIn(inputs)) {
    const named = [...circle, circle[0] ?? ''].map((id) => lots.get(id) ?? id)
    yield { rule: 'CONSUMED cycle', thing: circle[0] ?? '', found: named.join(' → '), expected: 'no circle' }
  }
}
