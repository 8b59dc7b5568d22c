/** Random making and assembling: batches of two makers and two suppliers, serials, devices in devices; also what should not be (cycles). */
export interface Thing {
  readonly id: string
  readonly label: 'Batch' | 'Serial'
  readonly maker: string
  readonly product: string
  readonly kind?: 'RAW' | 'COMPONENT' | 'FINISHED'
  /** Of a serial: the id of its batch. */
  readonly batch?: string
  /** Organizations that have, or had, it. */
  readonly hands: readonly string[]
}

export interface Link {
  readonly from: string
  readonly to: string
  readonly relation: 'CONSUMED' | 'FROM' | 'CONTAINS'
  readonly quantity?: number
  readonly removedAt?: string
}

export interface Lineage {
  readonly name: string
  readonly organizations: readonly string[]
  readonly things: ReadonlyMap<string, Thing>
  readonly links: readonly Link[]
}

export type Chance = (below: number) => number

/** mulberry32: small, and the same numbers for the same seed everywhere. */
export const chanceOf = (seed: number): Chance => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const pick = <Value>(chance: Chance, values: readonly Value[]): Value => values[chance(values.length)] as Value
const times = <Value>(count: number, make: (index: number) => Value): Value[] => Array.from({ length: count }, (_, index) => make(index))
const some = <Value>(chance: Chance, values: readonly Value[], one: number): Value[] => values.filter(() => chance(one) === 0)

/** A lineage of about 60 things; `cyclic` adds links that lead back. */
export const randomLineage = (seed: number, cyclic: boolean): Lineage => {
  const chance = chanceOf(seed)
  const name = `lineage${seed}`
  const organizations = ['maker', 'rival', 'steel', 'glass', 'hospital'].map((role) => `${name}-${role}`)
  const [maker, rival, steel, glass, hospital] = organizations as [string, string, string, string, string]

  const batches = times(24, (index): Thing => {
    const owner = pick(chance, index < 8 ? [steel, glass] : index < 14 ? [steel, glass, maker, rival] : [maker, maker, maker, rival])
    const kind = index < 8 ? 'RAW' : owner === maker || owner === rival ? pick(chance, ['COMPONENT', 'FINISHED'] as const) : 'COMPONENT'
    return { id: `bat_${name}-${index}`, label: 'Batch', maker: owner, product: `prd_${owner}`, kind, hands: [owner, ...some(chance, [maker, hospital], 4)] }
  })
  const serials = times(36, (index): Thing => {
    const batch = chance(6) === 0 ? undefined : pick(chance, batches.slice(6))
    const owner = batch?.maker ?? pick(chance, [maker, rival, steel])
    const hands = [owner, ...some(chance, (batch?.hands ?? [maker, hospital]).filter((party) => party !== owner), 2)]
    return { id: `ser_${name}-${index}`, label: 'Serial', maker: owner, product: `prd_${owner}`, ...(batch ? { batch: batch.id } : {}), hands }
  })

  const consumed = batches.flatMap((batch, index): Link[] =>
    times(index < 3 ? 0 : chance(4), () => ({ from: batch.id, to: pick(chance, batches.slice(0, index)).id, relation: 'CONSUMED', quantity: 1 + chance(9) })))
  const back = cyclic ? times(3, (): Link => ({ from: pick(chance, batches).id, to: pick(chance, batches).id, relation: 'CONSUMED', quantity: 1 })) : []
  const from = serials.flatMap((serial): Link[] => (serial.batch ? [{ from: serial.id, to: serial.batch, relation: 'FROM' }] : []))
  const contains = serials.flatMap((serial, index): Link[] =>
    times(chance(3), () => ({
      from: serial.id,
      to: pick(chance, [...serials.slice(0, cyclic ? serials.length : index), ...batches.slice(4, 16)]).id,
      relation: 'CONTAINS',
      ...(chance(2) === 0 ? { removedAt: '2026-03-01T08:00:00.000Z' } : {}),
    })))

  const things = new Map([...batches, ...serials].map((thing) => [thing.id, thing]))
  return { name, organizations, things, links: [...consumed, ...back, ...from, ...contains].filter((link) => link.from !== link.to) }
}
