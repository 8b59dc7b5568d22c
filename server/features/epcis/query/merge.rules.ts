/** What is known of an event before it is told: its place in the order, and its text. */
interface Placed {
  readonly place: string
  readonly content: string
}

export interface Room {
  readonly limit: number
  /** Characters. */
  readonly text: number
}

/** Events in order, and the place up to which there are no others; undefined where none come after them. */
export interface Found<Row> {
  readonly rows: readonly Row[]
  readonly end: string | undefined
}

type Direction = 'ASC' | 'DESC'

const isBefore = (direction: Direction) => (one: string, other: string): boolean => (direction === 'ASC' ? one < other : one > other)

/** How many there is room for, and the first in any case. */
const countIn = (rows: readonly Placed[], { limit, text }: Room): number => {
  let [count, length] = [0, 0]
  for (const { content } of rows.slice(0, limit)) {
    length += content.length
    if (count > 0 && length > text) break
    count += 1
  }
  return count
}

/** Lists as one page in order, as far as all of them are known. @returns `next`, the place after which the next page begins; undefined where there is none */
export const merged = <Row extends Placed>(lists: readonly Found<Row>[], direction: Direction, room: Room): { rows: Row[]; next: string | undefined } => {
  const before = isBefore(direction)
  const end = lists.map((list) => list.end).reduce((first, one) => (first === undefined || one !== undefined && before(one, first) ? one : first), undefined)
  const known = lists.flatMap((list) => list.rows).filter(({ place }) => end === undefined || !before(end, place)).sort((one, other) => (before(one.place, other.place) ? -1 : 1))
  const rows = known.slice(0, countIn(known, room))
  return { rows, next: rows.length < known.length ? rows.at(-1)?.place : end }
}
