import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import type { KnownThings } from '../capture/known-things.ts'
import type { NewEvent } from '../capture/report.type.ts'
import type { SwapPartInput } from './goods-action.input.ts'
import { reported } from './goods-action.ts'
import type { GoodsReported } from './goods-report.type.ts'
import { askingIn, happenedAt } from './keep-goods.ts'
import { type Goods, inHand, judged, usable, usableLot } from './line.rules.ts'
import { lotFree, lotInHand } from './lot-line.rules.ts'
import { openLines } from './open-lines.ts'
import { partsInside } from './swap-part.cypher.ts'
import { ownPlace } from './parties.ts'

type Field = 'device' | 'removed' | 'installed'

interface Parts {
  readonly known: KnownThings
  readonly device: Goods
  readonly removed?: Goods
  readonly installed?: Goods
}

/** What the input names. @throws Refusal where that is nothing, or the device is no device */
const partsNamed = async (change: Change, input: SwapPartInput): Promise<Parts> => {
  const fields = (['device', 'removed', 'installed'] as const).filter((field) => input[field])
  if (fields.length < 2) throw new Refusal('INVALID_INPUT', 'Say which part was taken out, put in, or both.', ['installed'])
  const { known, goods, rejected } = await openLines(change, fields.map((field) => ({ code: input[field] ?? '', quantity: field === 'device' ? null : 1 })))
  const [first] = rejected
  if (first !== undefined) throw new Refusal(first.reason.code === 'NOT_FOUND' ? 'NOT_FOUND' : 'INVALID_INPUT', first.reason.message, [fields[first.line - 1] ?? 'device'])
  const of = (field: Field): Goods | undefined => goods.find(({ line }) => fields[line - 1] === field)
  const device = of('device')
  if (device === undefined || !known.serials.has(device.id)) throw new Refusal('INVALID_INPUT', 'A part goes into a device with a serial number.', ['device'])
  return { known, device, removed: of('removed'), installed: of('installed') }
}

/** @throws Refusal where the one is not in there, or the other may not go in */
const checkParts = async (change: Change, { known, device, removed, installed }: Parts, when: { at: string; country?: string | undefined }): Promise<void> => {
  const [inside] = await change.run(partsInside, { device: device.id })
  if (removed !== undefined && !inside?.parts.includes(removed.id)) throw new Refusal('CONFLICT', 'This part is not in the device.', ['removed'])
  if (installed === undefined) return
  if (inside?.above.includes(installed.id)) throw new Refusal('CONFLICT', 'The device is itself a part of this one.', ['installed'])
  const [why] = judged([installed], { serial: [usable, inHand], lot: [usableLot, lotFree, lotInHand] }, askingIn(change, known, when), known).rejected
  if (why !== undefined) throw new Refusal('BLOCKED', why.reason.message, ['installed'])
}

/** A worn part out, a new one in: of serials and of lots, at one moment. What comes out is held until it is inspected. */
export const swapPart = async (change: Change, input: SwapPartInput): Promise<GoodsReported> => {
  const eventTime = happenedAt(change, input.at, 'at')
  const { site, country } = await ownPlace(change, input.site)
  const parts = await partsNamed(change, input)
  await checkParts(change, parts, { at: eventTime, country })
  const reportedBy = change.viewer.organization
  const association = ({ id, quantity, unit }: Goods, action: 'ADD' | 'DELETE'): NewEvent => ({
    eventTime, timeZoneOffset: '+00:00', site, reportedBy, note: input.note, type: 'ASSOCIATION', action,
    ...(action === 'ADD' ? { bizStep: 'installing', disposition: 'in_progress', from: reportedBy } : { bizStep: 'removing', disposition: 'needs_replacement' }),
    things: [{ id: parts.device.id, role: 'PARENT' }, { id, role: 'CHILD', quantity, unit: quantity === undefined ? undefined : unit, position: input.position ?? undefined }],
  })
  const { removed, installed } = parts
  const events = [...(removed ? [association(removed, 'DELETE')] : []), ...(installed ? [association(installed, 'ADD')] : [])]
  return reported(change, [removed, installed].flatMap((part) => part ?? []), [], { events }, parts.known)
}
