import PDFDocument from 'pdfkit'
import type { Readable } from 'node:stream'
import { Fonts, usual } from './runs.ts'

export type Language = 'zh' | 'en'

export interface PaperOptions {
  readonly title: string
  readonly language: Language
  /** ISO 8601. */
  readonly madeAt: string
  /** Stands at the foot of every page, before the page's number. */
  readonly foot: string
}

export interface Column<Row> {
  readonly head: string
  /** Its part of the width, beside the other columns' parts. */
  readonly share: number
  readonly cell: (row: Row) => string
}

const margin = 48
const gap = 6
const ink = '#1b2430'
const pale = '#5a6675'
const rule = '#c9d1da'

/** An A4 document of headings, facts, tables and drawings that is read while it is written. What a page is full of is sent and forgotten. */
export class Paper {
  readonly #page: PDFKit.PDFDocument
  readonly #foot: string
  readonly #fonts: Fonts
  #number = 0

  constructor({ title, language, madeAt, foot }: PaperOptions) {
    this.#foot = foot
    this.#page = new PDFDocument({ size: 'A4', margin, autoFirstPage: false, lang: language === 'zh' ? 'zh-CN' : 'en', displayTitle: true, pdfVersion: '1.7', info: { Title: title, Creator: 'Devicetrail', CreationDate: new Date(madeAt) } })
    this.#fonts = new Fonts(this.#page)
    this.#page.on('pageAdded', () => this.#numbered())
    this.#page.addPage()
    this.#write(title, margin, margin, { size: 18 })
    this.#page.moveDown(0.6)
  }

  get stream(): Readable {
    return this.#page as unknown as Readable
  }

  get width(): number {
    return this.#page.page.width - 2 * margin
  }

  heading(text: string): void {
    this.#room(60)
    this.#page.moveDown(0.8)
    this.#write(text, margin, this.#page.y, { size: 12.5 })
    this.#page.moveDown(0.3)
  }

  text(text: string, { quiet = false }: { readonly quiet?: boolean } = {}): void {
    this.#room(24)
    this.#write(text, margin, this.#page.y, { size: quiet ? 8 : 9.5, color: quiet ? pale : ink })
    this.#page.moveDown(0.3)
  }

  facts(facts: readonly (readonly [label: string, value: string | null | undefined])[]): void {
    const columns: Column<readonly [string, string]>[] = [{ head: '', share: 1, cell: ([label]) => label }, { head: '', share: 3, cell: ([, value]) => value }]
    this.#rows(columns, facts.flatMap(([label, value]) => (value ? [[label, value] as const] : [])))
  }

  table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): void {
    const heads = columns.map(({ share, head }) => ({ head, share, cell: () => head }))
    const drawHead = (): void => this.#row(heads, null, pale)
    this.#room(40)
    drawHead()
    this.#rows(columns, rows, drawHead)
  }

  /** Room of this height on one page, for `draw` with the page's own drawing. */
  drawing(height: number, draw: (page: PDFKit.PDFDocument, top: number) => void): void {
    this.#room(height)
    const top = this.#page.y
    this.#page.save()
    draw(this.#page, top)
    this.#page.restore()
    this.#page.y = top + height
    this.#page.x = margin
  }

  /** A text at a place of a drawing, cut to one line. */
  label(text: string, x: number, y: number, width: number, size: number): void {
    this.#write(text, x, y, { size, width, height: size * 1.5, ellipsis: true, lineBreak: false })
  }

  /** Space to write by hand, with a line under it. */
  blank(label: string): void {
    this.#room(34)
    const top = this.#page.y + 14
    this.#write(label, margin, top, { size: 9, color: pale, width: 190 })
    this.#page.moveTo(margin + 200, top + 13).lineTo(margin + this.width, top + 13).strokeColor(rule).stroke()
    this.#page.y = top + 18
  }

  end(): void {
    this.#page.end()
  }

  #rows<Row>(columns: readonly Column<Row>[], rows: readonly Row[], drawHead?: () => void): void {
    for (const row of rows) {
      if (this.#room(this.#heightOf(columns, row))) drawHead?.()
      this.#row(columns, row, ink)
    }
  }

  #widths<Row>(columns: readonly Column<Row>[]): number[] {
    const shares = columns.reduce((sum, { share }) => sum + share, 0)
    return columns.map(({ share }) => (this.width * share) / shares)
  }

  #heightOf<Row>(columns: readonly Column<Row>[], row: Row): number {
    this.#page.font(usual).fontSize(8)
    const widths = this.#widths(columns)
    return Math.max(...columns.map(({ cell }, at) => this.#page.heightOfString(cell(row) || ' ', { width: (widths[at] ?? 0) - gap }))) + gap
  }

  #row<Row>(columns: readonly Column<Row>[], row: Row, color: string): void {
    const top = this.#page.y
    const height = this.#heightOf(columns, row)
    let left = margin
    for (const [at, width] of this.#widths(columns).entries()) {
      this.#write(columns[at]?.cell(row) ?? '', left, top + gap / 2, { size: 8, color, width: width - gap })
      left += width
    }
    this.#page.moveTo(margin, top + height).lineTo(margin + this.width, top + height).lineWidth(0.4).strokeColor(rule).stroke()
    this.#page.x = margin
    this.#page.y = top + height
  }

  /** Begins a page where this much is not left. @returns whether it did */
  #room(height: number): boolean {
    const { page } = this.#page
    if (this.#page.y + Math.min(height, page.height - 3 * margin) <= page.height - margin - 16) return false
    this.#page.addPage()
    return true
  }

  #numbered(): void {
    this.#number += 1
    const { page } = this.#page
    const { bottom } = page.margins
    // Below the margin the writer would begin a page.
    page.margins.bottom = 0
    this.#write(`${this.#foot} · ${this.#number}`, margin, page.height - 34, { size: 7, color: pale, lineBreak: false })
    page.margins.bottom = bottom
    this.#page.x = margin
    this.#page.y = margin
  }

  #write(text: string, x: number, y: number, { size, color = ink, ...options }: PDFKit.Mixins.TextOptions & { size: number; color?: string }): void {
    this.#page.font(usual).fontSize(size).fillColor(color)
    const runs = this.#fonts.runsOf(text)
    for (const [at, run] of runs.entries()) {
      const all = { width: this.width, ...options, continued: at < runs.length - 1 }
      this.#page.font(run.font)
      if (at === 0) this.#page.text(run.text, x, y, all)
      else this.#page.text(run.text, all)
    }
    this.#page.font(usual)
  }
}
