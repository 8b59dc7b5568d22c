import type { Involvement } from './custody-event.type.ts'
import { rounded } from './rounded.ts'
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

/** So many of a lot's units come out, of those first that went in first; the rest of a span begins another. */
const without = (spans: readonly Span[], { event, parent, quantity = 0 }: Involvement): Span[] => {
  let left = quantity
  return spans.flatMap((span): Span[] => {
    if (span.until !== undefined || span.parent !== parent || span.quantity === undefined || left <= 0) return [span]
    const rest = rounded(span.quantity - Math.min(left, span.quantity))
    left = rounded(left - span.quantity)
    return [{ ...span, until: event.eventTime }, ...(rest > 0 ? [{ ...span, since: event.eventTime, quantity: rest }] : [])]
  })
}

/** A stranger's word: it went in and out in that moment, so that what became of the container is found where it proves true. */
const claimedOf = (step: Involvement): Span[] => (step.event.action === 'ADD' && step.role === 'CHILD' ? opened(step).map((span) => ({ ...span, until: span.since })) : [])

/**
 * The spans of one kind (PACKS from Aggregation, CONTAINS from Association) of a thing. A serial or unit is in one
 * container at a time: put into the next, it has left the former. A lot's units may be in many.
 * `others` are the events of its containers that list no children and so concern all, `claims` those that have no effect.
 */
export const spansOf = (own: readonly Involvement[], others: readonly Involvement[], type: 'AGGREGATION' | 'ASSOCIATION', alone: boolean, claims: ReadonlySet<string> = new Set()): Span[] =>
  inOrder([...own, ...others].filter(({ event }) => event.type === type)).reduce<Span[]>((spans, step) => {
    const { event, parent, role, quantity } = step
    if (claims.has(event.id)) return [...spans, ...claimedOf(step)]
    if (role === 'CHILD' && event.action === 'ADD') return [...closed(spans, () => alone, event.eventTime), ...opened(step)]
    if (event.action !== 'DELETE') return spans
    return type === 'AGGREGATION' && quantity !== undefined ? without(spans, step) : closed(spans, (span) => span.parent === parent, event.eventTime)
  }, [])
