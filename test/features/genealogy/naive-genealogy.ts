import type { Lineage, Link, Thing } from './random-lineage.ts'

/** The oracle: plain breadth-first search in memory, written from the rules and not from the statement. */
export interface NaiveViewer {
  readonly organization: string
  readonly internal: boolean
}

export interface NaiveGenealogy {
  readonly depths: ReadonlyMap<string, number>
  readonly edges: readonly Link[]
}

export type Neighbours = (id: string) => string[]

export const search = (root: string, neighbours: Neighbours): Map<string, number> => {
  const depths = new Map([[root, 0]])
  const queue = [root]
  for (const id of queue) {
    for (const next of neighbours(id)) {
      if (depths.has(next)) continue
      depths.set(next, (depths.get(id) ?? 0) + 1)
      queue.push(next)
    }
  }
  return depths
}

export interface NaiveSight {
  readonly own: (id: string) => boolean
  readonly touched: (id: string) => boolean
  readonly open: (link: Link) => boolean
  readonly above: Neighbours
  readonly below: Neighbours
  /** What is another's exists for a maker's teams where it leads to something of theirs; for others not at all. */
  readonly seen: (id: string) => boolean
}

export const naiveSight = (lineage: Lineage, viewer: NaiveViewer): NaiveSight => {
  const thing = (id: string): Thing => lineage.things.get(id) as Thing
  const own = (id: string): boolean => thing(id).maker === viewer.organization
  const touched = (id: string): boolean => thing(id).hands.includes(viewer.organization)
  const open = (link: Link): boolean => link.relation === 'FROM' || own(link.from) || (viewer.internal && thing(link.from).kind !== 'FINISHED')
  const above: Neighbours = (id) => lineage.links.filter((link) => link.from === id && open(link)).map((link) => link.to)
  const below: Neighbours = (id) => lineage.links.filter((link) => link.to === id && open(link)).map((link) => link.from)
  const seen = (id: string): boolean => own(id) || (viewer.internal && [...search(id, below).keys()].some((further) => own(further) || touched(further)))
  return { own, touched, open, above, below, seen }
}

export const naiveGenealogy = (lineage: Lineage, root: string, direction: string, viewer: NaiveViewer): NaiveGenealogy | null => {
  const { own, touched, open, above, below, seen } = naiveSight(lineage, viewer)
  const isSerial = lineage.things.get(root)?.label === 'Serial'
  if (isSerial ? !(viewer.internal && own(root)) && !touched(root) : !touched(root) && !seen(root)) return null
  const depths = new Map<string, number>()
  const put = (id: string, depth: number): void => {
    const known = depths.get(id)
    if (known === undefined || Math.abs(depth) < Math.abs(known)) depths.set(id, depth)
  }
  if (direction !== 'DOWNSTREAM') search(root, above).forEach((depth, id) => put(id, 0 - depth))
  if (direction !== 'UPSTREAM') search(root, below).forEach((depth, id) => (id === root || seen(id)) && put(id, depth))
  return { depths, edges: lineage.links.filter((link) => depths.has(link.from) && depths.has(link.to) && open(link)) }
}
