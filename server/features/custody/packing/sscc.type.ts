import { Field, InputType, ObjectType } from 'type-graphql'
import { resultOf } from '../../../record/refused.type.ts'

@InputType({ description: 'Asks for the SSCC of a carton or pallet that is yet to be packed.' })
export class AssignSsccInput {
  @Field(() => String, { description: 'The same key again gives the same number.' })
  idempotencyKey!: string
}

@ObjectType({ simpleResolvers: true })
export class AssignSsccSuccess {
  @Field(() => String, { description: '18 digits: extension digit 9, the organization\'s GS1 company prefix, a serial reference, the check digit (GS1 General Specifications 3.2.1).' })
  sscc!: string
}
export const AssignSsccResult = resultOf('AssignSsccResult', AssignSsccSuccess)
