import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import { KnownThings } from '../capture/known-things.ts'
import { type Declarable, declarableEvent } from './declarable.cypher.ts'
import type { DeclareErrorInput } from './goods-action.input.ts'
import type { GoodsReported } from './goods-report.type.ts'
import { keepReport } from './keep-goods.ts'

/** The maker's quality may say that another's report of its own products is wrong: the record then says who did, and the reporter is told. */
const speaksAsMaker = ({ viewer }: Change, { ownOnly }: Declarable): boolean => ownOnly && viewer.roles.includes('QUALITY')

/** That what one reported itself was wrong, or another of one's own products. The event stays, marked; everything that followed from it follows no more. */
export const declareError = async (change: Change, { event: id, reason }: DeclareErrorInput): Promise<GoodsReported> => {
  if (reason.trim() === '') throw new Refusal('INVALID_INPUT', 'Say what was wrong.', ['reason'])
  const [event] = await change.run(declarableEvent, { id })
  const isOwn = event?.reportedBy === change.viewer.organization
  if (event === undefined || !isOwn && !speaksAsMaker(change, event)) throw new Refusal('NOT_FOUND', 'You reported no such event.', ['event'])
  if (event.errorDeclaredAt !== null) throw new Refusal('CONFLICT', 'This event was declared an error before.', ['event'])
  await keepReport(change, { events: [], errors: [{ event: id, reason: reason.trim(), at: change.at }] }, new KnownThings(change), reason)
  if (!isOwn) {
    change.audit({ subject: id, changes: [{ field: 'errorDeclaredAt', before: null, after: change.at }], reason: reason.trim() })
    change.tell({ type: 'custody.corrected', subject: event.thing ?? id, organization: event.reportedBy, data: { event: id, reason: reason.trim() } })
  }
  return { __typename: 'GoodsReported', acceptedCount: 1, rejected: [], eventIds: [id] } as unknown as GoodsReported
}
