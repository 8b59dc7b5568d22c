import { cypher, part } from '../../kernel/cypher.ts'
import { makersOwn, recallMap } from './recall.cypher.ts'
import type { Recall } from './recall.type.ts'

/** Of the maker's own recalls; others see those that they were told of, by their notices. */
export interface RecallFilter {
  /** Any state where null. */
  readonly status: string | null
  readonly drill: boolean | null
}

const listed = part`
MATCH (recall:Recall)
WHERE recall.maker = $viewer.organization AND recall.place < $in.before AND ${makersOwn}
  AND ($in.status IS NULL OR recall.status = $in.status) AND ($in.drill IS NULL OR recall.drill = $in.drill)`

export const recallPage = cypher<RecallFilter & { before: string; limit: number }, { place: string; recall: Recall }>()`
${listed}
WITH recall ORDER BY recall.place DESC LIMIT toInteger($in.limit)
RETURN recall.place AS place, ${recallMap} AS recall ORDER BY place DESC
`

export const recallCount = cypher<RecallFilter & { before: string }, { total: number }>()`
${listed}
RETURN count(*) AS total
`

/** How many recalls are in each state, for the heads of a list. */
export const recallCounts = cypher<object, { status: string; drill: boolean; count: number }>()`
MATCH (recall:Recall)
WHERE recall.maker = $viewer.organization AND recall.place > '' AND ${makersOwn}
RETURN recall.status AS status, recall.drill AS drill, count(*) AS count ORDER BY status, drill
`
