import type { Change } from '../../../record/change.ts'
import type { Captured } from '../capture/capture-events.ts'
import type { Places } from '../custody-event.type.ts'
import { raiseMarks } from './mark.cypher.ts'
import { marksOf } from './marks.rules.ts'

/** A file may raise thousands: so many are told, the list has them all. */
const mostTold = 50

/** Marks what moved or was used although it may not be, or not any more, and tells who reported and who made it. Costs nothing where there is none. */
export const keepMarks = async (change: Change, captured: Captured, places: Places): Promise<void> => {
  const marks = marksOf(captured, places)
  if (marks.length === 0) return
  await change.run(raiseMarks, { rows: marks.map((mark) => ({ ...mark, at: change.at })) })
  for (const { id, code, organization, maker } of marks.slice(0, mostTold)) {
    for (const recipient of new Set([organization, maker])) change.tell({ type: 'finding.raised', subject: id, organization: recipient, data: { finding: id, code } })
  }
}
