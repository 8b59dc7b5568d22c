import { fieldEn, fieldZh } from '../../../portal/features/audit/field.messages.ts'

const words = new Map(Object.entries(fieldZh).filter(([name]) => name in fieldEn))

/** Whether the portal has words, in both languages, for what the record calls a field. */
export const hasWords = (field: string): boolean => words.has(field.replaceAll(/[. ]/g, '_')) || words.has(field.split('.')[0] ?? '')
