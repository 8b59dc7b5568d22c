/** What is known of an event before it is told: its place in the order, and its text. */
interface Placed {
  readonly place: string
  readonly content: string
  /** More come after it from where it comes from, which had no room. */
  readonly isCut: boolean
}

export interface Room {
  readonly limit: number
  /** Characters. */
  readonly text: number
}

const inOrder = (direction: 'ASC' | 'DESC') => (one: Placed, other: Placed): number => (one.place < other.place ? -1 : 1) * (direction === 'ASC' ? 1 : -1)

/** How many there is room for: the first in any case, and none beyond the last of a list that was cut, since what follows it is not there. */
const countIn = (rows: readonly Placed[], { limit, text }: Room): number => {
  const known = rows.findIndex(({ isCut }) => isCut) + 1 || rows.length
  let [count, length] = [0, 0]
  for (const { content } of rows.slice(0, Math.min(known, limit))) {
    length += content.length
    if (count > 0 && length > text) break
    count += 1
  }
  return count
}

/** Lists, each in order, as one page in order. @returns `next`, the place after which the next page begins; undefined where there is none */
export const merged = <Row extends Placed>(lists: readonly (readonly Row[])[], direction: 'ASC' | 'DESC', room: Room): { rows: Row[]; next: string | undefined } => {
  const all = lists.flat().sort(inOrder(direction))
  const rows = all.slice(0, countIn(all, room))
  const last = rows.at(-1)
  return { rows, next: rows.length < all.length || last?.isCut ? last?.place : undefined }
}
