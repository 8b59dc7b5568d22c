import { createI18n } from 'vue-i18n'
import { messagesOf, type Language } from './all-messages.ts'

const remembered = 'devicetrail.language'

function firstLanguage(): Language {
  const chosen = localStorage.getItem(remembered) ?? navigator.language
  return chosen.startsWith('zh') ? 'zh-CN' : 'en'
}

export const i18n = createI18n({
  legacy: false,
  locale: firstLanguage(),
  fallbackLocale: 'en',
  messages: { 'zh-CN': messagesOf('zh'), en: messagesOf('en') },
})

export function setLanguage(language: Language) {
  i18n.global.locale.value = language
  localStorage.setItem(remembered, language)
}
