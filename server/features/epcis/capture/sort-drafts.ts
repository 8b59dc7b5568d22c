import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import type { Transaction } from '../../custody/capture/capture-events.ts'
import { speaksAsMaker } from '../../custody/report/declare-error.ts'
import { happenedAt } from '../../custody/report/keep-goods.ts'
import type { EventError, ProblemType } from '../problem.ts'
import { type Draft, declares } from './draft.rules.ts'
import { knownEpcisEvents, type KnownEpcisEvent } from './epcis-event.cypher.ts'

export interface SortedDrafts {
  readonly fresh: readonly Draft[]
  /** There before, and so changed nothing. */
  readonly repeated: readonly Draft[]
  readonly errors: readonly EventError[]
  /** What is on record under each eventID, of what the sender may see. */
  readonly known: ReadonlyMap<string, readonly KnownEpcisEvent[]>
}

export type Sorting = Transaction & Pick<Change, 'viewer'>

type Verdict = 'fresh' | 'repeated' | readonly [type: ProblemType, detail: string]

/** The maker's quality may declare another's event of its products wrong, as it is told: repeated word by word. */
export const declaredAsMaker = (change: Sorting, { hash }: Draft, one: KnownEpcisEvent): boolean => !one.declares && !one.mine && one.hash === hash && speaksAsMaker(change, one)

const againstDeclaration = (change: Sorting, draft: Draft, original: KnownEpcisEvent | undefined): Verdict => {
  const { event, hash } = draft
  const { reason, correctiveEventIDs = [] } = event.errorDeclaration ?? {}
  if (reason?.endsWith('did_not_occur') && correctiveEventIDs.length > 0) return ['ValidationException', 'An event that did not occur has no corrective events (CBV 2.0, 7.5): leave correctiveEventIDs out, or give another reason.']
  if (original === undefined) return 'fresh'
  if (!original.mine && !declaredAsMaker(change, draft, original)) return ['SecurityException', 'Only who captured an event may declare it an error, and the maker\'s quality of its own products.']
  return original.hash === hash ? 'fresh' : ['ValidationException', 'An error declaration repeats the event as it was captured; this one says something else.']
}

/** Another's event is the same where it says the same; one that says something else under this eventID stops nobody, since each reporter gives its own. */
const verdictOn = (change: Sorting, draft: Draft, known: readonly KnownEpcisEvent[], before: Draft | undefined): Verdict => {
  const own = known.filter(({ mine, hash }) => mine || hash === draft.hash)
  const same = own.find((one) => one.declares === declares(draft) && (!one.declares || one.id === draft.id)) ?? before
  if (same !== undefined) return same.hash === draft.hash ? 'repeated' : ['ResourceAlreadyExistsException', 'An event with this eventID was captured before and says something else. Events never change: declare the first one an error, and send this under a new eventID.']
  return declares(draft) ? againstDeclaration(change, draft, own.find((one) => !one.declares) ?? known.find((one) => !one.declares)) : 'fresh'
}

const inTime = (change: Transaction, { event }: Draft): Verdict => {
  try {
    happenedAt(change, event.eventTime, 'eventTime')
    return 'fresh'
  } catch (error) {
    if (error instanceof Refusal) return ['ValidationException', error.message]
    throw error
  }
}

const byEventId = (rows: readonly KnownEpcisEvent[]): Map<string, KnownEpcisEvent[]> => {
  const known = new Map<string, KnownEpcisEvent[]>()
  for (const row of rows) known.set(row.eventId, [...(known.get(row.eventId) ?? []), row])
  return known
}

/** Which events are new, which were there before, and which cannot be. */
export const sortDrafts = async (change: Sorting, drafts: readonly Draft[]): Promise<SortedDrafts> => {
  const known = byEventId(await change.run(knownEpcisEvents, { eventIds: [...new Set(drafts.map(({ eventId }) => eventId))], declared: [...new Set(drafts.filter(declares).map(({ eventId }) => eventId))] }))
  const seen = new Map<string, Draft>()
  const repeated: Draft[] = []
  const errors: EventError[] = []
  for (const draft of drafts) {
    const first = verdictOn(change, draft, known.get(draft.eventId) ?? [], seen.get(draft.id))
    const verdict = first === 'fresh' ? inTime(change, draft) : first
    if (verdict === 'repeated') repeated.push(draft)
    else if (verdict === 'fresh') seen.set(draft.id, draft)
    else errors.push({ event: draft.place, eventID: draft.eventId, type: `epcisException:${verdict[0]}`, detail: verdict[1] })
  }
  return { fresh: [...seen.values()], repeated, errors, known }
}
