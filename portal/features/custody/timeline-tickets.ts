/** Of a ticket, what a timeline shows. */
export interface TimelineTicketFacts { id: string, reference: string, kind: string, status: string, summary: string, summaryZh: string | null, openedAt: string, closedAt: string | null }

export interface TicketMoment { at: string, ends: boolean, ticket: TimelineTicketFacts }

/**
 * Where tickets stand on a timeline: each where it was opened and where it ended, the newest first.
 * @param since the oldest event that is loaded; what is older comes with its neighbours. Null: all of the life is there
 */
export const momentsOf = (tickets: readonly TimelineTicketFacts[], since: string | null): TicketMoment[] =>
  tickets.flatMap((ticket) => [{ at: ticket.openedAt, ends: false, ticket }, ...ticket.closedAt ? [{ at: ticket.closedAt, ends: true, ticket }] : []])
    .filter(({ at }) => since === null || at >= since)
    .sort((one, other) => (one.at < other.at ? 1 : -1))
