import type { Context } from '../../kernel/context.ts'
import { findRecallScope, frozenRecallScope } from './find-recall-scope.ts'
import type { RecallScopeInput } from './recall-scope.input.ts'
import type { RecallDraft } from './asked-scope.type.ts'
import { RecallScope, type ScopeSummary } from './recall-scope.type.ts'
import { lotUnits } from './progress.rules.ts'
import { progressOfRecall } from './recall.loader.ts'
import type { Recall } from './recall.type.ts'
import { draftedScope } from './recall-write.cypher.ts'

const nothing: ScopeSummary = { batchCount: 0, serialCount: 0, itemCount: 0, quantity: null, holders: [], inTransit: [], used: { serialCount: 0, quantities: [] }, countries: [] }

/** A partner's part of it: what its notice lists. */
const ownPart = async (context: Context, { id }: Recall): Promise<ScopeSummary> => {
  const row = await progressOfRecall(context).load(id)
  return row ? { ...nothing, batchCount: row.batches.size, serialCount: row.serials, quantity: { value: lotUnits(row).units, unit: 'EA' } } : nothing
}

const unsigned: readonly string[] = ['DRAFT', 'IN_REVIEW', 'CANCELLED']

/** What a draft was made of, to revise it; null where it is signed, or another's. */
export const draftOfRecall = async ({ graph, viewer }: Context, { id, status }: Recall): Promise<RecallDraft | null> => {
  if (!viewer.internal || !unsigned.includes(status)) return null
  const [own] = await graph.read(draftedScope, { id })
  return own?.scope ? { scope: JSON.parse(own.scope) as RecallDraft['scope'], adverseEvents: [...own.adverseEvents] } : null
}

/** What a recall reaches, as far as the viewer may know: as drafted until it is signed, as frozen from then on. */
export const scopeOfRecall = async (context: Context, recall: Recall): Promise<RecallScope> => {
  const { graph, viewer } = context
  const [own] = viewer.internal ? await graph.read(draftedScope, { id: recall.id }) : []
  if (!own) return new RecallScope(() => ownPart(context, recall))
  if (unsigned.includes(recall.status) && own.scope) return findRecallScope(graph, JSON.parse(own.scope) as RecallScopeInput)
  return frozenRecallScope(graph, { recall: recall.id, running: recall.status === 'ONGOING' && !recall.drill })
}
