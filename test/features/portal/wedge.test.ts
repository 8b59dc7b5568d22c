import { describe, expect, it } from 'vitest'
import { Wedge, type Key, type WedgeAnswer } from '../../../portal/features/identify/wedge.ts'

const GS = '\u001d'
const plain: Key = { key: '', code: '', at: 0, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, composing: false }

/** Presses one key after another, so many milliseconds apart; the last answer. */
function press(wedge: Wedge, keys: Partial<Key>[], gap = 8, start = 1000): WedgeAnswer {
  let answer: WedgeAnswer = { kind: 'typing' }
  keys.forEach((key, i) => { answer = wedge.press({ ...plain, ...key, at: start + i * gap }) })
  return answer
}
const typed = (text: string): Partial<Key>[] => [...text].map((key) => ({ key }))
const enter = { key: 'Enter', code: 'Enter' }

describe('a scanner that poses as a keyboard', () => {
  it('is told from a hand by its speed', () => {
    expect(press(new Wedge(), [...typed('0108717648200274'), enter])).toEqual({ kind: 'scan', text: '0108717648200274' })
    expect(press(new Wedge(), [...typed('0108717648200274'), enter], 120)).toEqual({ kind: 'typing' })
  })

  it('may end with Tab', () => {
    expect(press(new Wedge(), [...typed('ML4-260311'), { key: 'Tab', code: 'Tab' }])).toEqual({ kind: 'scan', text: 'ML4-260311' })
  })

  it('leaves a Tab alone after a few keys', () => {
    expect(press(new Wedge(), [...typed('abc'), { key: 'Tab', code: 'Tab' }])).toEqual({ kind: 'typing' })
  })

  it('starts over after a pause', () => {
    const wedge = new Wedge()
    press(wedge, typed('typed by hand'))
    expect(press(wedge, [...typed('4082261'), enter], 8, 5000)).toEqual({ kind: 'scan', text: '4082261' })
  })

  it.each([1, 4, 12])('is heard out when it falters after %s keys: half a code would be another', (keys) => {
    const wedge = new Wedge()
    const code = '0108717648200274105031184'
    press(wedge, typed(code.slice(0, keys)))
    expect(press(wedge, [...typed(code.slice(keys)), enter], 8, 1000 + 8 * keys + 200)).toEqual({ kind: 'scan', text: code })
  })

  it('is not what somebody types who corrects it', () => {
    expect(press(new Wedge(), [...typed('4082261'), { key: 'Backspace', code: 'Backspace' }, ...typed('2'), enter])).toEqual({ kind: 'typing' })
  })

  it('claims its keys from the second on, so that a space presses no button', () => {
    const wedge = new Wedge()
    expect(press(wedge, typed('+'))).toEqual({ kind: 'typing' })
    expect(wedge.press({ ...plain, key: ' ', at: 1008 })).toEqual({ kind: 'burst', character: ' ' })
  })

  it.each([
    ['as a character', [{ key: GS }]],
    ['as Ctrl+]', [{ key: 'Control', code: 'ControlLeft', ctrlKey: true }, { key: ']', code: 'BracketRight', ctrlKey: true }]],
    ['as Alt+0029 on the number pad', [{ key: 'Alt', code: 'AltLeft', altKey: true }, ...[...'0029'].map((digit) => ({ key: digit, code: `Numpad${digit}`, altKey: true }))]],
  ])('keeps GS sent %s', (_, separator) => {
    expect(press(new Wedge(), [...typed('10B04'), ...separator, ...typed('21X1'), enter])).toEqual({ kind: 'scan', text: `10B04${GS}21X1` })
  })

  it('is understood through an input method, which hides the characters', () => {
    const hidden = [['Digit0'], ['Digit1'], ['KeyB'], ['KeyC', true], ['Minus'], ['Digit9', true]] as const
    const keys = hidden.map(([code, shiftKey = false]) => ({ key: 'Process', code, shiftKey, composing: true }))
    expect(press(new Wedge(), [...keys, { key: 'Process', code: 'Enter', composing: true }])).toEqual({ kind: 'scan', text: '01bC-(' })
  })

  it('does not take a person for a scanner who commits Chinese with Enter', () => {
    const keys = ['KeyZ', 'KeyH', 'KeyI', 'KeyJ', 'KeyI', 'KeyA'].map((code) => ({ key: 'Process', code, composing: true }))
    expect(press(new Wedge(), [...keys, { ...enter, composing: true }], 90)).toEqual({ kind: 'typing' })
  })

  it('ignores shortcuts', () => {
    expect(press(new Wedge(), [{ key: 'a', code: 'KeyA', ctrlKey: true }, { key: 'c', code: 'KeyC', metaKey: true }, ...typed('4082261'), enter])).toEqual({ kind: 'scan', text: '4082261' })
  })
})
