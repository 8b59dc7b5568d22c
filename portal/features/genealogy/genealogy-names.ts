import type { GenealogyNode } from './genealogy-graph.ts'

/**
 * What people call a node by: the serial or else the lot number of its code,
 * the title where the code is of a scheme that does not show them.
 */
export function shortName(node: Pick<GenealogyNode, 'label' | 'title'>): string {
  return /\(21\)([^()]+)/.exec(node.label)?.[1] ?? /\(10\)([^()]+)/.exec(node.label)?.[1] ?? node.title
}

/** A text cut to a width, in columns: a Han character takes two. */
export function clip(text: string, columns: number): string {
  let width = 0
  let kept = ''
  for (const character of text) {
    width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
    if (width > columns) return `${kept.trimEnd()}…`
    kept += character
  }
  return text
}
