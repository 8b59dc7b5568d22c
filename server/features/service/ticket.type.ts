import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Node } from '../../kernel/node.ts'
import { Moment } from '../../kernel/scalars.ts'

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

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A repair, a calibration, a return … of one device.' })
export class ServiceTicket implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  reference!: string

  @Field(() => ServiceTicketKind)
  kind!: ServiceTicketKind

  @Field(() => String)
  status!: string

  @Field(() => String)
  summary!: string

  @Field(() => String, { nullable: true })
  summaryZh!: string | null

  @Field(() => Moment)
  openedAt!: string

  @Field(() => Moment, { nullable: true })
  closedAt!: string | null
}

export const ServiceTicketConnection = connectionOf(ServiceTicket)
