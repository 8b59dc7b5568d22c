import type { EventType, Step } from './custody-event.type.ts'
import type { SerialState } from './custody-state.type.ts'
import { hasEnded, type SerialRule } from './serial-changes.rules.ts'
import { install, pack, remove, seenInDevice, seenInUnit, unpack } from './serial-containment.rules.ts'
import { assess } from './serial-holds.rules.ts'
import { collect, consign, count, receive, sell, ship, store, voidShipping } from './serial-moves.rules.ts'
import { commission, produce } from './serial-production.rules.ts'
import { destroy, dispense, explant, implant, putIntoService, takeOutOfService, useUp } from './serial-use.rules.ts'

/** A row of the table from events to custody. */
export interface SerialRow {
  readonly applies: (step: Step) => boolean
  readonly rule: SerialRule
  /** Moves it, and with it the parts inside it; impossible once it has ended, unless `revives` says otherwise. */
  readonly moves: boolean
  readonly revives?: (state: SerialState) => boolean
}

const moved: readonly EventType[] = ['OBJECT', 'TRANSACTION']

const observed = (...bizSteps: string[]) => ({ event, role }: Step): boolean =>
  role === 'EPC' && moved.includes(event.type) && event.action !== 'DELETE' && bizSteps.includes(event.bizStep ?? '')

const child = (type: EventType, action: 'ADD' | 'DELETE') => ({ event, role, via, allChildren }: Step): boolean =>
  event.type === type && event.action === action && (role === 'CHILD' || (via !== undefined && allChildren === true))

const seen = (type: EventType) => ({ event, role }: Step): boolean => event.type === type && event.action === 'OBSERVE' && role === 'CHILD'

const ofTransformation = (wanted: 'INPUT' | 'OUTPUT') => ({ event, role }: Step): boolean =>
  event.type === 'TRANSFORMATION' && role === wanted

const deleted = ({ event, role }: Step): boolean =>
  role === 'EPC' && event.type === 'OBJECT' && event.action === 'DELETE' && event.bizStep !== 'decommissioning'

const declaredGood = ({ event, role }: Step): boolean => role === 'EPC' && moved.includes(event.type) && event.disposition === 'available'

const move = (applies: SerialRow['applies'], rule: SerialRule, revives?: SerialRow['revives']): SerialRow =>
  ({ applies, rule, moves: true, ...(revives && { revives }) })
const note = (applies: SerialRow['applies'], rule: SerialRule): SerialRow => ({ applies, rule, moves: false })

/** The first row that applies counts; a step that none knows changes nothing. */
export const serialRows: readonly SerialRow[] = [
  move(deleted, destroy, () => true),
  move(observed('destroying'), destroy, () => true),
  move(observed('commissioning'), commission),
  move(ofTransformation('OUTPUT'), produce),
  move(ofTransformation('INPUT'), useUp),
  move(observed('sampling'), useUp),
  move(observed('shipping', 'departing'), ship),
  move(observed('consigning'), consign),
  move(observed('receiving', 'accepting'), receive),
  move(observed('void_shipping'), voidShipping),
  move(observed('storing', 'stocking', 'entering_exiting'), store),
  move(observed('retail_selling'), sell),
  move(observed('dispensing'), dispense),
  move(observed('collecting'), collect),
  move(observed('implanting'), implant),
  move(observed('explanting'), explant, (state) => state.status === 'IMPLANTED'),
  move(child('AGGREGATION', 'ADD'), pack),
  move(child('AGGREGATION', 'DELETE'), unpack),
  move(child('ASSOCIATION', 'ADD'), install),
  move(child('ASSOCIATION', 'DELETE'), remove, (state) => state.partOf !== undefined),
  move(observed('putting_into_service'), putIntoService),
  move(observed('taking_out_of_service'), takeOutOfService),
  note(seen('AGGREGATION'), seenInUnit),
  note(seen('ASSOCIATION'), seenInDevice),
  note(observed('cycle_counting', 'stock_taking'), count),
  note(observed('inspecting', 'holding', 'repairing'), assess),
  note(declaredGood, assess),
]

/** A serial that has ended can be destroyed, explanted or taken out of a device, and nothing else. */
export const isPossible = (row: SerialRow, state: SerialState): boolean =>
  !row.moves || !hasEnded(state) || row.revives?.(state) === true
