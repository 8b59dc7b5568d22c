import { Field, ObjectType } from 'type-graphql'
import { Moment, Quantity } from '../../kernel/scalars.ts'
import { RecallDisposition } from '../custody/item.type.ts'
import { Site } from '../partners/site.type.ts'
import { NoticeRole } from './notice.type.ts'

@ObjectType({ simpleResolvers: true })
export class AnsweredAmount {
  @Field(() => RecallDisposition)
  disposition!: RecallDisposition

  @Field(() => Quantity)
  quantity!: Quantity
}

@ObjectType({ simpleResolvers: true })
export class PlacedAmount {
  @Field(() => Site)
  site!: Site

  @Field(() => Quantity)
  quantity!: Quantity
}

@ObjectType({ simpleResolvers: true, description: 'That it was used, by the user\'s own number of the procedure.' })
export class ProcedureUse {
  @Field(() => String)
  procedureReference!: string

  @Field(() => Moment)
  usedAt!: string

  @Field(() => Quantity)
  quantity!: Quantity
}

@ObjectType({ simpleResolvers: true, description: 'What a recall notice tells of one of its items beside what it is.' })
export class NoticeLine {
  @Field(() => NoticeRole, { description: 'Why it is on the notice.' })
  role!: NoticeRole

  @Field(() => [AnsweredAmount], { description: 'As the answers stand; of a lot there may be several.' })
  answers!: AnsweredAmount[]

  @Field(() => [PlacedAmount], { description: 'Where it lies at the recipient now, ward by ward. For the recipient, and for the maker where it may know who that is.' })
  places!: PlacedAmount[]

  @Field(() => [ProcedureUse], { description: 'In which procedures the recipient used it. For the recipient alone; empty for everybody else, the maker too.' })
  procedures!: ProcedureUse[]
}
