import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import type { TicketRow } from '../service/ticket.cypher.ts'
import { ticketById } from '../service/ticket.loader.ts'
import { ServiceTicket } from '../service/ticket.type.ts'
import type { CaseRow } from './adverse-event.cypher.ts'
import { caseById } from './adverse-event.loader.ts'
import { AdverseEvent } from './adverse-event.type.ts'

@Resolver(() => ServiceTicket)
export class TicketCasesResolver {
  @FieldResolver(() => [AdverseEvent], { description: 'Adverse events that follow from it, as far as the viewer sees them.' })
  async adverseEvents(@Ctx() context: Context, @Root() { cases }: TicketRow): Promise<CaseRow[]> {
    return (await Promise.all(cases.map((id) => caseById(context).load(id)))).filter((row) => row !== null)
  }
}

@Resolver(() => AdverseEvent)
export class CaseTicketResolver {
  @FieldResolver(() => ServiceTicket, { nullable: true, description: 'The service ticket that it follows from. The maker became aware no later than that reached it.' })
  async ticket(@Ctx() context: Context, @Root() { follows }: CaseRow): Promise<TicketRow | null> {
    return follows === null ? null : ticketById(context).load(follows)
  }
}
