import { Field, ID, InputType } from 'type-graphql'
import { Day } from '../../kernel/scalars.ts'
import type { SignalKind } from './signal.rules.ts'
import { SignalKindEnum } from './signal.type.ts'

@InputType({ description: 'A signal as it stands now is to be looked into.' })
export class OpenSignalTaskInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => SignalKindEnum)
  kind!: SignalKind

  @Field(() => ID)
  thing!: string

  @Field(() => Day, { nullable: true, description: 'As in the query that showed it.' })
  since?: Date | string | null
}
