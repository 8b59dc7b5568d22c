import type { findingCodes } from '../finding-codes.ts'

/** Which earlier event of the same thing a finding's event does not fit to. */
export interface Concerned {
  readonly steps: readonly string[]
  readonly types: readonly string[]
  /** Of these the first ever, not the last before. */
  readonly first: boolean
}

const gotIt = ['commissioning', 'receiving', 'accepting', 'consigning', 'retail_selling', 'explanting']
const sent = ['shipping', 'departing', 'consigning']
const used = ['dispensing', 'implanting', 'retail_selling', 'destroying', 'sampling', 'collecting']
const inHand = [...gotIt, ...sent, 'storing', 'stocking', 'packing', 'unpacking', 'cycle_counting', 'stock_taking', 'inspecting', 'repairing', 'installing', 'removing']

const last = (steps: readonly string[], types: readonly string[] = []): Concerned => ({ steps, types, first: false })
const making: Concerned = { steps: ['commissioning'], types: ['TRANSFORMATION'], first: true }

/** Of what is not here, the event that raised it says all. */
const concerned: Partial<Readonly<Record<(typeof findingCodes)[number], Concerned>>> = {
  DUPLICATE_SERIAL: making, IMPOSSIBLE_TIME: making,
  SUSPECT: last(inHand),
  CUSTODY_GAP: last(gotIt), DOUBLE_HOLDER: last(gotIt), NO_SHIPMENT: last(gotIt), SEEN_ELSEWHERE: last(gotIt), HELD_BY_OTHER: last(gotIt), PACKED_BY_OTHER: last(gotIt), RECALLED_BY_OTHER: last(gotIt),
  MISROUTED: last(sent), NOT_DELIVERED: last(sent), NOTHING_TO_VOID: last([...sent, 'receiving', 'accepting', 'void_shipping']), RECEIVED_MISMATCH: last(sent), RECEIVED_DAMAGED: last(sent),
  EVENT_AFTER_END: last(used),
  CONTAINMENT_BROKEN: last([], ['AGGREGATION', 'ASSOCIATION']), ALREADY_IN_PARENT: last([], ['AGGREGATION', 'ASSOCIATION']), CONTENT_DIFFERS: last([], ['AGGREGATION', 'ASSOCIATION']),
  MOVED_THOUGH_BLOCKED: last(['holding', 'inspecting']), USED_BEFORE_RECALL: last(['holding', 'inspecting']),
  COUNT_DIFFERS: last(['cycle_counting', 'stock_taking', 'receiving', 'accepting']),
}

const isKnown = (code: string): code is keyof typeof concerned => Object.hasOwn(concerned, code)

export const concernedBy = (code: string): Concerned | undefined => (isKnown(code) ? concerned[code] : undefined)
