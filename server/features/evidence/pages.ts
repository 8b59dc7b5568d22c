import type { Ask } from '../../kernel/ask.ts'
import type { Context } from '../../kernel/context.ts'
import { DatabaseAway } from '../../kernel/errors.ts'
import { retried } from '../../kernel/retried.ts'

export type Row = Readonly<Record<string, unknown>>

/** Who asks the API for a pack. */
export interface Asking {
  readonly ask: Ask
  readonly context: Context
}

export interface PageOfRows {
  readonly edges: readonly { readonly node: Row }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

interface Paged {
  readonly page?: PageOfRows
  readonly subject?: { readonly page?: PageOfRows; readonly scope?: { readonly page: PageOfRows } } | null
}

const atOnce = 500

/** How long a page that a busy database does not give in time is asked for again, in milliseconds: reading the others took minutes, and a plan that was slow to make is there the next time. */
const patience = 60_000

const answered = <Data>({ ask, context }: Asking, query: string, variables: object): Promise<Data> =>
  retried(() => ask<Data>(context, query, variables), { mayPass: (error) => error instanceof DatabaseAway, milliseconds: patience })

const pageOf = ({ page, subject }: Paged): PageOfRows | undefined => page ?? subject?.page ?? subject?.scope?.page

/** All rows of a list, one page in memory at a time. @param begin so many at once, and the cursor after which it begins */
export async function* rowsOf(asking: Asking, query: string, id: string, begin: { readonly first?: number; readonly after?: string | null } = {}): AsyncGenerator<Row> {
  const { first = atOnce } = begin
  for (let after = begin.after ?? null; ;) {
    const page: PageOfRows | undefined = pageOf(await answered<Paged>(asking, query, { id, first, after }))
    if (!page) return
    for (const { node } of page.edges) yield node
    if (!page.pageInfo.hasNextPage) return
    after = page.pageInfo.endCursor
  }
}

/** One thing with its facts; null where the viewer sees none. */
export const factsOf = async <Facts = Row>(asking: Asking, query: string, variables: object): Promise<Facts | null> =>
  (await answered<{ subject: Facts | null }>(asking, query, variables)).subject
