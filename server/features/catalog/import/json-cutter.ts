import type { RecordPlace } from './catalog-record.ts'

export interface JsonText extends RecordPlace {
  text: string
  /** Why the text cannot be a record, where the cutter already knows. */
  broken?: string
}

/** A device record has a few thousand characters; what is this long is none, and is not kept in memory. */
const longest = 4_000_000

const opener: Readonly<Record<string, string>> = { '}': '{', ']': '[' }

/**
 * Cuts a stream of JSON into the texts of its records without building the whole: the elements of an array, those of
 * `results` in one object (openFDA's files), or objects one after the other (NDJSON). Whether a text is sound is for
 * JSON.parse; here only so much is known that one broken record does not cost the rest of the file: a line end ends a
 * string (JSON has none inside one), and an object where none may stand begins a new record.
 */
export class JsonCutter {
  private readonly ready: JsonText[] = []
  private readonly open: string[] = []
  private kept: string[] = []
  private length = 0
  /** How many containers are open outside the record; undefined between records. */
  private outside: number | undefined
  private quoted = false
  private escaped = false
  private before = ''
  private name = ''
  private from = 0
  private line = 1
  private began = 1
  private index = 0

  /** Takes the next piece of the file; gives the records that it completes. */
  push(chunk: string): JsonText[] {
    this.from = 0
    for (let at = 0; at < chunk.length; at++) this.take(chunk.charAt(at), chunk, at)
    if (this.outside !== undefined) this.keep(chunk.slice(this.from))
    return this.ready.splice(0)
  }

  /** The file has ended; gives the record that had not. */
  end(): JsonText[] {
    if (this.outside !== undefined) this.finish('the file ends inside this record')
    return this.ready.splice(0)
  }

  private take(sign: string, chunk: string, at: number): void {
    if (sign === '\n') this.line++
    if (this.quoted) return this.inString(sign)
    if (sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t') return
    if (sign === '"') this.quote()
    else if (sign === '{') this.openObject(chunk, at)
    else if (sign === '[') this.openArray()
    else if (sign === '}' || sign === ']') this.close(sign, chunk, at)
    this.before = sign
  }

  private quote(): void {
    this.quoted = true
    this.name = ''
  }

  private inString(sign: string): void {
    if (this.escaped) this.escaped = false
    else if (sign === '\\') this.escaped = true
    else if (sign === '"' || sign === '\n') this.quoted = false
    // Only the names in the outermost object are of interest: `results` is one.
    else if (this.open.length === 1 && this.name.length < 16) this.name += sign
  }

  private openObject(chunk: string, at: number): void {
    if (this.outside !== undefined && !this.mayStandHere()) {
      this.keep(chunk.slice(this.from, at))
      this.open.length = this.outside
      this.finish('it does not end where the next record begins')
    }
    if (this.outside === undefined && this.recordsBeginHere()) this.begin(at)
    this.open.push('{')
  }

  /** At the top, in an array there, or in an array of the one big object: not in the `meta` that may follow it. */
  private recordsBeginHere(): boolean {
    return this.open.length === 0 || (this.open.length <= 2 && this.open.at(-1) === '[')
  }

  private mayStandHere(): boolean {
    return this.open.at(-1) === '[' ? this.before === '[' || this.before === ',' : this.before === ':'
  }

  private openArray(): void {
    // What was kept of the one big object so far is its `meta`: its records come now.
    if (this.outside === 0 && this.open.length === 1 && this.name === 'results') this.forget()
    this.open.push('[')
  }

  private close(sign: string, chunk: string, at: number): void {
    const start = this.open.lastIndexOf(opener[sign] ?? '')
    if (start < 0) return
    this.open.length = start
    if (this.outside === undefined || start > this.outside) return
    this.keep(chunk.slice(this.from, at + 1))
    this.finish()
  }

  private begin(at: number): void {
    this.outside = this.open.length
    this.from = at
    this.began = this.line
  }

  private keep(text: string): void {
    this.length += text.length
    if (this.length <= longest) this.kept.push(text)
  }

  private finish(broken?: string): void {
    const tooLong = this.length > longest ? `it is longer than ${longest} characters` : undefined
    this.ready.push({ index: this.index++, line: this.began, text: this.kept.join(''), broken: broken ?? tooLong })
    this.forget()
  }

  private forget(): void {
    this.kept = []
    this.length = 0
    this.outside = undefined
  }
}
