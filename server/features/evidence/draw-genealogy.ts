import type { Language, Paper } from '../../paper/paper.ts'
import { filled, wordsOf } from './evidence-words.ts'

export interface DrawnNode {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly depth: number
  readonly product: { readonly name: string; readonly nameZh: string | null } | null
}

export interface DrawnGenealogy {
  readonly root: string
  readonly totalNodes: number
  readonly truncated: boolean
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly { readonly from: string; readonly to: string; readonly relation: string }[]
}

const [boxHeight, rowHeight, columnGap] = [30, 38, 22]
const mostColumns = 5
const mostRows = 14
const colors: Readonly<Record<string, string>> = { RAW: '#8a6d1f', COMPONENT: '#2f6b5d', FINISHED: '#1f5f9a', SERIAL: '#5a4a8a' }

export interface Box {
  readonly node: DrawnNode
  readonly x: number
  readonly y: number
}

export interface Layout {
  readonly boxes: ReadonlyMap<string, Box>
  readonly boxWidth: number
  readonly height: number
}

/** Materials left, devices right, one column a step; what no page has room for stands in the file. */
export const layOut = (nodes: readonly DrawnNode[], width: number): Layout => {
  const depths = [...new Set(nodes.map(({ depth }) => depth))].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b).slice(0, mostColumns).sort((a, b) => a - b)
  const columns = depths.map((depth) => nodes.filter((node) => node.depth === depth).slice(0, mostRows))
  const rows = Math.max(1, ...columns.map((column) => column.length))
  const boxWidth = (width - columnGap * (columns.length - 1)) / Math.max(1, columns.length)
  const boxes = new Map<string, Box>()
  for (const [at, column] of columns.entries()) {
    const top = ((rows - column.length) * rowHeight) / 2
    for (const [row, node] of column.entries()) boxes.set(node.id, { node, x: at * (boxWidth + columnGap), y: top + row * rowHeight })
  }
  return { boxes, boxWidth: Math.min(boxWidth, 190), height: rows * rowHeight }
}

/** The same tree as the portal draws, as lines and boxes: an input stands left of what was made of it. */
export const drawGenealogy = (paper: Paper, genealogy: DrawnGenealogy, language: Language): void => {
  const { boxes, boxWidth, height } = layOut(genealogy.nodes, paper.width)
  const left = 48
  paper.drawing(height + 6, (page, top) => {
    for (const { from, to } of genealogy.edges) {
      const [made, input] = [boxes.get(from), boxes.get(to)]
      if (!made || !input) continue
      const [x1, y1, x2, y2] = [left + input.x + boxWidth, top + input.y + boxHeight / 2, left + made.x, top + made.y + boxHeight / 2]
      page.moveTo(x1, y1).bezierCurveTo(x1 + 10, y1, x2 - 10, y2, x2, y2).lineWidth(0.7).strokeColor('#8793a1').stroke()
    }
    for (const { node, x, y } of boxes.values()) {
      page.rect(left + x, top + y, boxWidth, boxHeight).lineWidth(node.id === genealogy.root ? 1.8 : 0.8).fillAndStroke('#ffffff', colors[node.kind] ?? '#5a6675')
      paper.label(`${node.kind} ${node.title}`, left + x + 4, top + y + 3, boxWidth - 8, 7.5)
      paper.label((language === 'zh' ? node.product?.nameZh : null) ?? node.product?.name ?? '', left + x + 4, top + y + 15, boxWidth - 8, 6.5)
    }
  })
  if (boxes.size < genealogy.totalNodes) paper.text(filled(wordsOf(language).drawn, { shown: boxes.size, total: genealogy.totalNodes, file: 'genealogy.json' }), { quiet: true })
}
