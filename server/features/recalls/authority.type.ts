import { Field, ObjectType } from 'type-graphql'
import { Day } from '../../kernel/scalars.ts'
import { Clock } from '../clocks/clock.type.ts'
import { RecallClass } from './recall.type.ts'

@ObjectType({ simpleResolvers: true, description: 'A recall before the authority of one jurisdiction. For the maker alone.' })
export class RecallAuthority {
  @Field(() => String, { description: 'US, EU or CN.' })
  jurisdiction!: string

  @Field(() => RecallClass, { nullable: true, description: 'FDA\'s class, or China\'s level (一级 is I). Null in the EU, which has none.' })
  level!: RecallClass | null

  @Field(() => Boolean, { description: 'False: nobody has recorded the level yet, and the firm\'s own class stands for it.' })
  levelRecorded!: boolean

  @Field(() => String, { nullable: true, description: 'Which authority: a province\'s, a member state\'s.' })
  authority!: string | null

  @Field(() => String, { nullable: true, description: 'The authority\'s number of the recall.' })
  reference!: string | null

  @Field(() => Day, { nullable: true, description: 'The day of the decision, where it was before the signature.' })
  decidedOn!: string | null

  @Field(() => [Clock], { description: 'The maker\'s deadlines, the soonest first. None before the recall is decided.' })
  clocks!: Clock[]
}
