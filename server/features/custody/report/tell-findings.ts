import type { Change } from '../../../record/change.ts'
import type { Captured } from '../capture/capture-events.ts'
import { findingRows } from '../capture/finding-rows.rules.ts'
import { makersOfThings } from './finding.cypher.ts'

/** A file may raise thousands: so many are told, the list has them all. */
const mostTold = 50

/** Who reported and who made the thing hear that something does not fit. Costs nothing where all does. */
export const tellFindings = async (change: Change, { serials, batches }: Captured): Promise<void> => {
  const open = findingRows([...serials, ...batches], change.at).raised.filter(({ clearedAt }) => clearedAt === undefined).slice(0, mostTold)
  if (open.length === 0) return
  const makers = new Map((await change.run(makersOfThings, { ids: [...new Set(open.map(({ about }) => about))] })).map(({ id, maker }) => [id, maker]))
  for (const { id, code, about } of open) {
    for (const organization of new Set([change.viewer.organization, makers.get(about)])) if (organization) change.tell({ type: 'finding.raised', subject: id, organization, data: { finding: id, code } })
    const maker = makers.get(about)
    if (code === 'SUSPECT' && maker) change.tell({ type: 'device.suspect', subject: about, organization: maker, data: { finding: id, serial: about } })
  }
}
