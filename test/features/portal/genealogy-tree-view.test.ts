import { describe, expect, it } from 'vitest'
import { indexGenealogy } from '../../../portal/features/genealogy/genealogy-graph.ts'
import { buildTree } from '../../../portal/features/genealogy/genealogy-tree.ts'
import { CHILDREN_STEP, initiallyOpen, moveInTree, typeAhead, visibleRows, type VisibleRow } from '../../../portal/features/genealogy/genealogy-tree-view.ts'
import { graphOf } from './genealogy-graphs.ts'

const graph = graphOf('f1', 'f1<c1', 'f1<c2', 'c1<r1')
const rows = buildTree(graph, indexGenealogy(graph), 'UPSTREAM')

function lines(...open: string[]): VisibleRow[] {
  return visibleRows(rows, 'f1', { open: new Set(open), shown: new Map() })
}

describe('what of the tree is on the screen', () => {
  it('shows the children of open rows only', () => {
    expect(lines().map((line) => line.key)).toEqual(['f1'])
    expect(lines('f1').map((line) => line.key)).toEqual(['f1', 'f1/c1', 'f1/c2'])
    expect(lines('f1', 'f1/c1').map((line) => line.key)).toEqual(['f1', 'f1/c1', 'f1/c1/r1', 'f1/c2'])
  })

  it('ends a long list with how many more there are', () => {
    const serials = Array.from({ length: CHILDREN_STEP + 7 }, (_, at) => `s${at}<f1`)
    const long = graphOf('f1', ...serials)
    const tree = buildTree(long, indexGenealogy(long), 'DOWNSTREAM')
    const first = visibleRows(tree, 'f1', { open: new Set(['f1']), shown: new Map() })
    expect(first).toHaveLength(CHILDREN_STEP + 2)
    expect(first.at(-1)).toMatchObject({ key: 'f1/more', more: 7 })
    const all = visibleRows(tree, 'f1', { open: new Set(['f1']), shown: new Map([['f1', 2 * CHILDREN_STEP]]) })
    expect(all).toHaveLength(CHILDREN_STEP + 8)
  })

  it('opens the first levels', () => {
    expect([...initiallyOpen(rows, 2)]).toEqual(['f1'])
    expect([...initiallyOpen(rows, 3)]).toEqual(['f1', 'f1/c1'])
  })
})

describe('keys in the tree', () => {
  it('goes up and down, to the ends, and stops there', () => {
    const shown = lines('f1')
    expect(moveInTree(shown, 'f1', 'ArrowDown')).toEqual({ focus: 'f1/c1' })
    expect(moveInTree(shown, 'f1', 'ArrowUp')).toBeNull()
    expect(moveInTree(shown, 'f1/c2', 'ArrowDown')).toBeNull()
    expect(moveInTree(shown, 'f1/c2', 'Home')).toEqual({ focus: 'f1' })
    expect(moveInTree(shown, 'f1', 'End')).toEqual({ focus: 'f1/c2' })
  })

  it('opens before it goes in, closes before it goes out', () => {
    expect(moveInTree(lines('f1'), 'f1/c1', 'ArrowRight')).toEqual({ open: 'f1/c1' })
    expect(moveInTree(lines('f1', 'f1/c1'), 'f1/c1', 'ArrowRight')).toEqual({ focus: 'f1/c1/r1' })
    expect(moveInTree(lines('f1', 'f1/c1'), 'f1/c1', 'ArrowLeft')).toEqual({ close: 'f1/c1' })
    expect(moveInTree(lines('f1'), 'f1/c1', 'ArrowLeft')).toEqual({ focus: 'f1' })
    expect(moveInTree(lines('f1'), 'f1/c2', 'ArrowRight')).toBeNull()
  })

  it('chooses, opens siblings, and leaves other keys alone', () => {
    expect(moveInTree(lines('f1'), 'f1/c1', 'Enter')).toEqual({ choose: 'f1/c1' })
    expect(moveInTree(lines('f1'), 'f1/c1', '*')).toEqual({ openSiblings: 'f1/c1' })
    expect(moveInTree(lines('f1'), 'f1/c1', 'Tab')).toBeNull()
  })

  it('finds by what is typed, past the end from the start', () => {
    const text = (line: VisibleRow): string => line.row.id
    expect(typeAhead(lines('f1'), 'f1', 'C', text)).toEqual({ focus: 'f1/c1' })
    expect(typeAhead(lines('f1'), 'f1/c2', 'f', text)).toEqual({ focus: 'f1' })
    expect(typeAhead(lines('f1'), 'f1', 'x', text)).toBeNull()
  })
})
