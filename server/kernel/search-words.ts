/** Longer words are in no name; cut, so that Lucene need not refuse them. */
const longest = 60

const special = /[+\-!(){}[\]^"~*?:\\/&|]/g

/**
 * What a person typed as a query for a full-text index: each word must occur, the last one may go on.
 * Lucene's own signs lose their meaning. Null where nothing is left to look for.
 */
export const searchWords = (text: string | null | undefined): string | null => {
  const words = (text ?? '').replace(special, ' ').trim().split(/\s+/).filter(Boolean).slice(0, 10).map((word) => [...word].slice(0, longest).join(''))
  return words.length === 0 ? null : words.map((word) => (hasHan(word) ? `"${word}"` : `${word.toLowerCase()}*`)).join(' AND ')
}

/** The cjk analyzer cuts Han text into pairs: those must follow each other, which a phrase says. */
const hasHan = (word: string): boolean => /\p{Script=Han}/u.test(word)
