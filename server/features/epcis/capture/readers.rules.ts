import { labelOfId } from '../../../kernel/ids.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import type { KnownThings } from '../../custody/capture/known-things.ts'
import { membersOf } from '../epcis-event.type.ts'
import type { NamedThing } from './custody-event.rules.ts'
import type { Draft } from './draft.rules.ts'
import type { NewEpcisEvent } from './epcis-event.cypher.ts'
import type { Parties } from './parties.ts'

type Readers = NewEpcisEvent['openTo']

/** What a hospital adds in words of its own may name a patient or an operation. */
const hasOwnWords = ({ event }: Draft): boolean => event.bizTransactionList !== undefined || event.ilmd !== undefined || Object.keys(membersOf(event)).some((name) => name.includes(':'))

/** The maker of all that an event names; undefined where something in it is another's, or unknown, or a carton whose content may be. */
const onlyMaker = ({ names }: Draft, things: ReadonlyMap<string, NamedThing>, known: KnownThings, sender: string): string | undefined => {
  const makers = new Set(names.map(({ uri }) => {
    const id = things.get(uri)?.id ?? ''
    if (labelOfId(id) !== 'Serial' && labelOfId(id) !== 'Batch') return undefined
    return known.serials.get(id)?.maker ?? known.batches.get(id)?.maker ?? sender
  }))
  return makers.size === 1 ? [...makers][0] : undefined
}

/** Who may read an event whole: who sent it, who took part, and the maker's own teams where it is about its products alone. A claim is its sender's. */
export const readersOf = (draft: Draft, parties: Parties | undefined, things: ReadonlyMap<string, NamedThing>, known: KnownThings, viewer: Viewer): Readers => {
  const open = new Set([viewer.organization, ...(parties?.all ?? [])])
  const maker = parties === undefined || viewer.kind === 'HOSPITAL' && hasOwnWords(draft) ? undefined : onlyMaker(draft, things, known, viewer.organization)
  const taking: Readers = [...open].map((organization) => ({ organization, internal: false }))
  return maker === undefined || open.has(maker) ? taking : [...taking, { organization: maker, internal: true }]
}
