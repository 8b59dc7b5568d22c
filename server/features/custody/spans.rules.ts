import type { Involvement } from './custody-event.type.ts'
import { inOrder } from './serial-state.rules.ts'

/** From when to when a thing was in a container. */
export interface Span {
  readonly parent: string
  readonly since: string
  readonly until?: string
  readonly position?: string
  readonly quantity?: number
  readonly unit?: string
}

const closed = (spans: readonly Span[], leaves: (span: Span) => boolean, at: string): Span[] =>
  spans.map((span) => (span.until === undefined && leaves(span) ? { ...span, until: at } : span))

const opened = ({ event, parent, position, quantity, unit }: Involvement): Span[] =>
  parent === undefined ? [] : [{ parent, since: event.eventTime, ...(position !== undefined && { position }), ...(quantity !== undefined && { quantity, unit }) }]

/**
 * The spans of one kind (PACKS from Aggregation, CONTAINS from Association) of a thing. A serial or unit is in one
 * container at a time: put into the next, it has left the former. A lot's units may be in many.
 * `others` are the events of its containers that list no children and so concern all.
 */
export const spansOf = (own: readonly Involvement[], others: readonly Involvement[], type: 'AGGREGATION' | 'ASSOCIATION', alone: boolean): Span[] =>
  inOrder([...own, ...others].filter(({ event }) => event.type === type)).reduce<Span[]>((spans, step) => {
    const { event, parent, role } = step
    if (role === 'CHILD' && event.action === 'ADD') return [...closed(spans, (span) => alone || span.parent === parent, event.eventTime), ...opened(step)]
    return event.action === 'DELETE' ? closed(spans, (span) => span.parent === parent, event.eventTime) : spans
  }, [])
