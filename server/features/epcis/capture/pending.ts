import { stableId } from '../../../kernel/ids.ts'
import type { Change } from '../../../record/change.ts'
import { eventIdOf } from '../../custody/event-id.rules.ts'
import { type Draft, declares } from './draft.rules.ts'
import { clearPending, type Pending, raisePending } from './pending.cypher.ts'
import type { SortedDrafts } from './sort-drafts.ts'

const pendingId = (organization: string, eventId: string): string => stableId('fnd', `CORRECTION_PENDING|${organization}|${eventId}`)

const pendingOf = ({ eventId, columns }: Draft, { known }: SortedDrafts, organization: string): Pending[] => {
  const event = known.get(eventId)?.find((one) => !one.declares && one.mine)?.custody[0]
  return event === undefined ? [] : columns.correctiveEventIds.map((corrective) => ({ id: pendingId(organization, corrective), corrective, own: eventIdOf({ eventId: corrective }), event }))
}

/** Statements to run once the events are written: what is still to be corrected by an event that is not here, and what came. */
export const pendingCorrections = (change: Change, sorted: SortedDrafts): Promise<unknown>[] => {
  const { organization } = change.viewer
  const rows = sorted.fresh.filter(declares).flatMap((draft) => pendingOf(draft, sorted, organization))
  const came = sorted.fresh.filter((draft) => !declares(draft)).map(({ eventId }) => pendingId(organization, eventId))
  return [
    ...(rows.length > 0 ? [change.run(raisePending, { rows, at: change.at })] : []),
    ...(came.length > 0 ? [change.run(clearPending, { ids: came, at: change.at })] : []),
  ]
}
