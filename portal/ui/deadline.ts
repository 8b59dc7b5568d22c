import type { Language } from '../app/all-messages.ts'

/** A moment as one says it: `26 Nov, 18:00`, `11 月 26 日 18:00`; in the reader's time zone. */
export function deadlineWords(moment: string, language: Language): string {
  const at = new Date(moment)
  const clock = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  if (language === 'zh-CN') return `${at.getMonth() + 1} 月 ${at.getDate()} 日 ${clock}`
  return `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}, ${clock}`
}
