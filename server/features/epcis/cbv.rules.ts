/** Kinds of words of the Core Business Vocabulary, as its URNs and its Web URIs name them. */
const kinds = {
  bizStep: ['bizstep', 'BizStep'],
  disposition: ['disp', 'Disp'],
  bizTransaction: ['btt', 'BTT'],
  sourceDestination: ['sdt', 'SDT'],
  errorReason: ['er', 'ER'],
  component: ['comp', 'Comp'],
} as const

export type CbvKind = keyof typeof kinds

const web = 'https://ref.gs1.org/cbv/'

/** The short name of a word (`shipping`), however it was written: bare, as URN, as Web URI or with the `cbv:` prefix; another vocabulary's as it is. */
export const cbvName = (kind: CbvKind, word: string): string => {
  const [urn, name] = kinds[kind]
  for (const prefix of [`urn:epcglobal:cbv:${urn}:`, `${web}${name}-`, `cbv:${name}-`]) if (word.startsWith(prefix)) return word.slice(prefix.length)
  return word
}

/** The Web URI of a word, however it was written; another vocabulary's as it is. */
export const cbvUri = (kind: CbvKind, word: string): string => {
  const name = cbvName(kind, word)
  return name.includes(':') ? name : `${web}${kinds[kind][1]}-${name}`
}

/** A word of GS1's Web Vocabulary (`Temperature`, `ALARM_CONDITION`) as URI. */
export const gs1Uri = (word: string): string => (word.includes(':') ? word.replace(/^gs1:/, 'https://gs1.org/voc/') : `https://gs1.org/voc/${word}`)
