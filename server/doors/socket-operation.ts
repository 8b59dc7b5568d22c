import { type DocumentNode, getOperationAST, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql'
import { limits } from './limits.ts'
import { shapeRule } from './shape.ts'

/** A wrong name is not answered with the right one where the schema is not shown, as in graphql.ts. */
export const hidesSuggestions = (): boolean => process.env['NODE_ENV'] === 'production'

const parsed = (query: string): DocumentNode | GraphQLError => {
  try {
    return parse(query, { maxTokens: limits.tokens })
  } catch (error) {
    if (error instanceof GraphQLError) return new GraphQLError(error.message, { source: error.source, positions: error.positions, extensions: { code: 'GRAPHQL_PARSE_FAILED' } })
    throw error
  }
}

/** The document of a subscription, or why it is not run. Queries and mutations have the HTTP door, with all of its limits. */
export const subscriptionOf = (schema: GraphQLSchema, query: string, operationName: string | undefined): DocumentNode | readonly GraphQLError[] => {
  const document = parsed(query)
  if (document instanceof GraphQLError) return [document]
  const errors = validate(schema, document, [...specifiedRules, shapeRule], { hideSuggestions: hidesSuggestions() })
  if (errors.length > 0) return errors
  if (getOperationAST(document, operationName)?.operation === 'subscription') return document
  return [new GraphQLError('Only subscriptions run over a socket. Send queries and mutations to POST /graphql.', { extensions: { code: 'BAD_REQUEST' } })]
}
