/** What the text of a file is written in. GB18030 holds GBK and GB2312. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const marked = (start: Uint8Array): Encoding | undefined => {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 'utf-8' : undefined
}

/** Without a mark: delimiters and digits have a zero byte beside them, on one side. */
const zeroed = (start: Uint8Array): Encoding | undefined => {
  const zeros = [0, 0]
  start.forEach((byte, index) => { if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1 })
  const [even = 0, odd = 0] = zeros
  if (even + odd < start.length / 10) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Finds what a file is written in from all of its bytes as they pass: a name in GB18030 may stand in the last line only. */
export class EncodingFinder {
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true })
  #start: Uint8Array = new Uint8Array()
  #isUtf8 = true

  see(chunk: Uint8Array): void {
    if (this.#start.length < 4_096) this.#start = Buffer.concat([this.#start, chunk]).subarray(0, 4_096)
    if (this.#isUtf8) this.#try(() => this.#utf8.decode(chunk, { stream: true }))
  }

  /** To be asked once, after the last byte. */
  found(): Encoding {
    const known = marked(this.#start) ?? zeroed(this.#start)
    if (known !== undefined) return known
    this.#try(() => this.#utf8.decode())
    return this.#isUtf8 ? 'utf-8' : 'gb18030'
  }

  #try(decode: () => void): void {
    try {
      decode()
    } catch {
      this.#isUtf8 = false
    }
  }
}

/** The text of bytes, piece by piece, without its mark. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
