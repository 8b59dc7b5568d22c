import { Refusal } from '../../../kernel/errors.ts'
import { stableId } from '../../../kernel/ids.ts'
import { dayText } from '../../../kernel/times.ts'
import type { Change } from '../../../record/change.ts'
import { labelText } from '../../identify/label-text.ts'
import type { NewBatch, NewEvent, NewSerial } from '../capture/report.type.ts'
import type { RegisterProductionInput } from './goods-action.input.ts'
import { reported } from './goods-action.ts'
import type { GoodsReported } from './goods-report.type.ts'
import { happenedAt } from './keep-goods.ts'
import { KnownThings } from '../capture/known-things.ts'
import { type OpenLines } from './open-lines.ts'
import { ownSite } from './parties.ts'
import { knownSerials, lotOnRecord } from './production.cypher.ts'
import { newLot, openInputs, ownProduct } from './register-lot.ts'
import type { OwnMaterial } from './register-lot.cypher.ts'

const mostSerials = 10_000

type MadeLot = Pick<NewBatch, 'id' | 'lotNumber' | 'expiresOn'> & { readonly isThere?: true }

const serialsOf = async (change: Change, product: OwnMaterial, numbers: readonly string[], batch: MadeLot | undefined, manufacturedOn: string, expiresOn: string | null): Promise<NewSerial[]> => {
  if (numbers.length > mostSerials) throw new Refusal('TOO_LARGE', `At most ${mostSerials} serial numbers at once.`, ['serialNumbers'])
  const wrong = numbers.findIndex((number, index) => !/^[\x21-\x7e]{1,50}$/.test(number) || numbers.indexOf(number) !== index)
  if (wrong >= 0) throw new Refusal('INVALID_INPUT', 'A serial number has 1 to 50 letters, digits and signs of ASCII, and stands once in the list.', ['serialNumbers', String(wrong)])
  const serials = numbers.map((serialNumber): NewSerial => ({
    id: stableId('ser', `${product.id}|${serialNumber}`), key: `${product.id}|${serialNumber}`, serialNumber, product: product.id, di: product.di, maker: product.maker,
    batch: batch?.id, lotNumber: batch?.lotNumber, manufacturedOn, expiresOn: expiresOn ?? undefined,
    udi: labelText({ scheme: product.scheme, di: product.di, lot: batch?.lotNumber, serial: serialNumber }),
  }))
  const [there] = await change.run(knownSerials, { ids: serials.map(({ id }) => id) })
  if (there !== undefined) throw new Refusal('CONFLICT', `Serial number ${there.serialNumber} of this product was made before.`, ['serialNumbers', String(numbers.indexOf(there.serialNumber))])
  return serials
}

const outputs = (batch: MadeLot | undefined, serials: readonly NewSerial[], quantity: number | null | undefined, role: 'OUTPUT' | 'EPC', unit: string): NewEvent['things'] => [
  ...(batch === undefined || (batch.isThere && quantity == null) ? [] : [{ id: batch.id, role, quantity: quantity ?? undefined, unit: quantity == null ? undefined : unit }]),
  ...serials.map(({ id }) => ({ id, role })),
]

const inputs = (open: OpenLines): NewEvent['things'] => open.goods.map(({ id, quantity, unit }) => ({ id, role: 'INPUT', quantity, unit }))

const refuseNothing = ({ lotNumber, quantity, serialNumbers }: RegisterProductionInput): void => {
  const numbers = serialNumbers?.length ?? 0
  if (!lotNumber && numbers === 0) throw new Refusal('INVALID_INPUT', 'Name the lot, the serial numbers, or both.', ['lotNumber'])
  if (lotNumber && numbers === 0 && !quantity) throw new Refusal('INVALID_INPUT', 'Say how many were made, or their serial numbers.', ['quantity'])
}

/** More devices of a lot that was begun before; undefined where it is new, or nothing but a quantity is told of it, which may be the same told twice. */
const lotBegun = async (change: Change, product: OwnMaterial, { lotNumber, serialNumbers, expiresOn }: RegisterProductionInput): Promise<MadeLot | undefined> => {
  if (!lotNumber || !serialNumbers?.length) return undefined
  const [there] = await change.run(lotOnRecord, { key: `${product.id}|${lotNumber.trim()}` })
  if (there === undefined) return undefined
  const day = dayText(expiresOn)
  if (day !== null && day !== there.expiresOn) throw new Refusal('INVALID_INPUT', `This lot is on record with another expiry: ${there.expiresOn ?? 'none'}.`, ['expiresOn'])
  return { id: there.id, lotNumber: lotNumber.trim(), expiresOn: there.expiresOn ?? undefined, isThere: true }
}

/** A lot, or devices with serial numbers, made of other lots. */
export const registerProduction = async (change: Change, input: RegisterProductionInput): Promise<GoodsReported> => {
  const { lotNumber, quantity, serialNumbers, consumed } = input
  refuseNothing(input)
  const eventTime = happenedAt(change, input.at, 'at')
  const [site, product] = [await ownSite(change, input.site), await ownProduct(change, input.product)]
  const [manufacturedOn, expiresOn] = [eventTime.slice(0, 10), dayText(input.expiresOn)]
  const lot = { kind: product.kind === 'DEVICE' ? 'FINISHED' : 'COMPONENT', quantity: quantity ?? serialNumbers?.length, unit: input.unit ?? 'EA', manufacturedOn, expiresOn } as const
  const begun = await lotBegun(change, product, input)
  const fresh = lotNumber && begun === undefined ? { ...(await newLot(change, product, { ...lot, lotNumber })), madeAt: site } : undefined
  const batch = begun ?? fresh
  const serials = await serialsOf(change, product, serialNumbers ?? [], batch, manufacturedOn, begun?.expiresOn ?? expiresOn)
  const open = consumed?.length ? await openInputs(change, consumed) : undefined
  const common = { bizStep: 'commissioning', disposition: 'active', eventTime, timeZoneOffset: '+00:00', site, reportedBy: change.viewer.organization }
  const event: NewEvent = open === undefined
    ? { ...common, type: 'OBJECT', action: 'ADD', things: outputs(batch, serials, quantity, 'EPC', lot.unit) }
    : { ...common, type: 'TRANSFORMATION', things: [...outputs(batch, serials, quantity, 'OUTPUT', lot.unit), ...inputs(open)] }
  const done = await reported(change, [], [], { events: [event], serials, batches: fresh ? [fresh] : [] }, open?.known ?? new KnownThings(change))
  return { ...done, acceptedCount: serials.length + (quantity ? 1 : 0) }
}
