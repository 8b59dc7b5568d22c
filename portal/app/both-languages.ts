export interface Messages { [key: string]: string | Messages }

type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }

/** A feature's words. A key that one language lacks does not compile. */
export function bothLanguages<const Zh extends Messages>(words: { zh: Zh, en: SameKeys<NoInfer<Zh>> }) {
  return words
}
