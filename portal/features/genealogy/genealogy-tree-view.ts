import type { TreeRow, TreeRows } from './genealogy-tree.ts'

/** How many children a row shows at first, and how many more each "show more" adds: a lot may have thousands. */
export const CHILDREN_STEP = 50

/** What of the tree is open: rows by key, and how many children of a long row are shown. */
export interface TreeState {
  open: ReadonlySet<string>
  shown: ReadonlyMap<string, number>
}

/** A line on the screen: a row, or the "show more" that ends a long list of children. */
export type VisibleRow = { key: string; row: TreeRow; more: 0 } | { key: string; row: TreeRow; more: number }

/** The lines to show, in order. */
export function visibleRows(rows: TreeRows, root: string, state: TreeState): VisibleRow[] {
  const row = rows.get(root)
  if (!row) return []
  const lines: VisibleRow[] = [{ key: row.key, row, more: 0 }]
  if (!state.open.has(row.key)) return lines
  const shown = Math.min(state.shown.get(row.key) ?? CHILDREN_STEP, row.children.length)
  for (const child of row.children.slice(0, shown)) lines.push(...visibleRows(rows, child, state))
  const hidden = row.children.length - shown
  if (hidden > 0) lines.push({ key: `${row.key}/more`, row, more: hidden })
  return lines
}

/** What opens at first: the root, its headings, and the rows down to a level while they are short. */
export function initiallyOpen(rows: TreeRows, levels: number): Set<string> {
  const open = new Set<string>()
  for (const row of rows.values()) {
    if (row.level < levels && row.children.length > 0 && (row.level <= 2 || row.children.length <= 12)) open.add(row.key)
  }
  return open
}

/** What a key asks of the tree. */
export type TreeMove = { focus: string } | { open: string } | { close: string } | { choose: string } | { openSiblings: string } | null

/**
 * The WAI-ARIA tree pattern: arrows, Home, End, Enter, Space, and * for all siblings.
 * `current` is the key of the focused line; null where the key means nothing to the tree.
 */
export function moveInTree(lines: VisibleRow[], current: string, key: string): TreeMove {
  const at = Math.max(0, lines.findIndex((line) => line.key === current))
  const line = lines[at]
  if (!line) return null
  switch (key) {
    case 'ArrowDown': return focusOn(lines[at + 1])
    case 'ArrowUp': return focusOn(lines[at - 1])
    case 'Home': return focusOn(lines[0])
    case 'End': return focusOn(lines.at(-1))
    case 'ArrowRight': return into(lines, at)
    case 'ArrowLeft': return outOf(lines, at)
    case '*': return { openSiblings: line.key }
    case 'Enter': case ' ': return { choose: line.key }
    default: return null
  }
}

function focusOn(line: VisibleRow | undefined): TreeMove {
  return line ? { focus: line.key } : null
}

function isOpen(lines: VisibleRow[], at: number): boolean {
  const parent = lines[at]
  const next = lines[at + 1]
  return parent?.more === 0 && next !== undefined && (next.more > 0 ? next.row.key : next.row.parent) === parent.key
}

function into(lines: VisibleRow[], at: number): TreeMove {
  const line = lines[at]
  if (!line || line.more > 0 || line.row.children.length === 0) return null
  return isOpen(lines, at) ? focusOn(lines[at + 1]) : { open: line.key }
}

function outOf(lines: VisibleRow[], at: number): TreeMove {
  const line = lines[at]
  if (!line) return null
  if (isOpen(lines, at)) return { close: line.key }
  const parent = line.more > 0 ? line.row.key : line.row.parent
  return parent ? { focus: parent } : null
}

/** The next line, round the end, whose text starts with what was typed. */
export function typeAhead(lines: VisibleRow[], current: string, typed: string, text: (line: VisibleRow) => string): TreeMove {
  const at = lines.findIndex((line) => line.key === current)
  const wanted = typed.toLocaleLowerCase()
  const order = [...lines.slice(at + 1), ...lines.slice(0, at + 1)]
  return focusOn(order.find((line) => text(line).toLocaleLowerCase().startsWith(wanted)))
}
