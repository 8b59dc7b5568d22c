import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { ticketsById, ticketsOfSerials, type TicketRow } from './ticket.cypher.ts'
import { type TicketWork, workOfTickets } from './ticket-work.cypher.ts'

/** A device has few tickets: all come at once, and the page is cut from them. */
export const ticketsOfSerial = loaderOf<string, { place: string; ticket: TicketRow }[]>(
  async ({ graph }, ids) => bySubject(await graph.read(ticketsOfSerials, { ids }), (row) => row.subject, (row) => row.tickets),
  () => [],
)

export const ticketById = loaderOf<string, TicketRow | null>(
  async ({ graph }, ids) => bySubject(await graph.read(ticketsById, { ids }), (row) => row.ticket.id, (row) => row.ticket),
  () => null,
)

export const workOfTicket = loaderOf<string, TicketWork>(
  async ({ graph }, ids) => bySubject(await graph.read(workOfTickets, { ids }), (row) => row.ticket, (row) => row),
  () => ({ measurements: [], notes: [] }),
)
