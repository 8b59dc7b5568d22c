import type { Statement } from '../../server/kernel/cypher.ts'
import type { Graph, Writer } from '../../server/kernel/graph.ts'

/** Rows in one transaction: enough that its cost does not count, little enough for a heap of 512 MB. */
const rowsAtOnce = 4_000

const slices = <T>(rows: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size))

/** Writes many rows, a few thousand to a transaction and a few transactions at a time. */
export class BulkWriter {
  constructor(private readonly graph: Graph, private readonly parallel = 2) {}

  /** Writes rows and returns what the statement returns for each slice. */
  async write<Row, Out>(statement: Statement<{ rows: readonly Row[] }, Out>, rows: readonly Row[]): Promise<Out[]> {
    return this.writeAs(statement, rows, (slice) => slice)
  }

  /** The same, where a slice is first made into other rows: grouped by what its rows share. */
  async writeAs<Row, Group, Out>(statement: Statement<{ rows: readonly Group[] }, Out>, rows: readonly Row[], shape: (slice: Row[]) => readonly Group[]): Promise<Out[]> {
    const out = await this.inSlices(rows, rowsAtOnce, (writer, slice) => writer.run(statement, { rows: shape(slice) }))
    return out.flat()
  }

  /** Does some work for every `size` rows, each in a transaction. */
  async inSlices<Row, Out>(rows: readonly Row[], size: number, work: (writer: Writer, slice: Row[]) => Promise<Out>): Promise<Out[]> {
    const waiting = slices(rows, size)
    const out: Out[] = []
    const worker = async (): Promise<void> => {
      for (let slice = waiting.shift(); slice !== undefined; slice = waiting.shift()) {
        const own = slice
        out.push(await this.graph.write((writer) => work(writer, own)))
      }
    }
    await Promise.all(Array.from({ length: this.parallel }, worker))
    return out
  }
}

/** Rows that share a key, together; in the order in which the keys first appear. */
export const grouped = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}
