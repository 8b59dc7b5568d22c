import type { Ask } from '../../kernel/ask.ts'
import type { Context } from '../../kernel/context.ts'

export type Row = Readonly<Record<string, unknown>>

/** Who asks the API for a pack. */
export interface Asking {
  readonly ask: Ask
  readonly context: Context
}

interface PageOfRows {
  readonly edges: readonly { readonly node: Row }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

interface Paged {
  readonly page?: PageOfRows
  readonly subject?: { readonly page?: PageOfRows; readonly scope?: { readonly page: PageOfRows } } | null
}

const atOnce = 500

const pageOf = ({ page, subject }: Paged): PageOfRows | undefined => page ?? subject?.page ?? subject?.scope?.page

/** All rows of a list, one page in memory at a time. */
export async function* rowsOf({ ask, context }: Asking, query: string, id: string): AsyncGenerator<Row> {
  for (let after: string | null = null; ;) {
    const page: PageOfRows | undefined = pageOf(await ask<Paged>(context, query, { id, first: atOnce, after }))
    if (!page) return
    for (const { node } of page.edges) yield node
    if (!page.pageInfo.hasNextPage) return
    after = page.pageInfo.endCursor
  }
}

/** One thing with its facts; null where the viewer sees none. */
export const factsOf = async <Facts = Row>({ ask, context }: Asking, query: string, variables: object): Promise<Facts | null> =>
  (await ask<{ subject: Facts | null }>(context, query, variables)).subject
