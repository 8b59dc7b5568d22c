/** What the events of a thing say against each other, or against reason. */
export const custodyFindingCodes = [
  'DUPLICATE_SERIAL', 'CUSTODY_GAP', 'NO_SHIPMENT', 'MISROUTED', 'NOTHING_TO_VOID', 'SEEN_ELSEWHERE', 'EVENT_AFTER_END', 'CONTAINMENT_BROKEN', 'ALREADY_IN_PARENT', 'CONTENT_DIFFERS',
  'RECEIVED_DAMAGED', 'RECEIVED_MISMATCH', 'NOT_DELIVERED', 'RECALLED_BY_OTHER', 'HELD_BY_OTHER', 'PACKED_BY_OTHER', 'DOUBLE_HOLDER', 'IMPOSSIBLE_TIME', 'NEGATIVE_STOCK', 'SUSPECT', 'COUNT_DIFFERS', 'MOVED_THOUGH_BLOCKED',
] as const

/** Every kind of finding: those, and what follows from what is known beside the events. */
export const findingCodes = [...custodyFindingCodes, 'UNKNOWN_SERIAL', 'USED_BEFORE_RECALL', 'CORRECTION_PENDING', 'UNCONFIRMED_RECEIPT', 'NEVER_RECEIVED', 'CASE_SIGNAL'] as const
