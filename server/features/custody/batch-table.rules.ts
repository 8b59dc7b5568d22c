import type { CustodyEvent, Step } from './custody-event.type.ts'
import type { BatchRule } from './batch-changes.rules.ts'
import { installLot, packLot, removeLot, seenLotInUnit, unpackLot } from './batch-containment.rules.ts'
import { consignLot, shipLot, voidLotShipping } from './batch-journeys.rules.ts'
import { judgeLot } from './batch-judgement.rules.ts'
import { countLot, storeLot } from './batch-moves.rules.ts'
import { receiveLot } from './batch-receipt.rules.ts'
import { collectLot, explantLot, makeLot, sellLot, spendLot, takeOutOfUse, useLot } from './batch-use.rules.ts'

const byBizStep: Readonly<Record<string, BatchRule>> = {
  commissioning: makeLot, creating_class_instance: makeLot,
  shipping: shipLot, departing: shipLot,
  consigning: consignLot,
  receiving: receiveLot, accepting: receiveLot,
  void_shipping: voidLotShipping,
  storing: storeLot, stocking: storeLot, entering_exiting: storeLot,
  retail_selling: sellLot,
  dispensing: useLot, implanting: useLot, putting_into_service: useLot,
  collecting: collectLot,
  explanting: explantLot, taking_out_of_service: takeOutOfUse,
  cycle_counting: countLot, stock_taking: countLot,
  sampling: spendLot, destroying: spendLot,
  inspecting: judgeLot, holding: judgeLot, repairing: judgeLot,
}

const byKind: Readonly<Record<string, BatchRule>> = {
  'TRANSFORMATION OUTPUT': makeLot,
  'TRANSFORMATION INPUT': spendLot,
  'AGGREGATION CHILD ADD': packLot,
  'AGGREGATION CHILD DELETE': unpackLot,
  'AGGREGATION CHILD OBSERVE': seenLotInUnit,
  'ASSOCIATION CHILD ADD': installLot,
  'ASSOCIATION CHILD DELETE': removeLot,
}

const observed = ({ type, action, bizStep = '', disposition }: CustodyEvent): BatchRule | undefined => {
  if (type === 'OBJECT' && action === 'DELETE') return bizStep === 'decommissioning' ? undefined : spendLot
  return byBizStep[bizStep] ?? (disposition === 'available' ? judgeLot : undefined)
}

/** The row of the table from events to custody that a step falls under; undefined where it changes nothing. */
export const batchRule = ({ event, role, via, allChildren }: Step): BatchRule | undefined => {
  const { type, action } = event
  if (type === 'TRANSFORMATION') return byKind[`${type} ${role}`]
  if (via !== undefined && allChildren === true) return type === 'AGGREGATION' && action === 'DELETE' ? unpackLot : undefined
  if (type === 'AGGREGATION' || type === 'ASSOCIATION') return byKind[`${type} ${role} ${action ?? ''}`]
  return role === 'EPC' ? observed(event) : undefined
}
