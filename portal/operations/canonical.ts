import { type DocumentNode, print } from 'graphql'

/** A document as one text, whatever the order in which its fragments were put together: what its sum is made of. */
export function canonical({ definitions }: Pick<DocumentNode, 'definitions'>): string {
  return definitions.map(print).sort().join('\n\n')
}
