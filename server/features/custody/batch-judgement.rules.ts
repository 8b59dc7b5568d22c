import { block, release } from './batch-marks.rules.ts'
import { type BatchRule, heldBy } from './batch-changes.rules.ts'
import type { CustodyEvent } from './custody-event.type.ts'
import type { Hold } from './custody-state.type.ts'
import { isPassed } from './holds.rules.ts'
import { actingParty, siteOf } from './party.rules.ts'
import { withFinding } from './serial-changes.rules.ts'

const holdOf = ({ bizStep, disposition }: CustodyEvent): Hold | undefined => {
  if (bizStep === 'inspecting') return disposition === 'non_conformant' ? 'NON_CONFORMANT' : undefined
  return bizStep === 'holding' || bizStep === 'repairing' ? 'QUARANTINED' : undefined
}

/** inspecting, holding, repairing, available: so many units of who judges them are held, or usable again. Units have no names, so whoever has them judges them, whoever held them before. */
export const judgeLot: BatchRule = (state, { event }, quantity, { places }) => {
  const by = actingParty(event, places)
  const site = siteOf(event, by, places)
  if (isPassed(event)) return release(state, by, site, quantity)
  const hold = holdOf(event)
  if (hold === undefined) return state
  const judged = block(state, by, site, quantity, hold).state
  return heldBy(state, by) < quantity ? withFinding(judged, 'COUNT_DIFFERS', event) : judged
}
