import { formatDocument } from '@urql/core'
import { type DefinitionNode, type DocumentNode, type FragmentDefinitionNode, Kind, parse, visit } from 'graphql'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { canonical } from './canonical.ts'

const portal = fileURLToPath(new URL('..', import.meta.url))
const output = fileURLToPath(new URL('../../dist/operations.json', import.meta.url))

const sumOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** gql.tada takes its own directive away before anything is sent. */
const withoutMasks = (document: DocumentNode): DocumentNode => visit(document, { Directive: ({ name }) => (name.value === '_unmask' ? null : undefined) })

/** All that the portal's sources write in GraphQL, as definitions. */
export function allDefinitions(): DefinitionNode[] {
  const files = readdirSync(portal, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|vue)$/.test(name))
  const texts = files.flatMap((name) => [...readFileSync(join(portal, name), 'utf8').matchAll(/graphql\(`([^`]+)`/g)].map(([, text]) => text ?? ''))
  return texts.flatMap((text) => withoutMasks(parse(text)).definitions)
}

/** Names of the fragments that a definition needs, through others too. */
function needed(definition: DefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, found = new Set<string>()): Set<string> {
  visit(definition, {
    FragmentSpread: ({ name: { value } }) => {
      const fragment = fragments.get(value)
      if (!fragment) throw new Error(`No fragment ${value} in the portal's sources`)
      if (!found.has(value)) needed(fragment, fragments, found.add(value))
    },
  })
  return found
}

/** Every operation of the portal by its sum, as it is asked, and the sums of those that go over the socket, as they are written. */
export function operationsOf(definitions: readonly DefinitionNode[]): { texts: Record<string, string>, sockets: string[] } {
  const fragments = new Map(definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]))
  const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  const documents = operations.map((operation) => ({ kind: Kind.DOCUMENT as const, definitions: [operation, ...[...needed(operation, fragments)].flatMap((name) => fragments.get(name) ?? [])] }))
  const texts = documents.map((document) => canonical(formatDocument(document)))
  return { texts: Object.fromEntries(texts.map((text) => [sumOf(text), text])), sockets: documents.map((document) => sumOf(canonical(document))) }
}

/** Writes what the portal may ask beside it: the hub then needs no more than the sum, and takes nothing else from the portal. */
export function trustedOperations(): Plugin {
  return {
    name: 'devicetrail-operations',
    apply: 'build',
    closeBundle() {
      mkdirSync(dirname(output), { recursive: true })
      writeFileSync(output, JSON.stringify(operationsOf(allDefinitions())))
    },
  }
}
