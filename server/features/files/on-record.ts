import type { Writer } from '../../kernel/graph.ts'
import { cellText } from './cell.rules.ts'
import { recordedEvent } from './column.ts'
import { type Layout, type Problem, problemAt } from './line.rules.ts'
import { ownEvents } from './on-record.cypher.ts'
import type { Row } from './row.ts'

const already = { code: 'ALREADY_ON_RECORD', message: 'The hub exported this line itself: it is on record already, and was not reported again. To report something new, leave this column empty.' }

/** Rows of an export that tell of events on record: reported again they would count twice. */
export const onRecord = async ({ run }: Writer, rows: readonly Row[], layout: Layout): Promise<ReadonlyMap<Row, Problem[]>> => {
  const at = layout.at.get(recordedEvent.field)
  if (at === undefined) return new Map()
  const eventOf = ({ cells }: Row): string => cellText(cells[at] ?? '')
  const found = new Set((await run(ownEvents, { ids: [...new Set(rows.map(eventOf))] })).map(({ id }) => id))
  return new Map(rows.filter((row) => found.has(eventOf(row))).map((row) => [row, [problemAt(layout, row, recordedEvent.field, already)]]))
}
