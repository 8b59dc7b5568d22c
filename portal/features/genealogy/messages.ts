import { bothLanguages } from '../../app/both-languages.ts'

export const genealogyMessages = bothLanguages({
  zh: { title: '' },
  en: { title: '' },
})
