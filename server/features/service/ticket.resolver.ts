import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { serialById } from '../custody/custody.loader.ts'
import type { SerialRow } from '../custody/serial.cypher.ts'
import { Serial } from '../custody/serial.type.ts'
import type { TicketRow } from './ticket.cypher.ts'
import { ticketsOfSerial } from './ticket.loader.ts'
import { ServiceTicket, ServiceTicketConnection } from './ticket.type.ts'

@Resolver(() => ServiceTicket)
export class ServiceTicketResolver {
  @FieldResolver(() => Serial, { nullable: true })
  serial(@Ctx() context: Context, @Root() ticket: TicketRow): Promise<SerialRow | null> {
    return serialById(context).load(ticket.device)
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
