import type { RecordPlace } from './catalog-record.ts'

export interface XmlText extends RecordPlace {
  text: string
  /** Why the text cannot be a record, where the cutter already knows. */
  broken?: string
}

const longest = 4_000_000
const landmark = /<device(?=[\s>/])|<\/device\s*>|<!(?:DOCTYPE|ENTITY)/gi
/** Enough of a piece's end to complete a landmark that two pieces share. */
const tail = 64

const linesIn = (text: string): number => text.split('\n').length - 1

/**
 * Cuts the `<device>` elements out of a stream of XML, each to be parsed on its own: an XML parser ends at its first
 * error, and one bad record among millions is no reason to lose the others.
 */
export class XmlCutter {
  /** The file declares a document type: nobody's register does, and entities are a way to attack a reader. */
  declaresType = false
  private buffer = ''
  private inside = false
  private line = 1
  private index = 0

  /** Takes the next piece of the file; gives the records that it completes. */
  push(chunk: string): XmlText[] {
    const ready: XmlText[] = []
    landmark.lastIndex = this.inside ? Math.max(1, this.buffer.length - tail) : 0
    this.buffer += chunk
    for (let found = landmark.exec(this.buffer); found; found = landmark.exec(this.buffer)) {
      const text = this.meet(found[0], found.index)
      if (text) ready.push(text)
    }
    return [...ready, ...this.trim()]
  }

  /** The file has ended; gives the record that had not. */
  end(): XmlText[] {
    return this.inside ? [this.cut(this.buffer.length, 'the file ends inside this record')] : []
  }

  private meet(mark: string, at: number): XmlText | undefined {
    if (mark.startsWith('<!')) return void (this.declaresType ||= !this.inside)
    if (!mark.startsWith('</')) return this.begin(at)
    return this.inside ? this.cut(at + mark.length) : undefined
  }

  private begin(at: number): XmlText | undefined {
    const unfinished = this.inside ? this.cut(at, 'it does not end where the next record begins') : this.skip(at)
    this.inside = true
    landmark.lastIndex = 1
    return unfinished
  }

  private skip(to: number): undefined {
    this.line += linesIn(this.buffer.slice(0, to))
    this.buffer = this.buffer.slice(to)
    landmark.lastIndex = 0
  }

  private cut(to: number, broken?: string): XmlText {
    const text = { index: this.index++, line: this.line, text: this.buffer.slice(0, to), broken }
    this.skip(to)
    this.inside = false
    return text
  }

  private trim(): XmlText[] {
    if (!this.inside) this.skip(Math.max(0, this.buffer.length - tail))
    return this.inside && this.buffer.length > longest ? [this.cut(this.buffer.length, `it is longer than ${longest} characters`)] : []
  }
}
