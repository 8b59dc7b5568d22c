import bwip from 'bwip-js/node'
import PDFDocument from 'pdfkit'
import type { Readable } from 'node:stream'
import { Refusal } from '../../kernel/errors.ts'
import { Fonts } from '../../paper/runs.ts'
import { humanText, type LabelContent, type SymbolName, symbolText } from './label-content.rules.ts'

/** Width and height in millimetres: usual labels for devices, and A6 for cartons and pallets. */
export const labelSizes = { '30x20': [30, 20], '50x30': [50, 30], '75x50': [75, 50], '100x50': [100, 50], '105x148': [105, 148] } as const
export type LabelSize = keyof typeof labelSizes

const point = 72 / 25.4
const margin = 2

/** Millimetres of one module: GS1 General Specifications 5.12.3, tables for healthcare and, of an SSCC, for logistics. */
const modules = { datamatrix: { least: 0.254, most: 0.6 }, 'gs1-128': { least: 0.17, most: 0.495 }, sscc: { least: 0.495, most: 0.94 } } as const

interface Drawn {
  /** Modules across and up; a linear symbol is as high as the label has room for. */
  readonly across: number
  readonly up: number | null
  /** Dark runs: column, row, length. */
  readonly runs: readonly (readonly [x: number, y: number, length: number])[]
}

const matrixRuns = (pixels: readonly number[], across: number): Drawn['runs'] =>
  pixels.flatMap((dark, index) => (dark === 1 && (index % across === 0 || pixels[index - 1] !== 1) ? [[index % across, Math.floor(index / across), runLength(pixels, index, across)] as const] : []))

const runLength = (pixels: readonly number[], start: number, across: number): number => {
  const end = pixels.findIndex((dark, index) => index > start && (dark !== 1 || index % across === 0))
  return (end < 0 ? pixels.length : end) - start
}

const barRuns = (widths: readonly number[]): Drawn => {
  let x = 0
  const runs = widths.flatMap((width, index) => {
    const at = x
    x += width
    return index % 2 === 0 ? [[at, 0, width] as const] : []
  })
  return { across: x, up: null, runs }
}

const drawn = (content: LabelContent, symbol: SymbolName): Drawn => {
  const [made] = bwip.raw({ bcid: symbol === 'datamatrix' ? 'datamatrix' : 'code128', text: symbolText(content), parse: true, parsefnc: true })
  if (made === undefined) throw new Error('No symbol was made')
  return 'pixs' in made ? { across: made.pixx, up: made.pixy, runs: matrixRuns(made.pixs, made.pixx) } : barRuns(made.sbs)
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const tooSmall = (): Refusal => new Refusal('INVALID_INPUT', 'The symbol would be too fine to scan. Take a larger label, or a DataMatrix.', ['size'])

/** Where symbol and text stand, in millimetres; beside a DataMatrix one module stays free, beside bars ten. */
const placed = ({ across, up }: Drawn, [width, height]: readonly [number, number], { least, most }: { least: number; most: number }): { module: number; symbol: Place; text: Place } => {
  const quiet = up === null ? 20 : 2
  const room = up === null ? width - margin : Math.min(width * 0.6, height) - 2 * margin
  const module = Math.min(most, room / (across + quiet))
  if (module < least) throw tooSmall()
  const own = module * across
  if (up !== null) return { module, symbol: { x: margin, y: margin, width: own, height: module * up }, text: { x: own + 2 * margin, y: margin, width: width - own - 3 * margin, height: height - 2 * margin } }
  const bars = height * 0.4
  return { module, symbol: { x: (width - own) / 2, y: height - margin - bars, width: own, height: bars }, text: { x: margin, y: margin, width: width - 2 * margin, height: height - 3 * margin - bars } }
}

const write = (page: PDFKit.PDFDocument, fonts: Fonts, content: LabelContent, { x, y, width, height }: Place): void => {
  const lines = [...content.lines, humanText(content)]
  const size = Math.min(9, Math.max(4, height / lines.length / 0.6))
  let top = y * point
  for (const line of lines) {
    const [run] = fonts.runsOf(line)
    const options = { width: width * point, height: size * 2.6, ellipsis: true, characterSpacing: 0 }
    page.font(run?.font ?? 'text').fontSize(size)
    if (top + size > (y + height) * point) return
    page.text(line, x * point, top, options)
    top = page.y + size * 0.15
  }
}

/**
 * Labels as a PDF, one on each page, in the size of the label stock: symbol in exact modules, no picture to be scaled.
 * @throws Refusal where the symbol does not fit, or bars are asked for a code that is none of GS1's
 */
export const labelsPdf = (contents: readonly LabelContent[], symbol: SymbolName, size: LabelSize, copies: number): Readable => {
  const [width, height] = labelSizes[size]
  const labels = contents.map((content) => {
    if (content.elements === null && symbol === 'gs1-128') throw new Refusal('INVALID_INPUT', 'This code is none of GS1\'s, so it has no GS1-128. Print a DataMatrix.', ['symbol'])
    const own = drawn(content, symbol)
    return { content, own, at: placed(own, labelSizes[size], modules[symbol === 'gs1-128' && content.elements?.[0]?.[0] === '00' ? 'sscc' : symbol]) }
  })
  const page = new PDFDocument({ size: [width * point, height * point], margin: 0, autoFirstPage: false, info: { Title: 'Labels', Creator: 'Devicetrail' } })
  const fonts = new Fonts(page)
  for (const { content, own, at: { module, symbol: place, text } } of labels.flatMap((label) => Array.from({ length: copies }, () => label))) {
    page.addPage()
    const high = own.up === null ? place.height : module
    for (const [x, y, length] of own.runs) page.rect((place.x + x * module) * point, (place.y + y * module) * point, length * module * point, high * point)
    page.fillColor('black').fill()
    write(page, fonts, content, text)
  }
  page.end()
  return page as unknown as Readable
}
