/** A text as the beginning of a number: as it was typed, and in capitals, which numbers on devices are and typing often is not. Empty without a text. */
export const prefixesOf = (text: string | undefined): string[] => {
  const prefix = text?.trim() ?? ''
  return prefix === '' ? [] : [...new Set([prefix, prefix.toUpperCase()])]
}

/** The place `number|id` after which a page begins, as its two parts. */
export const placeAfter = (after: string): { readonly number: string; readonly id: string } => {
  const cut = after.lastIndexOf('|')
  return cut < 0 ? { number: after, id: '' } : { number: after.slice(0, cut), id: after.slice(cut + 1) }
}
