import { isAllowed } from '../../../access/may.ts'
import { stableId } from '../../../kernel/ids.ts'
import type { Change } from '../../../record/change.ts'
import type { NewBatch, NewSerial, NewUnit } from '../../custody/capture/report.type.ts'
import { scannedCode, type ScannedCode } from '../../custody/scanned-code.ts'
import { labelText } from '../../identify/label-text.ts'
import type { EpcisName } from '../event-columns.rules.ts'
import { qualifiedName } from '../namespaces.rules.ts'
import type { Draft } from './draft.rules.ts'
import { type OwnThing, ownThings } from './own-thing.cypher.ts'

/** Things that a document tells of for the first time, and the ids of what it names. */
export interface Made {
  readonly batches: ReadonlyMap<string, NewBatch>
  readonly serials: ReadonlyMap<string, NewSerial>
  readonly units: ReadonlyMap<string, NewUnit>
  readonly ids: ReadonlyMap<string, string>
}

interface Birth {
  readonly draft: Draft
  readonly name: EpcisName
  readonly code: ScannedCode
  readonly lot: string | null
}

const birthSteps = new Set(['commissioning', 'creating_class_instance'])

const bears = ({ columns }: Draft, { role }: EpcisName): boolean =>
  role === 'OUTPUT' || role === 'EPC' && columns.type === 'ObjectEvent' && columns.action === 'ADD' && birthSteps.has(columns.bizStep ?? '')

const opensUnit = (draft: Draft, name: EpcisName): boolean => draft.columns.action === 'ADD' && (name.role === 'PARENT' || bears(draft, name))

/** A member of ILMD by its name in the CBV's master data attributes. */
const ilmd = ({ event, namespaces }: Draft, attribute: string): string | undefined => {
  const found = Object.entries(event.ilmd ?? {}).find(([name]) => qualifiedName(name, namespaces) === `{urn:epcglobal:cbv:mda:}${attribute}`)?.[1]
  return typeof found === 'string' ? found : undefined
}

const birthsIn = (drafts: readonly Draft[], known: ReadonlyMap<string, unknown>): Birth[] =>
  drafts.flatMap((draft) => draft.names.filter((name) => bears(draft, name) && !known.has(name.uri)).flatMap((name) => {
    const code = scannedCode(name.uri)
    const lot = code.lot ?? ilmd(draft, 'lotNumber') ?? null
    return code.di === null || code.serial === null && lot === null ? [] : [{ draft, name, code, lot }]
  }))

const common = ({ draft }: Birth, { product, di, maker }: OwnThing) => {
  const expiresOn = ilmd(draft, 'itemExpirationDate')?.slice(0, 10)
  return { product, di, maker, manufacturedOn: draft.columns.eventTime.slice(0, 10), ...(expiresOn !== undefined && { expiresOn }) }
}

const batchOf = (birth: Birth, own: OwnThing, lotNumber: string, maker: string): NewBatch => {
  const key = `${own.product}|${lotNumber}`
  return {
    ...common(birth, own), id: stableId('bat', key), key, lotNumber, kind: own.kind === 'DEVICE' ? 'FINISHED' : 'COMPONENT', madeBy: maker,
    udi: labelText({ scheme: own.scheme, di: own.di, lot: lotNumber }), unit: birth.name.unit ?? 'EA', ...(birth.name.quantity !== null && { quantity: birth.name.quantity }),
  }
}

const serialOf = (birth: Birth, own: OwnThing, serialNumber: string, batch: string | undefined): NewSerial => {
  const key = `${own.product}|${serialNumber}`
  return {
    ...common(birth, own), id: stableId('ser', key), key, serialNumber, batch, ...(birth.lot !== null && { lotNumber: birth.lot }),
    udi: labelText({ scheme: own.scheme, di: own.di, lot: birth.lot ?? undefined, serial: serialNumber }),
  }
}

const unitsIn = (drafts: readonly Draft[], known: ReadonlyMap<string, unknown>): [uri: string, unit: NewUnit][] =>
  drafts.flatMap((draft) => draft.names.filter((name) => opensUnit(draft, name) && !known.has(name.uri)).flatMap((name): [string, NewUnit][] => {
    const { sscc } = scannedCode(name.uri)
    const key = `${sscc}|${draft.columns.eventTime.slice(0, 10)}`
    return sscc === null ? [] : [[name.uri, { id: stableId('lgu', key), key, sscc, kind: 'CARTON' }]]
  }))

interface Newborn {
  readonly batch: NewBatch | undefined
  readonly serial: NewSerial | undefined
  readonly id: string | undefined
}

const born = (birth: Birth, found: OwnThing, sender: string): Newborn => {
  const batch = birth.lot === null || found.batch !== null ? undefined : batchOf(birth, found, birth.lot, sender)
  const lot = found.batch ?? batch?.id
  const serial = birth.code.serial === null ? undefined : serialOf(birth, found, birth.code.serial, lot)
  return { batch, serial, id: serial?.id ?? lot }
}

/** What is made, of the sender's own products, and packed for the first time. */
export const makeThings = async (change: Change, drafts: readonly Draft[], known: ReadonlyMap<string, unknown>): Promise<Made> => {
  const [batches, serials, ids] = [new Map<string, NewBatch>(), new Map<string, NewSerial>(), new Map<string, string>()]
  const births = isAllowed(change.viewer, 'REPORT_PRODUCTION') ? birthsIn(drafts, known) : []
  const own = births.length === 0 ? [] : await change.run(ownThings, { rows: births.map(({ code, lot }, index) => ({ index, di: code.di ?? '', lot })) })
  for (const found of own) {
    const birth = births[found.index]
    if (birth === undefined) continue
    const { batch, serial, id } = born(birth, found, change.viewer.organization)
    if (batch !== undefined) batches.set(batch.id, batch)
    if (serial !== undefined) serials.set(serial.id, serial)
    if (id !== undefined) ids.set(birth.name.uri, id)
  }
  const units = unitsIn(drafts, known)
  for (const [uri, { id }] of units) ids.set(uri, id)
  return { batches, serials, units: new Map(units.map(([, unit]) => [unit.id, unit])), ids }
}
