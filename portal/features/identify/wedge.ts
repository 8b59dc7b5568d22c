import { GS } from './scan-text.ts'
import { typedBy } from './us-keyboard.ts'

/** What of a keydown matters; a KeyboardEvent fits. `at` is in milliseconds. */
export interface Key {
  key: string
  code: string
  at: number
  shiftKey: boolean
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  /** An input method has the key: `key` is then `Process`, and only `code` tells what was pressed. */
  composing: boolean
}

/** `burst`: the key belongs to a scanner. `scan`: a whole text has come in. */
export type WedgeAnswer = { kind: 'typing' } | { kind: 'burst', character: string } | { kind: 'scan', text: string }

/** No hand types six keys with less than 50 ms between all of them; slow Bluetooth scanners need about 35 ms. */
const gapLimit = 50
const shortest = 6
/** Wireless scanners falter, and busy pages take their keys late: a code is one until there is a real pause. Half a code would be a wrong one. */
const pauseLimit = 300
/** Keys of a person who corrects what was typed: what came before is no longer what the box holds. */
const editing = /^(Backspace|Delete|Escape|Home|End|Arrow\w+)$/

const typing: WedgeAnswer = { kind: 'typing' }

/**
 * Tells a scanner that poses as a keyboard from a person at one: by speed, and by the Enter or Tab at the end.
 * Understands GS as a character, as Ctrl+], and as Alt with the number pad, and looks through input methods by key position.
 */
export class Wedge {
  #text = ''
  #last = 0
  #alt = ''
  /** Keys that came without a gap, now and at most since the text began. */
  #run = 0
  #longestRun = 0

  press(key: Key): WedgeAnswer {
    this.#keepTime(key.at)
    if (editing.test(key.key)) this.#reset()
    if (key.key === 'Enter' || key.key === 'Tab' || key.code === 'Enter') return this.#end()
    if (key.altKey && /^Numpad\d$/.test(key.code)) return this.#altDigit(key.code.slice(6))
    const character = this.#takeAlt() + characterOf(key)
    if (!character) return typing
    this.#text += character
    this.#run += 1
    this.#longestRun = Math.max(this.#run, this.#longestRun)
    return this.#run > 1 || this.#longestRun >= shortest ? { kind: 'burst', character } : typing
  }

  #keepTime(at: number): void {
    const gap = at - this.#last
    this.#last = at
    if (gap > pauseLimit) this.#reset()
    else if (gap > gapLimit) this.#run = 0
  }

  #reset(): void {
    this.#text = ''
    this.#alt = ''
    this.#run = 0
    this.#longestRun = 0
  }

  #end(): WedgeAnswer {
    const text = this.#text + this.#takeAlt()
    const byScanner = this.#longestRun >= shortest
    this.#reset()
    return byScanner ? { kind: 'scan', text } : typing
  }

  #altDigit(digit: string): WedgeAnswer {
    this.#alt += digit
    return this.#text ? { kind: 'burst', character: '' } : typing
  }

  #takeAlt(): string {
    const code = Number(this.#alt)
    this.#alt = ''
    return code >= 29 && code < 127 ? String.fromCharCode(code) : ''
  }
}

/** The character of a key; nothing for a key that only changes others, or for a command. */
function characterOf(key: Key): string {
  if (key.key === GS || (key.ctrlKey && key.code === 'BracketRight')) return GS
  if (key.ctrlKey || key.altKey || key.metaKey) return ''
  if (key.composing || key.key === 'Process') return typedBy(key.code, key.shiftKey)
  return key.key.length === 1 ? key.key : ''
}
