import { bothLanguages } from '../../app/both-languages.ts'
import { batchEn, batchZh } from './batch.messages.ts'
import { productEn, productZh } from './product.messages.ts'

export const catalogMessages = bothLanguages({
  zh: { ...productZh, ...batchZh },
  en: { ...productEn, ...batchEn },
})
