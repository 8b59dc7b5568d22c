import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import { KnownThings } from '../capture/known-things.ts'
import { eventIdOf } from '../event-id.rules.ts'
import { correctedEvent } from './correct-event.ts'
import { carryOver, type Declarable, declarableEvents } from './declarable.cypher.ts'
import type { DeclareErrorInput } from './goods-action.input.ts'
import type { GoodsReported } from './goods-report.type.ts'
import { keepReport } from './keep-goods.ts'

/** The maker's quality may say that another's report of its own products is wrong: the record then says who did, and the reporter is told. */
export const speaksAsMaker = ({ viewer }: Pick<Change, 'viewer'>, { ownOnly }: Pick<Declarable, 'ownOnly'>): boolean => ownOnly && viewer.roles.includes('QUALITY')

/** On record, and told to who reported it. */
export const tellReporter = (change: Change, event: string, { reportedBy, thing }: Declarable, reason: string): void => {
  change.audit({ subject: event, changes: [{ field: 'errorDeclaredAt', before: null, after: change.at }], reason })
  change.tell({ type: 'custody.corrected', subject: thing ?? event, organization: reportedBy, data: { event, reason } })
}

/**
 * That what one reported itself was wrong, or another of one's own products. The event stays, marked; everything that
 * followed from it follows no more. Where some of its lines were wrong, the rest is told again, and follows.
 */
export const declareError = async (change: Change, { event: id, reason: told, lines }: DeclareErrorInput): Promise<GoodsReported> => {
  const reason = told.trim()
  if (reason === '') throw new Refusal('INVALID_INPUT', 'Say what was wrong.', ['reason'])
  const [event] = await change.run(declarableEvents, { ids: [id] })
  const isOwn = event?.reportedBy === change.viewer.organization
  if (event === undefined || !isOwn && !speaksAsMaker(change, event)) throw new Refusal('NOT_FOUND', 'You reported no such event.', ['event'])
  if (event.errorDeclaredAt !== null) throw new Refusal('CONFLICT', 'This event was declared an error before.', ['event'])
  const right = lines && lines.length > 0 ? await correctedEvent(change, id, lines, reason) : undefined
  const error = { event: id, reason, at: change.at, ...(right && { corrective: [right.eventId] }) }
  await keepReport(change, { events: right ? [right] : [], errors: [error] }, new KnownThings(change), reason)
  if (right !== undefined) await change.run(carryOver, { from: id, to: eventIdOf(right) })
  if (!isOwn) tellReporter(change, id, event, reason)
  return { __typename: 'GoodsReported', acceptedCount: 1, rejected: [], eventIds: [id, ...(right ? [eventIdOf(right)] : [])] } as unknown as GoodsReported
}
