import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { Moment } from '../../kernel/scalars.ts'
import { Recall } from '../recalls/recall.type.ts'
import { ServiceTicket } from '../service/ticket.type.ts'
import { Party } from '../partners/party.type.ts'
import { AdverseEvent } from './adverse-event.type.ts'

@ObjectType({ simpleResolvers: true, description: 'A lot that went into the device, with who supplied it.' })
export class CaseLot {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  lotNumber!: string

  @Field(() => String)
  productName!: string

  @Field(() => String, { nullable: true })
  productNameZh!: string | null

  @Field(() => Party, { nullable: true, description: 'Null where the maker made it itself.' })
  supplier!: Party | null
}

@ObjectType({ description: 'Another case that has something in common with this one.' })
export class RelatedCase {
  /** Id of the case. */
  id!: string

  @Field(() => String, { simple: true, description: 'The nearest: DEVICE, BATCH, MATERIAL_LOT, SUPPLIER or MODEL.' })
  relation!: string

  @Field(() => ID, { simple: true, nullable: true, description: 'The lot or supplier that they share.' })
  via!: string | null

  @Field(() => AdverseEvent)
  adverseEvent!: AdverseEvent
}

@ObjectType({ simpleResolvers: true, description: 'What the reporter checked when it received the device or lot: told to the maker with the case.' })
export class CaseReceipt {
  @Field(() => Moment)
  at!: string

  @Field(() => Float, { nullable: true, description: 'Degrees Celsius.' })
  temperature!: number | null

  @Field(() => Boolean, { nullable: true })
  packagingIntact!: boolean | null
}

@ObjectType({ description: 'What a case stands in, gathered by itself. For the maker alone.' })
export class CaseContext {
  ticketIds!: string[]
  recallIds!: string[]

  @Field(() => Int, { simple: true, description: 'How many lots went into it; cases are compared by all of them.' })
  lotCount!: number

  @Field(() => [CaseReceipt], { simple: true, description: 'The newest first, at most 20.' })
  receipts!: CaseReceipt[]

  @Field(() => [CaseLot], { simple: true, description: 'The first 200 by lot number; the genealogy has all of them.' })
  lots!: CaseLot[]

  @Field(() => [RelatedCase], { simple: true, description: 'The nearest first, at most 100.' })
  related!: RelatedCase[]

  @Field(() => [ServiceTicket])
  tickets!: ServiceTicket[]

  @Field(() => [Recall])
  recalls!: Recall[]
}
