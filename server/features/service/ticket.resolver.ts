import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { documentById } from '../catalog/product.loader.ts'
import { Document } from '../catalog/document.type.ts'
import type { BatchRow } from '../custody/batch.cypher.ts'
import { Batch } from '../custody/batch.type.ts'
import { batchById, serialById } from '../custody/custody.loader.ts'
import type { SerialRow } from '../custody/serial.cypher.ts'
import { Serial } from '../custody/serial.type.ts'
import { ticketCounts, ticketPages, type TicketRow } from './ticket.cypher.ts'
import { ticketById, ticketsOfSerial, workOfTicket } from './ticket.loader.ts'
import { mayTake, type TicketState, ticketStepsFrom } from './ticket.rules.ts'
import { ServiceTicket, ServiceTicketConnection, ServiceTicketKind } from './ticket.type.ts'
import { Measurement, TicketNote } from './ticket-work.type.ts'

/** A page's place as text. */
const placeOf = (after: string): { at: string; id: string } => {
  const [at = '~', id = '~'] = after === '' ? [] : after.split('|')
  return { at, id }
}

@Resolver(() => ServiceTicket)
export class ServiceTicketResolver {
  @Query(() => ServiceTicketConnection, { description: 'Of the maker\'s devices, for its teams; for a service provider what it was given too; for others what their organization opened. The newest first.' })
  async serviceTickets(
    @Ctx() { graph, viewer }: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('status', () => String, { nullable: true }) status?: string,
    @Arg('kind', () => ServiceTicketKind, { nullable: true }) kind?: ServiceTicketKind,
    @Arg('open', () => Boolean, { nullable: true, description: 'Only those that are still to be done.' }) open?: boolean,
  ): Promise<Connection<TicketRow>> {
    const page = pageOf(args, 20)
    const filter = { status: status ?? null, kind: kind ?? null, open: open ?? false }
    const anchor = viewer.internal ? 'maker' : viewer.kind === 'SERVICE_PROVIDER' ? 'provider' : 'opener'
    const [rows, [count]] = await Promise.all([graph.read(ticketPages[anchor], { ...filter, before: placeOf(page.after), limit: page.limit }), graph.read(ticketCounts[anchor], { ...filter, before: placeOf('') })])
    return toConnection(rows, page, count?.total ?? 0, ({ place }) => `${place.at}|${place.id}`, ({ ticket }) => ticket)
  }

  @Query(() => ServiceTicket, { nullable: true })
  serviceTicket(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<TicketRow | null> {
    return ticketById(context).load(id)
  }

  @FieldResolver(() => Serial, { nullable: true })
  async serial(@Ctx() context: Context, @Root() { device }: TicketRow): Promise<SerialRow | null> {
    return device === null ? null : serialById(context).load(device)
  }

  @FieldResolver(() => Batch, { nullable: true, description: 'Of a complaint or return that is about a lot.' })
  async batch(@Ctx() context: Context, @Root() { lot }: TicketRow): Promise<BatchRow | null> {
    return lot === null ? null : batchById(context).load(lot)
  }

  @FieldResolver(() => [Measurement], { description: 'Oldest first.' })
  async measurements(@Ctx() context: Context, @Root() { id }: TicketRow): Promise<Measurement[]> {
    return (await workOfTicket(context).load(id)).measurements
  }

  @FieldResolver(() => [TicketNote], { description: 'What either side wrote to the other, oldest first.' })
  async notes(@Ctx() context: Context, @Root() { id }: TicketRow): Promise<TicketNote[]> {
    return (await workOfTicket(context).load(id)).notes
  }

  @FieldResolver(() => [Document], { description: 'Photos, papers and certificates of either side.' })
  async documents(@Ctx() context: Context, @Root() { papers }: TicketRow): Promise<Document[]> {
    const documents = await Promise.all(papers.map((id) => documentById(context).load(id)))
    return documents.filter((document) => document !== null)
  }

  @FieldResolver(() => [String], { description: 'What the viewer\'s side may do next: the maker\'s desk all of it, a service provider START, WAIT and RESOLVE; who opened it may CANCEL.' })
  steps(@Ctx() { viewer }: Context, @Root() { status, isProviders }: TicketRow): string[] {
    const side = viewer.internal ? 'DESK' : isProviders ? 'PROVIDER' : 'OPENER'
    return ticketStepsFrom(status as TicketState).filter((step) => mayTake(side, step))
  }
}

@Resolver(() => Serial)
export class SerialTicketsResolver {
  @FieldResolver(() => ServiceTicketConnection, { description: 'The newest first.' })
  async tickets(@Ctx() context: Context, @Root() serial: SerialRow, @Args(() => PageArgs) args: PageArgs): Promise<Connection<TicketRow>> {
    const page = pageOf(args, 10)
    const all = await ticketsOfSerial(context).load(serial.id)
    const rest = page.after ? all.filter(({ place }) => place < page.after) : all
    return toConnection(rest.slice(0, page.limit), page, all.length, ({ place }) => place, ({ ticket }) => ticket)
  }
}
