import { Field, InputType } from 'type-graphql'
import { Day } from '../../kernel/scalars.ts'

const codes = { nullable: true } as const

@InputType({ description: 'Any of these, joined by OR; each is a code as a person would scan or type it.' })
export class RecallScopeInput {
  @Field(() => [String], codes)
  batches?: string[] | null

  @Field(() => [String], codes)
  serials?: string[] | null

  @Field(() => [String], codes)
  products?: string[] | null

  @Field(() => [String], { ...codes, description: 'Raw or component lots: the scope follows everything made from them, and the devices that contain, or contained, a part from them.' })
  materialLots?: string[] | null

  @Field(() => [String], { ...codes, description: 'Everything that took something from these suppliers: hub code, GLN, USCC or id.' })
  suppliers?: string[] | null

  @Field(() => [String], { ...codes, description: 'Everything made at these sites: hub code, GLN or id.' })
  sites?: string[] | null

  @Field(() => Day, { nullable: true, description: 'Only what was made on this day or later; what has no date stays in.' })
  manufacturedFrom?: Date | string | null

  @Field(() => Day, { nullable: true, description: 'Only what was made on this day or before; what has no date stays in.' })
  manufacturedTo?: Date | string | null

  @Field(() => RecallScopeInput, { nullable: true, description: 'Taken out again.' })
  excluding?: RecallScopeInput | null
}
