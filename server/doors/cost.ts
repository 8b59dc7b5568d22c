import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server'
import { type DocumentNode, getNamedType, GraphQLError, type GraphQLSchema, isLeafType, visit } from 'graphql'
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity'
import type { Context } from '../kernel/context.ts'
import { limits } from './limits.ts'
import { refusal } from './refuse.ts'

/** What a list holds where the query does not say. */
const usualPage = 20

/** A value costs nothing, an object 1, and what stands inside a page counts for each of its rows. */
const estimate: ComplexityEstimator = ({ args, field, childComplexity }) => {
  const first: unknown = args['first']
  if (typeof first === 'number' && first > limits.page) throw refusal(`first is ${first}; a page holds at most ${limits.page}.`, 'PAGE_LIMIT', 400)
  if (isLeafType(getNamedType(field.type))) return 0
  const paged = field.args.some(({ name }) => name === 'first')
  return 1 + childComplexity * (paged ? (typeof first === 'number' ? Math.max(first, 0) : usualPage) : 1)
}

/** Whether the length of a page, or what is selected at all, depends on a variable: only then does the cost. */
const variesByRequest = (document: DocumentNode): boolean => {
  let varies = false
  visit(document, {
    Argument: ({ name, value }) => {
      varies ||= name.value === 'first' && value.kind === 'Variable'
    },
    Directive: () => {
      varies = true
    },
  })
  return varies
}

/** So many operations' costs are remembered. */
const kept = 1_000

type Counted = Pick<Parameters<typeof getComplexity>[0], 'variables' | 'operationName'> & { readonly document: DocumentNode }

const counterOf = (schema: GraphQLSchema) => ({ document, variables, operationName }: Counted): number => {
  try {
    return getComplexity({ schema, query: document, variables, operationName, estimators: [estimate] })
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions['code'] !== undefined) throw error
    // Variables that do not fit are refused by the execution, which says which; too many nodes to count are too many.
    return error instanceof GraphQLError && error.message.includes('number of nodes') ? Infinity : 0
  }
}

const refuseAbove = (cost: number): void => {
  if (cost > limits.cost) throw refusal(`The query costs ${cost}; at most ${limits.cost} is answered. Take shorter pages (first), or select fewer lists inside lists.`, 'COST_LIMIT', 400)
}

const remembered = (count: ReturnType<typeof counterOf>) => {
  const known = new Map<string, number | 'varies'>()
  return ({ document, request, queryHash, operationName }: GraphQLRequestContextDidResolveOperation<Context>): number => {
    const key = `${queryHash}:${operationName ?? ''}`
    const before = known.get(key)
    if (typeof before === 'number') return before
    const cost = count({ document, variables: request.variables ?? {}, operationName: operationName ?? undefined })
    if (known.size > kept) known.clear()
    known.set(key, before ?? (variesByRequest(document) ? 'varies' : cost))
    return cost
  }
}

/** Refuses what would cost too much, by graphql-query-complexity, before any resolver runs. @throws GraphQLError */
export const limitCost = (schema: GraphQLSchema): ((operation: Counted) => void) => {
  const count = counterOf(schema)
  return (operation) => refuseAbove(count(operation))
}

/** The same for what comes by HTTP, where one operation comes again and again. */
export const costPlugin = (schema: GraphQLSchema): ApolloServerPlugin<Context> => {
  const costOf = remembered(counterOf(schema))
  return {
    requestDidStart: async () => ({ didResolveOperation: async (request) => refuseAbove(costOf(request)) }),
  }
}
