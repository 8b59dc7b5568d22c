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

type Neighbours = (id: string) => string[]

const search = (root: string, neighbours: Neighbours): Map<string, number> => {
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

export const naiveGenealogy = (lineage: Lineage, root: string, direction: string, viewer: NaiveViewer): NaiveGenealogy | null => {
  const thing = (id: string): Thing => lineage.things.get(id) as Thing
  const own = (id: string): boolean => thing(id).maker === viewer.organization
  const touched = (id: string): boolean => thing(id).hands.includes(viewer.organization)
  const open = (link: Link): boolean => link.relation === 'FROM' || own(link.from) || (viewer.internal && thing(link.from).kind !== 'FINISHED')
  const above: Neighbours = (id) => lineage.links.filter((link) => link.from === id && open(link)).map((link) => link.to)
  const below: Neighbours = (id) => lineage.links.filter((link) => link.to === id && open(link)).map((link) => link.from)
  // What is another's exists for a maker's teams where it leads to something of theirs; for others not at all.
  const seen = (id: string): boolean => own(id) || (viewer.internal && [...search(id, below).keys()].some((further) => own(further) || touched(further)))

  const rootSeen = thing(root).label === 'Serial' ? (viewer.internal && own(root)) || touched(root) : own(root) || touched(root) || seen(root)
  if (!rootSeen) return null
  const depths = new Map<string, number>()
  const put = (id: string, depth: number): void => {
    const known = depths.get(id)
    if (known === undefined || Math.abs(depth) < Math.abs(known)) depths.set(id, depth)
  }
  if (direction !== 'DOWNSTREAM') search(root, above).forEach((depth, id) => put(id, 0 - depth))
  if (direction !== 'UPSTREAM') search(root, below).forEach((depth, id) => (id === root || seen(id)) && put(id, depth))
  return { depths, edges: lineage.links.filter((link) => depths.has(link.from) && depths.has(link.to) && open(link)) }
}
