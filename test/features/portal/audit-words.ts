import { fieldKeys } from '../../../portal/features/audit/field-key.ts'
import { fieldEn, fieldZh } from '../../../portal/features/audit/field.messages.ts'

const words = new Map(Object.entries(fieldZh).filter(([name]) => name in fieldEn))

/** Whether the portal has words, in both languages, for what the record calls a field. */
export const hasWords = (field: string): boolean => fieldKeys(field).some((key) => words.has(key))
