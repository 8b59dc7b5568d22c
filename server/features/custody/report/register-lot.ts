import { Refusal } from '../../../kernel/errors.ts'
import { stableId } from '../../../kernel/ids.ts'
import { dayText } from '../../../kernel/times.ts'
import type { Change } from '../../../record/change.ts'
import { labelText } from '../../identify/label-text.ts'
import { readLabel } from '../../identify/read-label.ts'
import type { NewBatch, NewEvent } from '../capture/report.type.ts'
import type { ConsumedLotInput, RegisterSupplierLotInput } from './goods-report.input.ts'
import type { RegisterSupplierLotSuccess } from './goods-report.type.ts'
import { askingIn, keepReport } from './keep-goods.ts'
import { judged } from './line.rules.ts'
import { lotFree, lotInHand } from './lot-line.rules.ts'
import { type OpenLines, openLines } from './open-lines.ts'
import { ownSite } from './parties.ts'
import { batchExists, findOwnProduct, type OwnMaterial, proveByDocuments } from './register-lot.cypher.ts'

/** The reporter's own product. @throws Refusal NOT_FOUND where it has none of this code */
export const ownProduct = async (change: Change, code: string): Promise<OwnMaterial> => {
  const [product] = await change.run(findOwnProduct, { code: code.trim(), di: readLabel(code).di ?? null })
  if (product === undefined) throw new Refusal('NOT_FOUND', `You have no product ${code}. Give its code as in your catalogue, or have it registered.`, ['product'])
  return product
}

/** A lot that is not on record yet. @throws Refusal CONFLICT where it is */
export const newLot = async (change: Change, product: OwnMaterial, lot: Pick<NewBatch, 'lotNumber' | 'kind' | 'quantity' | 'unit'> & { manufacturedOn: string | null; expiresOn: string | null }): Promise<NewBatch> => {
  const lotNumber = lot.lotNumber.trim()
  if (!/^[\x21-\x7e]([\x20-\x7e]{0,48}[\x21-\x7e])?$/.test(lotNumber)) throw new Refusal('INVALID_INPUT', 'A lot number has 1 to 50 letters, digits and signs of ASCII.', ['lotNumber'])
  if (lot.quantity !== undefined && !(lot.quantity > 0)) throw new Refusal('INVALID_INPUT', 'A quantity is more than nothing.', ['quantity'])
  const { manufacturedOn, expiresOn } = lot
  if (manufacturedOn !== null && expiresOn !== null && expiresOn < manufacturedOn) throw new Refusal('INVALID_INPUT', 'It expires before it was made: correct one of the days.', ['expiresOn'])
  if (manufacturedOn !== null && manufacturedOn > change.at.slice(0, 10)) throw new Refusal('INVALID_INPUT', 'It cannot be made after today.', ['manufacturedOn'])
  const key = `${product.id}|${lotNumber}`
  const id = stableId('bat', key)
  const [there] = await change.run(batchExists, { id })
  if (there !== undefined) throw new Refusal('CONFLICT', `Lot ${lotNumber} of this product is on record already.`, ['lotNumber'])
  return {
    ...lot, id, key, lotNumber, product: product.id, di: product.di, maker: product.maker, madeBy: change.viewer.organization,
    udi: labelText({ scheme: product.scheme, di: product.di, lot: lotNumber }), manufacturedOn: manufacturedOn ?? undefined, expiresOn: expiresOn ?? undefined,
  }
}

const refusals: Readonly<Record<string, 'NOT_FOUND' | 'BLOCKED'>> = { NOT_FOUND: 'NOT_FOUND', BLOCKED: 'BLOCKED' }

/** What a lot was made of: the maker's own stock, so much of it. @throws Refusal where a line names nothing, or more than there is */
export const openInputs = async (change: Change, consumed: readonly ConsumedLotInput[]): Promise<OpenLines> => {
  const open = await openLines(change, consumed)
  const { rejected } = judged(open.goods, { serial: [], lot: [lotFree, lotInHand] }, askingIn(change, open.known), open.known)
  const [first] = [...open.rejected, ...rejected]
  if (first !== undefined) throw new Refusal(refusals[first.reason.code] ?? 'CONFLICT', `${first.code}: ${first.reason.message}`, ['consumed', String(first.line - 1), 'code'])
  return open
}

const madeOf = (batch: NewBatch, open: OpenLines | undefined, told: Pick<NewEvent, 'reportedBy' | 'eventTime' | 'site'>): NewEvent => {
  const output = { id: batch.id, quantity: batch.quantity, unit: batch.unit }
  const common = { bizStep: 'commissioning', disposition: 'active', timeZoneOffset: '+00:00', ...told }
  if (open === undefined) return { ...common, type: 'OBJECT', action: 'ADD', things: [{ ...output, role: 'EPC' }] }
  const inputs = open.goods.map(({ id, quantity, unit }) => ({ id, role: 'INPUT' as const, quantity, unit }))
  return { ...common, type: 'TRANSFORMATION', things: [{ ...output, role: 'OUTPUT' }, ...inputs] }
}

const prove = async (change: Change, batch: string, documents: readonly string[]): Promise<void> => {
  if (documents.length === 0) return
  const proved = new Set((await change.run(proveByDocuments, { batch, documents })).map(({ id }) => id))
  const missing = documents.findIndex((id) => !proved.has(id))
  if (missing >= 0) throw new Refusal('NOT_FOUND', 'You have no such document. Upload it first.', ['documents', String(missing)])
}

/** Made on a day, as far as anybody said: at its beginning, or now where that is today. */
const madeAt = (day: string | null, at: string): string => (day === null || day === at.slice(0, 10) ? at : `${day}T00:00:00.000Z`)

/** A supplier's lot: what it is, what went into it, and the papers that prove it. */
export const registerSupplierLot = async (change: Change, input: RegisterSupplierLotInput): Promise<RegisterSupplierLotSuccess> => {
  const product = await ownProduct(change, input.product)
  const site = await ownSite(change, input.site)
  const consumed = input.consumed ?? []
  const manufacturedOn = dayText(input.manufacturedOn)
  const batch = await newLot(change, product, {
    lotNumber: input.lotNumber, kind: consumed.length > 0 ? 'COMPONENT' : 'RAW', quantity: input.quantity, unit: input.unit, manufacturedOn, expiresOn: dayText(input.expiresOn),
  })
  const open = consumed.length === 0 ? undefined : await openInputs(change, consumed)
  // What was consumed came before: a lot of today's materials is filed now, whatever day is on its label.
  const eventTime = open === undefined ? madeAt(manufacturedOn, change.at) : change.at
  await keepReport(change, { batches: [{ ...batch, madeAt: site }], events: [madeOf(batch, open, { reportedBy: change.viewer.organization, eventTime, site })] }, open?.known)
  await prove(change, batch.id, input.documents ?? [])
  return { __typename: 'RegisterSupplierLotSuccess', batchId: batch.id } as RegisterSupplierLotSuccess
}
