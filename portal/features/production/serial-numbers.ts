/** A serial number as the hub takes it: 1 to 50 signs of ASCII. What is left of a range that is none would be taken for one. */
const isSound = (number: string) => /^[\x21-\x7e]{1,50}$/.test(number) && !number.includes('..')

/** More than so many are registered in parts. */
export const mostSerials = 10_000

/** What a list of serial numbers says: those that are sound, and what is wrong with it. */
export interface SerialList { numbers: string[], bad: string[], twice: string[], tooMany: boolean }

/** Numbers one below the other, or beside each other; `A-001..A-120`, also with `–` or `至`, stands for all from the one to the other. */
export function serialNumbers(text: string): SerialList {
  const given = text.split(/[\r\n\t,;，；、]+/).map((part) => part.trim()).filter(Boolean).flatMap(spread)
  const numbers = [...new Set(given)].filter(isSound)
  return {
    numbers,
    bad: [...new Set(given)].filter((number) => !isSound(number)),
    twice: [...new Set(given.filter((number, i) => given.indexOf(number) !== i))],
    tooMany: numbers.length > mostSerials,
  }
}

/** The numbers of a range: both ends have the same words around digits that count up. */
function spread(part: string): string[] {
  const [from, to] = part.split(/\s*(?:\.\.+|…|–|至)\s*/)
  const [, head = '', first = ''] = /^(.*?)(\d+)$/.exec(from ?? '') ?? []
  const [, otherHead, last = ''] = /^(.*?)(\d+)$/.exec(to ?? '') ?? []
  const size = Number(last) - Number(first) + 1
  if (head !== otherHead || first.length !== last.length || !(size > 0) || size > 10 * mostSerials) return [part]
  return Array.from({ length: size }, (_, i) => head + String(Number(first) + i).padStart(first.length, '0'))
}
