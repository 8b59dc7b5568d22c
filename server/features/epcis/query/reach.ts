import type { Query } from './parameters.ts'

/** What of an order a page looks at. */
export interface Reach {
  /** Places between these, neither included: `time|id`, or a time alone, which is before all of that time. */
  readonly above: string
  readonly below: string
  /** Events that are read for one page, found or not, and those of them of which it is looked who may see them: so each page costs about the same, however rare what is asked for. */
  readonly read: number
  readonly candidates: number
}

/** How much is looked at; smaller in tests. */
export interface Bounds extends Pick<Reach, 'read' | 'candidates'> {
  /** So many can be gathered and sorted for a page, where no index has them in the order that is asked for. */
  readonly gathered: number
}

export const usualBounds: Bounds = { read: 10_000, candidates: 2_000, gathered: 20_000 }

/** What comes after a place, of the time that is asked for. */
export const reachOf = ({ filter, orderBy, direction }: Query, after: string, { read, candidates }: Bounds): Reach => {
  const { from, until } = filter[orderBy]
  if (direction === 'ASC') return { above: after > from ? after : from, below: until, read, candidates }
  return { above: from, below: after !== '' && after < until ? after : until, read, candidates }
}

/** The time of a place. */
export const timeOf = (place: string): string => place.split('|', 1)[0] ?? ''

/** Events of one kind in the order that is asked for. */
export interface Source<Row> {
  page(reach: Reach, room: { readonly limit: number; readonly text: number }): Promise<Row[]>
  /** The place of the last that is looked at; undefined where it is the last of all. */
  end(reach: Reach): Promise<string | undefined>
}
