import { Field, ID, ObjectType } from 'type-graphql'
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

@ObjectType({ description: 'What a case stands in, gathered by itself. For the maker alone.' })
export class CaseContext {
  ticketIds!: string[]
  recallIds!: string[]

  @Field(() => [CaseLot], { simple: true })
  lots!: CaseLot[]

  @Field(() => [RelatedCase], { simple: true, description: 'The nearest first, at most 100.' })
  related!: RelatedCase[]

  @Field(() => [ServiceTicket])
  tickets!: ServiceTicket[]

  @Field(() => [Recall])
  recalls!: Recall[]
}
