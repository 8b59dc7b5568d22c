import type { useGoods } from '../goods/use-goods.ts'
import type { DraftLine } from '../outbox/report.ts'

interface Rejected { readonly line: number, readonly reason: { readonly code: string, readonly message: string } }

/** What the hub took leaves the list; what it did not take stays, each with its reason. What was scanned meanwhile stays as it is. */
export function settle(goods: Pick<ReturnType<typeof useGoods>, 'lines' | 'remove'>, told: readonly DraftLine[], rejected: readonly Rejected[]): void {
  const reasons = new Map(rejected.map(({ line, reason }) => [told[line - 1]?.id, reason]))
  for (const { id } of told) {
    const line = goods.lines.find((one) => one.id === id)
    const reason = reasons.get(id)
    if (line && reason) line.rejection = { ...reason }
    else if (line) goods.remove(line)
  }
}
