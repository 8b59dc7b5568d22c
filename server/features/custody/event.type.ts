import { Field, ID, ObjectType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Node } from '../../kernel/node.ts'
import { Moment, Quantity } from '../../kernel/scalars.ts'
import { AcceptanceCheck } from '../acceptance/acceptance.type.ts'
import { Document } from '../catalog/document.type.ts'
import { Party } from '../partners/party.type.ts'
import { Site } from '../partners/site.type.ts'

@ObjectType({ implements: Node, simpleResolvers: true, description: 'Something that happened (EPCIS 2.0). Never changed, never deleted; an error declaration mends it.' })
export class Event implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'EPCIS eventID.' })
  eventId!: string

  @Field(() => String, { description: 'OBJECT, AGGREGATION, TRANSACTION, TRANSFORMATION or ASSOCIATION.' })
  type!: string

  @Field(() => String, { nullable: true, description: 'ADD, OBSERVE or DELETE.' })
  action!: string | null

  @Field(() => String, { nullable: true, description: 'CBV business step by its short name; the hub\'s own: implanting, explanting, putting_into_service, taking_out_of_service.' })
  bizStep!: string | null

  @Field(() => String, { nullable: true, description: 'CBV disposition by its short name.' })
  disposition!: string | null

  @Field(() => Moment)
  eventTime!: string

  @Field(() => String, { nullable: true, description: 'The offset at the place, such as +08:00.' })
  timeZoneOffset!: string | null

  @Field(() => Moment)
  recordTime!: string

  @Field(() => Site, { nullable: true })
  site!: Site | null

  @Field(() => Party, { nullable: true })
  from!: Party | null

  @Field(() => Party, { nullable: true })
  to!: Party | null

  @Field(() => Quantity, { nullable: true, description: 'Of the thing whose timeline this is.' })
  quantity!: Quantity | null

  @Field(() => [Document])
  documents!: Document[]

  @Field(() => AcceptanceCheck, { nullable: true, description: 'What the viewer\'s own organization checked when it received this.' })
  acceptance!: AcceptanceCheck | null

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => String, { nullable: true })
  noteZh!: string | null

  @Field(() => String, { nullable: true, description: 'Delivery note or order.' })
  documentNumber!: string | null

  @Field(() => String, { nullable: true, description: 'The hospital\'s own reference; nobody else sees it.' })
  procedureReference!: string | null

  @Field(() => Moment, { nullable: true, description: 'When it was declared to be an error: it stays, and counts no more.' })
  errorDeclaredAt!: string | null

  @Field(() => Boolean, { description: 'Whether the viewer\'s organization reported it, and so may declare it an error.' })
  reportedByViewer!: boolean

  @Field(() => String, { nullable: true, description: 'CBV error reason.' })
  errorReason!: string | null
}

export const EventConnection = connectionOf(Event)
