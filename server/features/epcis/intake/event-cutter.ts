/** An event with a hundred thousand EPCs has about five million characters. */
export const longestEvent = 20_000_000

/**
 * Cuts a stream of JSON into the texts of the elements of its first array named `eventList`, and what remains: the
 * document with that list empty. So a document of any size needs the memory of one event. Whether a text is sound is for
 * JSON.parse.
 */
export class EventCutter {
  private readonly rest: string[] = []
  private ready: string[] = []
  private event: string[] | undefined
  private length = 0
  private restLength = 0
  private depth = 0
  /** How deep the list's elements stand, while it is open. */
  private list: number | undefined
  private found = false
  private quoted = false
  private escaped = false
  private word = ''
  private name = ''
  private from = 0

  /** Takes the next piece; gives the texts of the events that it completes. @throws RangeError where one is longer than an event can be */
  push(chunk: string): string[] {
    this.from = 0
    for (let at = 0; at < chunk.length; at++) this.take(chunk.charAt(at), chunk, at)
    this.keep(chunk.slice(this.from))
    return this.ready.splice(0)
  }

  /** The document without its events. */
  document(): string {
    return this.rest.join('') + (this.event ?? []).join('')
  }

  private take(sign: string, chunk: string, at: number): void {
    if (this.quoted) return this.inString(sign)
    if (sign === '"') this.quote()
    else if (sign === ':') this.name = this.word
    else if (sign === '{' || sign === '[') this.open(sign, chunk, at)
    else if (sign === '}' || sign === ']') this.close(chunk, at)
    else if (sign === ',' && this.isBetween()) this.skipTo(chunk, at, at + 1)
  }

  private isBetween(): boolean {
    return this.list === this.depth && this.event === undefined
  }

  private quote(): void {
    this.quoted = true
    this.word = ''
  }

  private inString(sign: string): void {
    if (this.escaped) this.escaped = false
    else if (sign === '\\') this.escaped = true
    else if (sign === '"') this.quoted = false
    // Only one name is of interest.
    else if (this.word.length < 16) this.word += sign
  }

  private open(sign: string, chunk: string, at: number): void {
    if (this.isBetween()) {
      this.skipTo(chunk, at, at)
      this.event = []
    }
    this.depth++
    if (sign === '[' && this.name === 'eventList' && !this.found) {
      this.found = true
      this.list = this.depth
    }
    this.name = ''
  }

  private close(chunk: string, at: number): void {
    this.depth--
    if (this.event !== undefined && this.depth === this.list) {
      this.keep(chunk.slice(this.from, at + 1))
      this.ready.push(this.event.join(''))
      this.event = undefined
      this.length = 0
      this.from = at + 1
    } else if (this.list !== undefined && this.depth < this.list) this.list = undefined
  }

  private skipTo(chunk: string, at: number, next: number): void {
    this.keep(chunk.slice(this.from, at))
    this.from = next
  }

  private keep(text: string): void {
    if (this.event === undefined) return this.keepRest(text)
    this.length += text.length
    if (this.length > longestEvent) throw new RangeError(`An event is longer than ${longestEvent} characters.`)
    this.event.push(text)
  }

  private keepRest(text: string): void {
    this.restLength += text.length
    if (this.restLength > longestEvent) throw new RangeError(`A document has at most ${longestEvent} characters beside its events.`)
    this.rest.push(text)
  }
}
