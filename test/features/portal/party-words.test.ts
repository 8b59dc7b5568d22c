import { describe, expect, it } from 'vitest'
import { messagesOf, type MessageKey } from '../../../portal/app/all-messages.ts'
import type { Messages } from '../../../portal/app/both-languages.ts'
import { partyWords } from '../../../portal/ui/party-words.ts'

/** Messages without vue-i18n: the path, then the values. */
const translate = (language: 'zh' | 'en') => (key: MessageKey, values: Record<string, string> = {}) => {
  const found = key.split('.').reduce<Messages | string>((at, part) => typeof at === 'string' ? at : at[part] ?? key, messagesOf(language))
  return String(found).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
const masked = { name: null, nameZh: null, kinds: ['DISTRIBUTOR'], country: 'CN' }

describe('partyWords', () => {
  it('names a party in the reader’s language, or in the one there is', () => {
    const named = { name: 'Kangluo', nameZh: '康络', kinds: ['DISTRIBUTOR'], country: 'CN' }
    expect(partyWords(named, 'zh-CN', translate('zh'))).toBe('康络')
    expect(partyWords(named, 'en', translate('en'))).toBe('Kangluo')
    expect(partyWords({ ...named, nameZh: null }, 'zh-CN', translate('zh'))).toBe('Kangluo')
  })

  it('says kind and country of one that may not be known', () => {
    expect(partyWords(masked, 'zh-CN', translate('zh'))).toBe('经销商（中国）')
    expect(partyWords(masked, 'en', translate('en'))).toBe('Distributor, China')
  })

  it('says as much as is left', () => {
    expect(partyWords({ ...masked, country: null }, 'en', translate('en'))).toBe('Distributor')
    expect(partyWords({ ...masked, kinds: [] }, 'en', translate('en'))).toBe('Undisclosed organization')
  })
})
