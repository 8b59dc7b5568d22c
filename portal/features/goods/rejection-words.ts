import type { useWords } from '../../app/words.ts'

/** Codes that say only what kind of trouble it is: the hub's own sentence (English) tells which. */
const broad = ['INVALID_INPUT', 'NOT_FOUND', 'CONFLICT', 'BLOCKED', 'BAD_USER_INPUT']

/** Why the hub did not take a line, in the reader's words; with the hub's own, where those are more exact. */
export function rejectionWords({ code, message }: { code: string, message: string }, known: ReturnType<typeof useWords>['known']): { words: string, detail: string } {
  const words = known(`goods.rejection.${code}`, known(`ui.refused.${code}`, message))
  return { words, detail: broad.includes(code) && words !== message ? message : '' }
}
