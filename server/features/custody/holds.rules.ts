import type { CustodyContext, CustodyEvent } from './custody-event.type.ts'
import type { Hold, HoldMark } from './custody-state.type.ts'
import { actingParty } from './party.rules.ts'

const liftable: ReadonlySet<Hold> = new Set<Hold>(['QUARANTINED', 'NON_CONFORMANT', 'DAMAGED'])

/** The holds that stay when a party finds the thing good: the maker lifts any of quality's, others their own. A suspicion is lifted by who has it in hand and looks at it. */
export const lifted = (marks: readonly HoldMark[], event: CustodyEvent, { by, maker, holder }: { readonly by: string; readonly maker: string; readonly holder: string | undefined }): HoldMark[] => {
  const inspected = event.bizStep === 'inspecting'
  return marks.filter(({ hold, by: setter }) => {
    if (hold === 'SUSPECT') return !inspected || (by !== maker && by !== holder)
    return !liftable.has(hold) || (by !== setter && by !== maker)
  })
}

const added = (marks: readonly HoldMark[], hold: Hold, by: string, { eventTime }: CustodyEvent): readonly HoldMark[] =>
  marks.some((mark) => mark.hold === hold && mark.by === by) ? marks : [...marks, { hold, by, since: eventTime }]

/** inspecting, holding, repairing, and disposition available: what they do to the holds of a serial or a batch. */
export const holdsAfter = (marks: readonly HoldMark[], event: CustodyEvent, { places, maker }: CustodyContext, holder?: string): readonly HoldMark[] => {
  const by = actingParty(event, places)
  if (isPassed(event)) return lifted(marks, event, { by, maker, holder })
  if (event.bizStep === 'inspecting') return event.disposition === 'non_conformant' ? added(marks, 'NON_CONFORMANT', by, event) : marks
  return event.bizStep === 'holding' || event.bizStep === 'repairing' ? added(marks, 'QUARANTINED', by, event) : marks
}

/** Found good: inspected and conformant, or declared available again. */
export const isPassed = (event: CustodyEvent): boolean =>
  event.disposition === 'available' || (event.bizStep === 'inspecting' && event.disposition === 'conformant')
