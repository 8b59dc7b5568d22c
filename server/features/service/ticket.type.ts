import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Node } from '../../kernel/node.ts'
import { Day, Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'
import { Party } from '../partners/party.type.ts'

export enum ServiceTicketKind {
  INSTALLATION = 'INSTALLATION',
  INSPECTION = 'INSPECTION',
  MAINTENANCE = 'MAINTENANCE',
  CALIBRATION = 'CALIBRATION',
  REPAIR = 'REPAIR',
  RETURN = 'RETURN',
  COMPLAINT = 'COMPLAINT',
}
registerEnumType(ServiceTicketKind, { name: 'ServiceTicketKind' })

export enum Priority {
  LOW = 'LOW',
  NORMAL = 'NORMAL',
  HIGH = 'HIGH',
  URGENT = 'URGENT',
}
registerEnumType(Priority, { name: 'Priority' })

export enum ServiceTicketStep {
  START = 'START',
  WAIT = 'WAIT',
  RESOLVE = 'RESOLVE',
  CLOSE = 'CLOSE',
  REOPEN = 'REOPEN',
  CANCEL = 'CANCEL',
}
registerEnumType(ServiceTicketStep, { name: 'ServiceTicketStep', description: 'WAIT: for a part, or for the customer.' })

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A repair, a calibration … of one device; a complaint or a return (RMA) also of a lot. ISO 13485, 7.5.4 and 8.2.2.' })
export class ServiceTicket implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  reference!: string

  @Field(() => ServiceTicketKind)
  kind!: ServiceTicketKind

  @Field(() => String, { description: 'OPEN, IN_PROGRESS, WAITING, RESOLVED, CLOSED or CANCELLED.' })
  status!: string

  @Field(() => String)
  summary!: string

  @Field(() => String, { nullable: true })
  summaryZh!: string | null

  @Field(() => Moment)
  openedAt!: string

  @Field(() => Moment, { nullable: true })
  closedAt!: string | null

  @Field(() => String, { nullable: true })
  description!: string | null

  @Field(() => Priority)
  priority!: Priority

  @Field(() => String, { nullable: true, description: 'Who works on it. For the maker alone.' })
  assignee!: string | null

  @Field(() => String, { nullable: true, description: 'What was done, or found.' })
  resolution!: string | null

  @Field(() => Day, { nullable: true, description: 'When the work was done: from this day on the next service is counted.' })
  doneOn!: string | null

  @Field(() => Float, { nullable: true, description: 'Of a lot: how much of it.' })
  quantity!: number | null

  @Field(() => String, { nullable: true, description: 'Of the quantity, by UN/ECE Recommendation 20.' })
  unit!: string | null

  @Field(() => Moment, { nullable: true, description: 'Of a returned device: when its maker received it, by what was reported.' })
  receivedAt!: string | null

  @Field(() => String, { nullable: true, description: 'Of a returned device: how it was decontaminated, or that it was not, by who sent it or by the desk.' })
  decontamination!: string | null

  @Field(() => String, { nullable: true, description: 'Number of the corrective action. For the maker alone.' })
  capaNumber!: string | null

  @Field(() => Party, { nullable: true, description: 'The service provider that its maker gave it to: that sees the device until the ticket is closed.' })
  provider!: Party | null

  @Field(() => Party, { description: 'Who opened it.' })
  openedBy!: Party
}

export const ServiceTicketConnection = connectionOf(ServiceTicket)

export interface TicketDone {
  readonly ticketId: string
}

@ObjectType()
export class OpenServiceTicketSuccess implements TicketDone {
  ticketId!: string
}

@ObjectType()
export class HandleServiceTicketSuccess implements TicketDone {
  ticketId!: string
}

export const OpenServiceTicketResult = resultOf('OpenServiceTicketResult', OpenServiceTicketSuccess)
export const HandleServiceTicketResult = resultOf('HandleServiceTicketResult', HandleServiceTicketSuccess)
