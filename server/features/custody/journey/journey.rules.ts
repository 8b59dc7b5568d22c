import { stableId } from '../../../kernel/ids.ts'
import type { Captured } from '../capture/capture-events.ts'
import type { BatchState, SerialState, Transit } from '../custody-state.type.ts'

type Journey = Pick<Transit, 'from' | 'to' | 'since'>

const keyOf = ({ from, to, since }: Journey): string => `${from}|${to}|${since}`

/** By what a reminder of a journey is known to one of its ends. */
export const reminderKey = (journey: Journey, organization: string): string => `journey|${keyOf(journey)}|${organization}`

/** The finding of one end. */
export const unconfirmedId = (journey: Journey & { readonly maker: string }, organization: string): string => stableId('fnd', `UNCONFIRMED_RECEIPT|${keyOf(journey)}|${journey.maker}|${organization}`)

const journeysOf = (state: SerialState | BatchState | undefined): readonly Journey[] => {
  const transit = state?.transit ?? []
  return Array.isArray(transit) ? transit as readonly Journey[] : [transit as Journey]
}

export interface EndedJourney extends Journey {
  readonly maker: string
}

/** What was under way before a report for so long that it may be a finding, and is not any more. */
export const endedJourneys = ({ serials, batches, facts }: Pick<Captured, 'serials' | 'batches' | 'facts'>, before: string): EndedJourney[] => {
  const ended = new Map<string, EndedJourney>()
  for (const [id, { before: was, after }] of [...serials, ...batches]) {
    const old = journeysOf(was).filter(({ since }) => since < before)
    if (old.length === 0) continue
    const now = new Set(journeysOf(after).map(keyOf))
    const maker = facts.get(id)?.thing.maker ?? ''
    for (const { from, to, since } of old) if (!now.has(keyOf({ from, to, since }))) ended.set(`${keyOf({ from, to, since })}|${maker}`, { from, to, since, maker })
  }
  return [...ended.values()]
}
