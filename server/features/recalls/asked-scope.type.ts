import { Field, ID, ObjectType } from 'type-graphql'
import { Day } from '../../kernel/scalars.ts'

const codes = { nullable: true } as const

@ObjectType({ simpleResolvers: true, description: 'A scope as it was asked for, code by code; what each field means is told by RecallScopeInput.' })
export class AskedScope {
  @Field(() => [String], codes)
  batches!: string[] | null

  @Field(() => [String], codes)
  serials!: string[] | null

  @Field(() => [String], codes)
  products!: string[] | null

  @Field(() => [String], codes)
  materialLots!: string[] | null

  @Field(() => [String], codes)
  suppliers!: string[] | null

  @Field(() => [String], codes)
  sites!: string[] | null

  @Field(() => Day, codes)
  manufacturedFrom!: string | null

  @Field(() => Day, codes)
  manufacturedTo!: string | null

  @Field(() => AskedScope, codes)
  excluding!: AskedScope | null
}

@ObjectType({ simpleResolvers: true, description: 'What a draft was made of, to revise it. For the maker alone.' })
export class RecallDraft {
  @Field(() => AskedScope)
  scope!: AskedScope

  @Field(() => [ID])
  adverseEvents!: string[]
}
