import type { Statement } from '../../kernel/cypher.ts'
import type { Reader } from '../../kernel/graph.ts'

/** Pages of a statement that goes by id; the next page is read while one is worked on. */
export async function* pagesOf<Row extends { readonly id: string }>(graph: Reader, statement: Statement<{ after: string; first: number }, Row>, first: number): AsyncGenerator<Row[]> {
  let next: Promise<Row[]> | undefined = graph.read(statement, { after: '', first })
  while (next !== undefined) {
    const page: Row[] = await next
    const last = page.at(-1)
    next = page.length < first || last === undefined ? undefined : graph.read(statement, { after: last.id, first })
    // A failure is told when the page is asked for; until then it must not end the process.
    next?.catch(() => undefined)
    yield page
  }
}
