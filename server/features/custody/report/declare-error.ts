import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import { thingsOfEvents } from '../capture/history.cypher.ts'
import { KnownThings } from '../capture/known-things.ts'
import type { DeclareErrorInput } from './goods-action.input.ts'
import type { GoodsReported } from './goods-report.type.ts'
import { keepReport } from './keep-goods.ts'

/** That what one reported itself was wrong. The event stays, marked; everything that followed from it follows no more. */
export const declareError = async (change: Change, { event: id, reason }: DeclareErrorInput): Promise<GoodsReported> => {
  if (reason.trim() === '') throw new Refusal('INVALID_INPUT', 'Say what was wrong.', ['reason'])
  const [event] = await change.run(thingsOfEvents, { ids: [id] })
  if (event === undefined || event.reportedBy !== change.viewer.organization) throw new Refusal('NOT_FOUND', 'You reported no such event.', ['event'])
  if (event.errorDeclaredAt !== null) throw new Refusal('CONFLICT', 'This event was declared an error before.', ['event'])
  await keepReport(change, { events: [], errors: [{ event: id, reason: reason.trim(), at: change.at }] }, new KnownThings(change), reason)
  return { __typename: 'GoodsReported', acceptedCount: 1, rejected: [], eventIds: [id] } as unknown as GoodsReported
}
