import { type DocumentNode, type ExecutionArgs, getOperationAST, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import type { Context } from '../kernel/context.ts'
import { isProduction } from '../kernel/production.ts'
import { limitCost } from './cost.ts'
import { limits } from './limits.ts'
import type { Operations } from './operations.ts'
import { countViewer } from './rate-hooks.ts'
import type { Rates } from './rates.ts'
import { DoorRefusal, refusalOf } from './refuse.ts'
import { shapeRule } from './shape.ts'

const parsed = (query: string): DocumentNode => {
  try {
    return parse(query, { maxTokens: limits.tokens })
  } catch (error) {
    if (error instanceof GraphQLError) throw new GraphQLError(error.message, { source: error.source, positions: error.positions, extensions: { code: 'GRAPHQL_PARSE_FAILED' } })
    throw error
  }
}

/** Queries and mutations have the HTTP door, with all of its limits. */
const mustSubscribe = (document: DocumentNode, operationName: string | undefined): void => {
  if (getOperationAST(document, operationName)?.operation === 'subscription') return
  throw new GraphQLError('Only subscriptions run over a socket. Send queries and mutations to POST /graphql.', { extensions: { code: 'BAD_REQUEST' } })
}

/** As GraphQL tells it; what nobody expected goes on as the cause, for the log. */
const asGraphQL = (error: unknown): GraphQLError => {
  if (error instanceof DoorRefusal) return refusalOf(error)
  return error instanceof GraphQLError ? error : new GraphQLError('The subscription failed', { originalError: error instanceof Error ? error : new Error(String(error)) })
}

interface Tools {
  readonly schema: GraphQLSchema
  readonly operations: Operations
  readonly rates: Pick<Rates, 'take'>
}

/** Makes a subscription ready to run, or says why it is not run: it counts and is limited as a request by HTTP is. */
export const subscriptionsOf = ({ schema, operations, rates }: Tools) => {
  const refuseDear = limitCost(schema)
  return async (context: Context, { query, operationName: name, variables }: SubscribePayload): Promise<ExecutionArgs | readonly GraphQLError[]> => {
    const operationName = name ?? undefined
    try {
      await rates.take('address', context.address ?? '')
      await countViewer(rates, context.viewer)
      operations.check(context.viewer, query)
      const document = parsed(query)
      const errors = validate(schema, document, [...specifiedRules, shapeRule], { hideSuggestions: isProduction() })
      if (errors.length > 0) return errors
      mustSubscribe(document, operationName)
      refuseDear({ document, variables: variables ?? {}, operationName })
      return { schema, document, operationName, variableValues: variables, contextValue: context, hideSuggestions: isProduction() }
    } catch (error) {
      return [asGraphQL(error)]
    }
  }
}
