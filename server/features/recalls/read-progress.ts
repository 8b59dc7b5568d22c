import type { Statement } from '../../kernel/cypher.ts'
import { dispositionsBy } from './notice.rules.ts'
import { type LinesProgress, progressFacts, progressOfLines } from './progress.cypher.ts'
import { groupsOf, noLines, type RecallLines, type RecallStanding, withLines } from './progress.rules.ts'

/** How a statement is asked: outside of a change, or within one. */
type Ask = <In extends object, Row>(statement: Statement<In, Row>, input: In) => Promise<Row[]>

/** Lines of notices that one statement sums up, so that none takes longer the more a recall lists. */
const linesAtOnce = 2_000

/**
 * How far recalls have come, as far as their viewer may know: facts first, then what the notices list, page by page. A line is
 * in one page only and never goes away; an answer that comes meanwhile is in it, or in the next asking.
 * @param limit lines that one statement reads
 */
export const readProgress = async (ask: Ask, ids: readonly string[], limit = linesAtOnce): Promise<RecallStanding[]> => {
  const facts = await ask(progressFacts, { ids })
  const lines = new Map<string, RecallLines>()
  for (const notices of groupsOf(facts.flatMap((each) => each.notices), limit)) {
    let after: string | undefined = ''
    while (after !== undefined) {
      const pages: LinesProgress[] = await ask(progressOfLines, { notices, after, limit, ...dispositionsBy })
      for (const page of pages) lines.set(page.recall, withLines(lines.get(page.recall) ?? noLines, page))
      // Only a notice that is alone in its group can be longer than a page.
      after = pages.find((page) => notices.length === 1 && page.lines === limit)?.last
    }
  }
  return facts.map((each) => ({ ...each, ...(lines.get(each.recall) ?? noLines) }))
}
