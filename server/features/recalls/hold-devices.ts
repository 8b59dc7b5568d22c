import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { neededText } from '../../kernel/input-text.ts'
import { dayText } from '../../kernel/times.ts'
import type { Change } from '../../record/change.ts'
import { contentHash, signRecord } from '../../record/sign.ts'
import { coverageOf } from './coverage.ts'
import { membersOf } from './draft-recall.ts'
import { changeHold, placeHold } from './hold.cypher.ts'
import type { HoldDevicesSuccess } from './hold.type.ts'
import type { HoldDevicesInput, LiftHoldInput } from './recall.input.ts'

const longestDays = 90
const day = 86_400_000

/** The end of the named day, UTC. */
const endOf = (until: Date | string, at: string): string => {
  const end = `${dayText(until)}T23:59:59.999Z`
  if (end < at || Date.parse(end) - Date.parse(at) > (longestDays + 1) * day) throw new Refusal('INVALID_INPUT', `until is a day from today on, at most ${longestDays} days from now.`, ['until'])
  return end
}

/** The reason is the maker's own: it may name suppliers and cases. Holders are told that, and until when. */
const tell = (change: Change, type: string, id: string, organizations: readonly string[], data: object): void => {
  for (const organization of organizations) change.tell({ type, subject: id, organization, data })
}

const done = (holdId: string): HoldDevicesSuccess => ({ __typename: 'HoldDevicesSuccess', holdId }) as HoldDevicesSuccess

const renewed = async (change: Change, id: string, until: string, reason: string): Promise<HoldDevicesSuccess> => {
  const [hold] = await change.run(changeHold, { id, now: change.at, properties: { until, reason } })
  if (!hold) throw new Refusal('NOT_FOUND', 'There is no such hold.', ['renews'])
  tell(change, 'device.hold.renewed', id, hold.organizations, { hold: id, until })
  change.audit({ subject: id, maker: change.viewer.organization, changes: [{ field: 'until', before: hold.before, after: until }], reason })
  return done(id)
}

/** Quality holds devices at once, before a recall is decided: one signature, told to whom it concerns, ends by itself. */
export const holdDevices = async (change: Change, { scope, reason, until, renews, signature }: HoldDevicesInput): Promise<HoldDevicesSuccess> => {
  const words = neededText(reason, 'reason', 1_000)
  const end = endOf(until, change.at)
  const id = renews ?? newId('hld')
  const { batches, serials } = renews ? { batches: [], serials: [] } : await coverageOf(change, await membersOf(change, scope))
  await signRecord(change, { subject: id, hash: contentHash({ id, reason: words, until: end, batches, serials }), act: 'HOLD_DEVICES', signature })
  if (renews) return renewed(change, id, end, words)
  const rows = await change.run(placeHold, { hold: { id, maker: change.viewer.organization, reason: words, placedAt: change.at, until: end, by: change.viewer.person }, batches, serials })
  tell(change, 'device.hold.placed', id, rows.map(({ organization }) => organization), { hold: id, until: end })
  change.audit({ subject: id, maker: change.viewer.organization, changes: [{ field: 'until', before: null, after: end }, { field: 'coverage', before: null, after: `${batches.length} batches, ${serials.length} serials` }], reason: words })
  return done(id)
}

/** The doubt is over: the devices may be used again. */
export const liftHold = async (change: Change, { hold: id, reason }: LiftHoldInput): Promise<HoldDevicesSuccess> => {
  const [hold] = await change.run(changeHold, { id, now: change.at, properties: { until: change.at, liftedAt: change.at, liftedBy: change.viewer.person } })
  if (!hold) throw new Refusal('NOT_FOUND', 'There is no such hold.', ['hold'])
  tell(change, 'device.hold.lifted', id, hold.organizations, { hold: id })
  change.audit({ subject: id, maker: change.viewer.organization, changes: [{ field: 'until', before: hold.before, after: change.at }], reason })
  return done(id)
}
