import { createHash } from 'node:crypto'
import type { EpcisEvent } from './epcis-event.type.ts'
import type { Namespaces } from './namespaces.rules.ts'
import { preHashOf } from './pre-hash.rules.ts'

/** The event's hash id (CBV 2.0, 8.9): an eventID for events that bring none, and the same whoever computes it. */
export const hashIdOf = (event: EpcisEvent, namespaces: Namespaces): string =>
  `ni:///sha-256;${createHash('sha256').update(preHashOf(event, namespaces)).digest('hex')}?ver=CBV2.0`
