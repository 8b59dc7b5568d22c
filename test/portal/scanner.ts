import type { CDPSession, Page } from 'playwright-core'

const GS = '\u001d'
/** Milliseconds from key to key. */
const gap = 8
const shift = 8
const ctrl = 2

interface Stroke {
  readonly key: string
  readonly code: string
  readonly text?: string
  readonly modifiers?: number
  readonly windowsVirtualKeyCode?: number
}

/** How the scanner is set: what it ends on, how it sends GS, and whether an input method sits between it and the page. */
export interface ScannerSettings {
  readonly end?: 'Enter' | 'Tab'
  readonly gs?: 'character' | 'control'
  readonly inputMethod?: boolean
}

const ends: Record<'Enter' | 'Tab', Stroke> = {
  Enter: { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 },
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
}
const marks: Record<string, readonly [string, number]> = {
  '-': ['Minus', 0], '(': ['Digit9', shift], ')': ['Digit0', shift], ']': ['BracketRight', 0], '/': ['Slash', 0], ':': ['Semicolon', shift], '.': ['Period', 0],
}

/**
 * A scanner that poses as a keyboard: real key events, stamped as close together as a scanner's are, however busy
 * the machine.
 */
export async function scan(page: Page, text: string, { end = 'Enter', gs = 'character', inputMethod = false }: ScannerSettings = {}): Promise<void> {
  const strokes = [...[...text].map((character) => strokeOf(character, gs)), ends[end]]
  const session = await page.context().newCDPSession(page)
  const begin = Date.now()
  await Promise.all(strokes.map((stroke, i) => press(session, inputMethod ? swallowed(stroke) : stroke, (begin + i * gap) / 1000)))
  await session.detach()
}

function strokeOf(character: string, gs: 'character' | 'control'): Stroke {
  if (character === GS) return gs === 'control' ? { key: ']', code: 'BracketRight', modifiers: ctrl } : { key: GS, code: '' }
  if (/[A-Za-z]/.test(character)) return { key: character, code: `Key${character.toUpperCase()}`, text: character, modifiers: /[A-Z]/.test(character) ? shift : 0 }
  if (/\d/.test(character)) return { key: character, code: `Digit${character}`, text: character }
  const mark = marks[character]
  if (!mark) throw new Error(`This scanner has no key for ${character}`)
  return { key: character, code: mark[0], text: character, modifiers: mark[1] }
}

/** What a page gets to see of a key that an input method has taken. */
function swallowed({ code, modifiers = 0 }: Stroke): Stroke {
  return { key: 'Process', code, modifiers, windowsVirtualKeyCode: 229 }
}

async function press(session: CDPSession, stroke: Stroke, timestamp: number): Promise<void> {
  const down = session.send('Input.dispatchKeyEvent', { type: stroke.text ? 'keyDown' : 'rawKeyDown', timestamp, ...stroke })
  const { text: _typed, ...released } = stroke
  const up = session.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, ...released })
  await Promise.all([down, up])
}
