import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { recallById } from '../recalls/recall.loader.ts'
import { Recall } from '../recalls/recall.type.ts'
import type { TicketRow } from '../service/ticket.cypher.ts'
import { ticketById } from '../service/ticket.loader.ts'
import { ServiceTicket } from '../service/ticket.type.ts'
import type { CaseRow } from './adverse-event.cypher.ts'
import { caseById } from './adverse-event.loader.ts'
import { AdverseEvent } from './adverse-event.type.ts'
import { CaseContext, RelatedCase } from './case-context.type.ts'

const present = <Thing>(things: readonly (Thing | null)[]): Thing[] => things.filter((thing) => thing !== null)

@Resolver(() => CaseContext)
export class CaseContextResolver {
  @FieldResolver(() => [ServiceTicket])
  async tickets(@Ctx() context: Context, @Root() { ticketIds }: CaseContext): Promise<TicketRow[]> {
    return present(await Promise.all(ticketIds.map((id) => ticketById(context).load(id))))
  }

  @FieldResolver(() => [Recall])
  async recalls(@Ctx() context: Context, @Root() { recallIds }: CaseContext): Promise<Recall[]> {
    return present(await Promise.all(recallIds.map((id) => recallById(context).load(id))))
  }
}

@Resolver(() => RelatedCase)
export class RelatedCaseResolver {
  @FieldResolver(() => AdverseEvent)
  adverseEvent(@Ctx() context: Context, @Root() { id }: RelatedCase): Promise<CaseRow | null> {
    return caseById(context).load(id)
  }
}
