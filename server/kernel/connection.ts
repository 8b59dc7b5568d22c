import type { GraphQLResolveInfo, SelectionNode } from 'graphql'
import { type ClassType, Field, Int, ArgsType, ObjectType } from 'type-graphql'
import { BadInput } from './errors.ts'

/** More than this at once is refused: a longer list is read page by page. */
export const largestPage = 500

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: `How many, at most ${largestPage}.` })
  first?: number

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string
}

@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean

  @Field(() => String, { nullable: true })
  endCursor?: string | null
}

export interface Edge<Node> {
  cursor: string
  node: Node
}

export interface Connection<Node> {
  totalCount: number
  edges: Edge<Node>[]
  pageInfo: PageInfo
}

/** The Relay connection over a type: `<Name>Connection` with `<Name>Edge`. */
export const connectionOf = <Node extends object>(node: ClassType<Node>, name = node.name): ClassType<Connection<Node>> => {
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class NodeEdge {
    @Field(() => String)
    cursor!: string

    @Field(() => node)
    node!: Node
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class NodeConnection {
    @Field(() => Int, { description: 'All of them, however long the page.' })
    totalCount!: number

    @Field(() => [NodeEdge])
    edges!: NodeEdge[]

    @Field(() => PageInfo)
    pageInfo!: PageInfo
  }
  return NodeConnection
}

export interface Page {
  /** One more than asked for: it tells whether there is a next page. */
  readonly limit: number
  /** The sort key after which the page begins; empty text at the start. */
  readonly after: string
}

/** The page that the arguments ask for; a bad one is told. */
export const pageOf = ({ first, after }: PageArgs, usual: number): Page => {
  const size = first ?? usual
  if (size < 0 || size > largestPage) throw new BadInput(`first must be between 0 and ${largestPage}; it is ${size}.`)
  const key = after ? Buffer.from(after, 'base64url').toString('utf8') : ''
  if (after && Buffer.from(key, 'utf8').toString('base64url') !== after) throw new BadInput('after is not a cursor of this API: send the endCursor of the page before.')
  return { limit: size + 1, after: key }
}

/** Rows (one more than asked for, where there are more) as a connection; `keyOf` gives each row's place in the order. */
export const toConnection = <Row, Node>(rows: readonly Row[], page: Page, totalCount: number, keyOf: (row: Row) => string, nodeOf: (row: Row) => Node): Connection<Node> => {
  const edges = rows.slice(0, page.limit - 1).map((row) => ({ cursor: Buffer.from(keyOf(row), 'utf8').toString('base64url'), node: nodeOf(row) }))
  return { totalCount, edges, pageInfo: { hasNextPage: rows.length >= page.limit, endCursor: edges.at(-1)?.cursor ?? null } }
}

export const emptyConnection = <Node>(): Connection<Node> => ({ totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } })

const holds = (selection: SelectionNode, field: string, info: GraphQLResolveInfo): boolean => {
  if (selection.kind === 'Field') return selection.name.value === field
  const inside = selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value]
  return inside?.selectionSet.selections.some((deeper) => holds(deeper, field, info)) ?? false
}

/** Whether the caller asked for this field of what is being resolved, so that what nobody reads is not computed. */
export const selects = (info: GraphQLResolveInfo, field: string): boolean =>
  info.fieldNodes.some((node) => node.selectionSet?.selections.some((selection) => holds(selection, field, info)))
