import {
  type DocumentNode, type ExecutionResult, getNamedType, getOperationAST, GraphQLError, type GraphQLInputType, GraphQLScalarType, GraphQLSchema, isInputObjectType, isInputType, Kind,
  type OperationDefinitionNode, typeFromAST,
} from 'graphql'
import { getVariableValues } from 'graphql/execution/values.js'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { isProduction } from './kernel/production.ts'

type Variables = Record<string, unknown>

/** Runs a compiled operation; errors of variables come as the compiler tells them. */
export type Compiled = (context: unknown, variables: Variables) => Promise<ExecutionResult> | ExecutionResult

/** Whether an input type contains itself, at whatever depth. */
const isRecursive = (type: GraphQLInputType, above: readonly string[] = []): boolean => {
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return false
  return above.includes(named.name) || Object.values(named.getFields()).some((field) => isRecursive(field.type, [...above, named.name]))
}

/** Takes any value as it is. */
const anyValue = new GraphQLScalarType({ name: 'AnyValue' })

const withAnyValue = (schema: GraphQLSchema): GraphQLSchema => {
  const config = schema.toConfig()
  return new GraphQLSchema({ ...config, types: [...config.types, anyValue], assumeValid: true })
}

/** The operation with variables of those names declared as any value. */
const loosened = (document: DocumentNode, operation: OperationDefinitionNode, names: readonly string[]): DocumentNode => {
  const variableDefinitions = operation.variableDefinitions?.map((definition) =>
    names.includes(definition.variable.name.value)
      ? { kind: definition.kind, variable: definition.variable, type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: anyValue.name } } } as const
      : definition)
  return { ...document, definitions: document.definitions.map((definition) => (definition === operation ? { ...operation, variableDefinitions } : definition)) }
}

/** What is wrong with the variables, as graphql-js says it. */
export const refusedVariables = (schema: GraphQLSchema, operation: OperationDefinitionNode | null | undefined, variables: Variables): GraphQLError[] | undefined =>
  getVariableValues(schema, operation?.variableDefinitions ?? [], variables, { hideSuggestions: isProduction() }).errors
    ?.map(({ message, nodes }) => new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } }))

/**
 * Compiles operations by graphql-jit. Its compiler never ends on a variable whose type contains itself, until memory
 * does: graphql-js coerces those, and what is compiled takes them as they are.
 * @returns undefined for what the compiler does not take
 */
export const compilerOf = (schema: GraphQLSchema) => {
  const loose = withAnyValue(schema)
  return (document: DocumentNode, operationName: string | undefined): Compiled | undefined => {
    const operation = getOperationAST(document, operationName)
    const recursive = (operation?.variableDefinitions ?? []).filter(({ type }) => {
      const named = typeFromAST(schema, type)
      return isInputType(named) && isRecursive(named)
    })
    const names = recursive.map(({ variable }) => variable.name.value)
    const query = operation && names.length > 0 ? compileQuery(loose, loosened(document, operation, names), operationName) : compileQuery(schema, document, operationName)
    if (!isCompiledQuery(query)) return undefined
    if (names.length === 0) return (context, variables) => query.query(undefined, context, variables)
    return (context, variables) => {
      const { coerced, errors } = getVariableValues(schema, recursive, variables)
      return errors ? { errors } : query.query(undefined, context, { ...variables, ...coerced })
    }
  }
}
