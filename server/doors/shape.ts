import { type ASTVisitor, type FragmentDefinitionNode, GraphQLError, Kind, type SelectionNode, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql'
import { limits } from './limits.ts'

interface Shape {
  /** Fields inside each other. */
  readonly depth: number
  /** Fields that are asked for more than once, or under another name. */
  readonly aliases: number
}

const none: Shape = { depth: 0, aliases: 0 }

/**
 * Measures a selection as it will run: a fragment counts wherever it is spread. Each fragment is measured once, so that
 * fragments that spread each other twice, level by level, cost nothing; sums end at the limit's reach, not at infinity.
 */
const measurer = (fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined) => {
  const known = new Map<string, Shape>()
  const ofFragment = (name: string): Shape => {
    const before = known.get(name)
    if (before) return before
    // A fragment that spreads itself is another rule's business.
    known.set(name, none)
    const shape = ofSet(fragmentOf(name)?.selectionSet)
    known.set(name, shape)
    return shape
  }
  const ofSelection = (selection: SelectionNode, seen: Set<string>): Shape => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value)
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet, seen)
    const { name: { value: name }, alias, selectionSet } = selection
    const again = alias !== undefined || seen.has(name)
    seen.add(name)
    const inside = ofSet(selectionSet)
    return { depth: inside.depth + 1, aliases: inside.aliases + (again ? 1 : 0) }
  }
  const ofSet = (set: SelectionSetNode | undefined, seen = new Set<string>()): Shape =>
    (set?.selections ?? []).map((selection) => ofSelection(selection, seen)).reduce((one, other) => ({ depth: Math.max(one.depth, other.depth), aliases: one.aliases + other.aliases }), none)
  return ofSet
}

/** Apollo gives every error of a validation rule its own code, so ours stands beside it (graphql.ts). */
const refusal = (message: string, limit: string): GraphQLError => new GraphQLError(message, { extensions: { limit } })

const refusalOf = ({ depth, aliases }: Shape): GraphQLError | undefined => {
  if (depth > limits.depth) return refusal(`The query is ${depth} fields deep; at most ${limits.depth} are answered. Ask in several queries, or by node(id:).`, 'DEPTH_LIMIT')
  if (aliases > limits.aliases) return refusal(`The query names ${aliases} fields again or by another name; at most ${limits.aliases} are answered. Ask for a list instead, or in several queries.`, 'ALIAS_LIMIT')
  return undefined
}

/** Refuses what is too deep or repeats itself too often, before any variable is read. */
export const shapeRule: ValidationRule = (context: ValidationContext): ASTVisitor => {
  const measure = measurer((name) => context.getFragment(name))
  return {
    // The language's own description is nested deeply by every tool that reads it, and costs nothing in the database.
    OperationDefinition: ({ selectionSet }) => {
      const own = selectionSet.selections.filter((selection) => selection.kind !== Kind.FIELD || !['__schema', '__type'].includes(selection.name.value))
      const refused = refusalOf(measure({ ...selectionSet, selections: own }))
      if (refused) context.reportError(refused)
    },
  }
}
