import { describe, expect, it } from 'vitest'
import { messagesOf } from '../../../portal/app/all-messages.ts'
import type { Messages } from '../../../portal/app/both-languages.ts'

function leaves(messages: Messages, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) => typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`))
}
const zh = new Map(leaves(messagesOf('zh')))
const en = new Map(leaves(messagesOf('en')))
/** What a message names, but for the count, which `one` need not repeat. */
const values = (message: string) => [...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].filter((name) => name !== 'n').sort().join()

describe('the words of the portal', () => {
  it('are there in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
    expect([...zh, ...en].filter(([, message]) => !message.trim())).toEqual([])
  })

  it('name the same values in both languages', () => {
    expect([...zh].filter(([key, message]) => values(message) !== values(en.get(key) ?? '')).map(([key]) => key)).toEqual([])
  })

  it('never call a device genuine', () => {
    expect(en.get('identify.verdict.next.CLEAR')).toContain('does not prove it genuine')
    expect(zh.get('identify.verdict.next.CLEAR')).toContain('不证明它是真品')
    const claims = [...zh, ...en].filter(([key, message]) => key.startsWith('identify.verdict.word') && /genuine|authentic|正品|真品/i.test(message))
    expect(claims).toEqual([])
  })

  it('neither cheer nor shout', () => {
    expect([...zh, ...en].filter(([, message]) => /[!！]|successfully|成功/.test(message))).toEqual([])
  })

  it('put no half-width comma or full stop between Chinese characters', () => {
    expect([...zh].filter(([, message]) => /\p{Script=Han}[,;:?](\s|\p{Script=Han}|$)/u.test(message)).map(([key]) => key)).toEqual([])
  })
})
