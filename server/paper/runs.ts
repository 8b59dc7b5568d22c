import { rareFont, rareFontOf, textFont } from './font.ts'

/** A piece of text in one font. */
export interface Run {
  readonly font: string
  text: string
}

export const usual = 'text'

/** Which of a document's fonts shows which sign: the usual one, or for a rare sign one of the many small ones. */
export class Fonts {
  readonly #page: PDFKit.PDFDocument
  readonly #known = new Map<number, string>()

  constructor(page: PDFKit.PDFDocument) {
    this.#page = page
    page.registerFont(usual, textFont() as unknown as string)
    page.font(usual)
  }

  runsOf(text: string): Run[] {
    const runs: Run[] = []
    for (const sign of text) {
      const font = this.#fontOf(sign.codePointAt(0) ?? 0)
      const last = runs.at(-1)
      if (last?.font === font) last.text += sign
      else runs.push({ font, text: sign })
    }
    return runs.length > 0 ? runs : [{ font: usual, text: '' }]
  }

  #fontOf(point: number): string {
    const known = this.#known.get(point)
    if (known !== undefined) return known
    const font = this.#has(point) ? usual : this.#rare(point)
    this.#known.set(point, font)
    return font
  }

  /** Asked while the usual font is the page's. */
  #has(point: number): boolean {
    const { _font: { font } } = this.#page as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } }
    return point < 32 || font.hasGlyphForCodePoint(point)
  }

  #rare(point: number): string {
    const name = rareFontOf(point)
    if (name === undefined) return usual
    this.#page.registerFont(name, rareFont(name) as unknown as string)
    return name
  }
}
