import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { change } from '../../record/change.ts'
import { advanceTicket, assignTicket, noteTicket, recordMeasurement } from './handle-ticket.ts'
import { openTicket } from './open-ticket.ts'
import type { TicketRow } from './ticket.cypher.ts'
import { AdvanceServiceTicketInput, AssignServiceTicketInput, NoteServiceTicketInput, OpenServiceTicketInput, RecordMeasurementInput } from './ticket.input.ts'
import { ticketById } from './ticket.loader.ts'
import { HandleServiceTicketResult, HandleServiceTicketSuccess, OpenServiceTicketResult, OpenServiceTicketSuccess, ServiceTicket, ServiceTicketStep } from './ticket.type.ts'

@Resolver()
export class TicketChangeResolver {
  @Mutation(() => OpenServiceTicketResult, { description: 'A hospital or distributor asks for a repair, a calibration … of one device, or complains of a lot or returns some of it.' })
  openServiceTicket(@Ctx() context: Context, @Arg('input', () => OpenServiceTicketInput) input: OpenServiceTicketInput): Promise<object> {
    return change(context, { action: 'OPEN_SERVICE_TICKET', idempotencyKey: input.idempotencyKey, input }, (changing) => openTicket(changing, input))
  }

  @Mutation(() => HandleServiceTicketResult, { description: 'One step of its life. A closed maintenance or calibration sets when the next is due.' })
  advanceServiceTicket(@Ctx() context: Context, @Arg('input', () => AdvanceServiceTicketInput) input: AdvanceServiceTicketInput): Promise<object> {
    const action = input.step === ServiceTicketStep.CANCEL ? 'OPEN_SERVICE_TICKET' : 'HANDLE_SERVICE_TICKET'
    return change(context, { action, idempotencyKey: `advance:${input.idempotencyKey}`, input, subject: input.ticket }, (changing) => advanceTicket(changing, input))
  }

  @Mutation(() => HandleServiceTicketResult)
  assignServiceTicket(@Ctx() context: Context, @Arg('input', () => AssignServiceTicketInput) input: AssignServiceTicketInput): Promise<object> {
    return change(context, { action: 'HANDLE_SERVICE_TICKET', idempotencyKey: `assign:${input.idempotencyKey}`, input, subject: input.ticket }, (changing) => assignTicket(changing, input))
  }

  @Mutation(() => HandleServiceTicketResult, { description: 'Either side of a ticket writes to the other: a question, an answer, a photo.' })
  noteServiceTicket(@Ctx() context: Context, @Arg('input', () => NoteServiceTicketInput) input: NoteServiceTicketInput): Promise<object> {
    return change(context, { action: 'OPEN_SERVICE_TICKET', idempotencyKey: `note:${input.idempotencyKey}`, input, subject: input.ticket }, (changing) => noteTicket(changing, input))
  }

  @Mutation(() => HandleServiceTicketResult)
  recordMeasurement(@Ctx() context: Context, @Arg('input', () => RecordMeasurementInput) input: RecordMeasurementInput): Promise<object> {
    return change(context, { action: 'HANDLE_SERVICE_TICKET', idempotencyKey: `measure:${input.idempotencyKey}`, input, subject: input.ticket }, (changing) => recordMeasurement(changing, input))
  }
}

@Resolver(() => OpenServiceTicketSuccess)
export class OpenedTicketResolver {
  @FieldResolver(() => ServiceTicket)
  ticket(@Ctx() context: Context, @Root() { ticketId }: OpenServiceTicketSuccess): Promise<TicketRow | null> {
    return ticketById(context).load(ticketId)
  }
}

@Resolver(() => HandleServiceTicketSuccess)
export class HandledTicketResolver {
  @FieldResolver(() => ServiceTicket)
  ticket(@Ctx() context: Context, @Root() { ticketId }: HandleServiceTicketSuccess): Promise<TicketRow | null> {
    return ticketById(context).load(ticketId)
  }
}
