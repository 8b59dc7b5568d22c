import type { BatchRows } from './batch-rows.rules.ts'

interface Counted {
  readonly serials: number
}

/** Rows about the same in one: serials more or fewer add up, of the rest only one report can say something. */
const summed = <Row extends Counted>(rows: readonly Row[], keyOf: (row: Row) => string, both: (one: Row, other: Row) => Partial<Row>): Row[] => {
  const sums = new Map<string, Row>()
  for (const row of rows) {
    const key = keyOf(row)
    const before = sums.get(key)
    sums.set(key, before === undefined ? row : { ...before, ...both(before, row), serials: before.serials + row.serials })
  }
  return [...sums.values()]
}

/** The rows of several reports that may count serials of the same batch: each batch and edge stands there once. */
export const joinedBatchRows = (all: readonly BatchRows[]): BatchRows => {
  const edges = (kind: 'stocked' | 'transit' | 'used') =>
    summed(all.flatMap((rows) => rows[kind]), ({ batch, one, other, owner }) => `${batch}|${one}|${other}|${owner ?? ''}`, (one, other) => ({ units: other.units ?? one.units }))
  return {
    retold: all.flatMap(({ retold }) => retold),
    states: summed(all.flatMap(({ states }) => states), ({ id }) => id, (one, other) => ({ properties: { ...one.properties, ...other.properties } })),
    stocked: edges('stocked'), transit: edges('transit'), used: edges('used'),
    reached: summed(all.flatMap(({ reached }) => reached), ({ batch, organization }) => `${batch}|${organization}`, (one, other) => ({ tenure: other.tenure ?? one.tenure })),
  }
}
