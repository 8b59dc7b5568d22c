import { Ctx, Resolver, Root, Subscription } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import type { FeedMessage } from '../../kernel/feed.ts'
import { live } from '../../kernel/live.ts'
import { findingById } from '../custody/report/finding.loader.ts'
import { Finding } from '../custody/report/finding.type.ts'
import type { CaseRow } from '../feedback/adverse-event.cypher.ts'
import { caseById } from '../feedback/adverse-event.loader.ts'
import { AdverseEvent } from '../feedback/adverse-event.type.ts'
import type { TicketRow } from '../service/ticket.cypher.ts'
import { ticketById } from '../service/ticket.loader.ts'
import { ServiceTicket } from '../service/ticket.type.ts'

type Args = { context: Context }
const caseTypes = ['submitted', 'asked', 'answered', 'concluded', 'changed'].map((what) => `adverseEvent.${what}`)
const ticketTypes = ['serviceTicket.opened', 'serviceTicket.changed']

@Resolver()
export class LiveResolver {
  @Subscription(() => AdverseEvent, { subscribe: ({ context }: Args) => live(context, caseTypes, async (now, id) => (await caseById(now).load(id)) !== null), description: 'A case that the viewer\'s organization reported or handles is new or has changed. What came while away is in `adverseEvents`.' })
  adverseEventChanged(@Ctx() context: Context, @Root() { subject }: FeedMessage): Promise<CaseRow | null> {
    return caseById({ ...context }).load(subject)
  }

  @Subscription(() => ServiceTicket, { subscribe: ({ context }: Args) => live(context, ticketTypes, async (now, id) => (await ticketById(now).load(id)) !== null), description: 'The other side has opened or changed a ticket. What came while away is in `serviceTickets`.' })
  serviceTicketChanged(@Ctx() context: Context, @Root() { subject }: FeedMessage): Promise<TicketRow | null> {
    return ticketById({ ...context }).load(subject)
  }

  @Subscription(() => Finding, { subscribe: ({ context }: Args) => live(context, ['finding.raised'], async (now, id) => (await findingById(now).load(id)) !== null), description: 'A report did not fit what the hub knows. What came while away is in `findings`.' })
  findingRaised(@Ctx() context: Context, @Root() { subject }: FeedMessage): Promise<Finding | null> {
    return findingById({ ...context }).load(subject)
  }
}
