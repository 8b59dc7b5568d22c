import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import type { NewEvent } from '../capture/report.type.ts'
import type { SwapPartInput } from './goods-action.input.ts'
import { reported } from './goods-action.ts'
import type { GoodsReported } from './goods-report.type.ts'
import { askingIn, happenedAt } from './keep-goods.ts'
import { inHand, judged, lotInHand, usable, usableLot } from './line.rules.ts'
import { openLines } from './open-lines.ts'
import { partsInside } from './swap-part.cypher.ts'
import { ownSite } from './parties.ts'

/** A worn part out, a new one in: of serials and of lots, at one moment. What comes out is held until it is inspected. */
export const swapPart = async (change: Change, input: SwapPartInput): Promise<GoodsReported> => {
  const eventTime = happenedAt(change, input.at, 'at')
  const site = await ownSite(change, input.site)
  const fields = (['device', 'removed', 'installed'] as const).filter((field) => input[field])
  if (fields.length < 2) throw new Refusal('INVALID_INPUT', 'Say which part was taken out, put in, or both.', ['installed'])
  const { known, goods, rejected } = await openLines(change, fields.map((field) => ({ code: input[field] ?? '', quantity: field === 'device' ? null : 1 })))
  const [first] = rejected
  if (first !== undefined) throw new Refusal(first.reason.code === 'NOT_FOUND' ? 'NOT_FOUND' : 'INVALID_INPUT', first.reason.message, [fields[first.line - 1] ?? 'device'])
  const of = (field: 'device' | 'removed' | 'installed') => goods.find(({ line }) => fields[line - 1] === field)
  const [device, removed, installed] = [of('device'), of('removed'), of('installed')]
  if (device === undefined || !known.serials.has(device.id)) throw new Refusal('INVALID_INPUT', 'A part goes into a device with a serial number.', ['device'])
  const [inside] = await change.run(partsInside, { device: device.id })
  if (removed !== undefined && !inside?.parts.includes(removed.id)) throw new Refusal('CONFLICT', 'This part is not in the device.', ['removed'])
  if (installed !== undefined && inside?.above.includes(installed.id)) throw new Refusal('CONFLICT', 'The device is itself a part of this one.', ['installed'])
  const [why] = installed === undefined ? [] : judged([installed], { serial: [usable, inHand], lot: [usableLot, lotInHand] }, askingIn(change), known).rejected
  if (why !== undefined) throw new Refusal('BLOCKED', why.reason.message, ['installed'])
  const common = { eventTime, timeZoneOffset: '+00:00', site, reportedBy: change.viewer.organization, note: input.note }
  const association = (part: typeof device, action: 'ADD' | 'DELETE'): NewEvent => ({
    ...common, type: 'ASSOCIATION', action, bizStep: action === 'ADD' ? 'installing' : 'removing', disposition: action === 'ADD' ? 'in_progress' : 'needs_replacement',
    ...(action === 'ADD' && { from: change.viewer.organization }),
    things: [{ id: device.id, role: 'PARENT' }, { id: part.id, role: 'CHILD', quantity: part.quantity, unit: part.quantity === undefined ? undefined : part.unit, position: input.position ?? undefined }],
  })
  const events = [...(removed ? [association(removed, 'DELETE')] : []), ...(installed ? [association(installed, 'ADD')] : [])]
  return reported(change, goods.filter((one) => one !== device), [], { events }, known)
}
