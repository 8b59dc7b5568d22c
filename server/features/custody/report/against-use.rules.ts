import type { KnownBatch, KnownSerial } from '../capture/known-things.ts'
import { type LineReason, reason } from './line-reason.ts'

const stopped: Readonly<Record<string, LineReason>> = {
  RECALLED: reason('RECALLED', 'Its maker has called it back. Put it aside and answer the recall notice.'),
  SUSPECT: reason('SUSPECT', 'It was reported lost, stolen or in two places. Put it aside and ask the manufacturer.'),
  QUARANTINED: reason('QUARANTINED', 'It is in quarantine. Have it inspected and released first.'),
  NON_CONFORMANT: reason('NON_CONFORMANT', 'It was found not to conform. Return or scrap it.'),
  DAMAGED: reason('DAMAGED', 'It is damaged. Return or scrap it.'),
}

export type Known = KnownSerial | KnownBatch

const stood = (since: string | null | undefined, at: string): boolean => since !== null && (since === undefined || since <= at)

/** The holds that stood at a moment, of those that stand now; of a thing whose state is not kept nobody knows since when. */
const holdsAt = ({ state, holds }: Known, at: string): readonly string[] =>
  state === undefined ? holds : state.holds.filter(({ since }) => stood(since, at)).map(({ hold }) => hold)

const held = (holds: readonly string[]): LineReason | undefined => Object.entries(stopped).find(([hold]) => holds.includes(hold))?.[1]

const said = ({ recalledSince, heldSince }: Known, at: string): LineReason | undefined => {
  if (stood(recalledSince, at)) return stopped['RECALLED']
  return stood(heldSince, at) ? reason('HELD_PENDING_RECALL', 'Its maker holds it until a recall is decided. Put it aside.') : undefined
}

const expired = (expiresOn: string | null, day: string): LineReason | undefined =>
  expiresOn !== null && expiresOn < day ? reason('EXPIRED', `It expired on ${expiresOn}. Return or scrap it.`) : undefined

/** What stood against shipping it on, selling or using it when that happened. */
export const againstUse = (thing: Known, { at, day }: { readonly at: string; readonly day: string }, batch?: KnownBatch): LineReason | undefined =>
  said(thing, at) ?? held([...holdsAt(thing, at), ...(batch === undefined ? [] : holdsAt(batch, at))]) ?? expired(thing.expiresOn, day)
