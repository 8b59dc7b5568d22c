import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language, MessageKey } from './all-messages.ts'

type Values = Record<string, string | number>

/** Something with a name in one or both languages. */
export interface Named { name: string | null, nameZh?: string | null }

/**
 * The words of the chosen language. `t` takes known keys only; `known` is for codes that the API may
 * add later: the message of the code, or the fallback the API sent.
 */
export function useWords() {
  const { t, te, locale } = useI18n({ useScope: 'global' })
  const language = computed(() => locale.value as Language)
  const isZh = computed(() => language.value === 'zh-CN')

  return {
    language,
    isZh,
    t: (key: MessageKey, values: Values = {}) => t(key, values),
    /** With a plural: messages read `one | many`. */
    count: (key: MessageKey, n: number, values: Values = {}) => t(key, { n, ...values }, n),
    known: (key: string, fallback: string, values: Values = {}) => te(key) || te(key, 'en') ? t(key, values) : fallback,
    localName: (it: Named) => localName(it, language.value),
    /** Of a pair of texts in both languages, the one to show. */
    either: (text: string, textZh: string | null | undefined) => (isZh.value && textZh) || text,
  }
}

/** The name in the reader's language, or the one there is; empty where the party is masked. */
export function localName({ name, nameZh }: Named, language: Language): string {
  return (language === 'zh-CN' && nameZh) || name || nameZh || ''
}
