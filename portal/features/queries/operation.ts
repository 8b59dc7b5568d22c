import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql'

export type Operation = OperationDefinitionNode

const operationsOf = ({ definitions }: DocumentNode) => definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)

/**
 * The operation that the cursor stands in, or the last one before it, else the first.
 * @param at where the cursor is, in characters from the start
 * @throws GraphQLError where the text is no GraphQL
 */
export function operationAt(text: string, at: number): Operation | undefined {
  const operations = operationsOf(parse(text))
  return operations.findLast(({ loc }) => loc && loc.start <= at) ?? operations[0]
}

/** What an operation is called: by its name, or by the first thing that it asks for. */
export function nameOf(operation: Operation): string {
  const [first] = operation.selectionSet.selections
  return operation.name?.value ?? (first?.kind === Kind.FIELD ? first.name.value : operation.operation)
}

/** A line for a list: what the text's first operation is called, or how the text begins. */
export function titleOf(text: string): string {
  try {
    const operation = operationAt(text, 0)
    if (operation) return nameOf(operation)
  } catch {
    // Half-written text has no operation; its beginning says enough.
  }
  return text.trim().slice(0, 40)
}
