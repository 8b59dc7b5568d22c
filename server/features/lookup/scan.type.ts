import { Field, Float, ObjectType, registerEnumType } from 'type-graphql'
import { Day, Reason } from '../../kernel/scalars.ts'

enum LabelStandard {
  GS1 = 'GS1',
  HIBC = 'HIBC',
  ICCBBA = 'ICCBBA',
  MA = 'MA',
  AHM = 'AHM',
  EPC = 'EPC',
  PLAIN = 'PLAIN',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(LabelStandard, {
  name: 'LabelStandard',
  description: 'Who issued the identifier. MA: ZIIOT\'s MA code; AHM: Alibaba Health, recognised but not read.',
})

@ObjectType({ simpleResolvers: true, description: 'One part of a label as it was read.' })
export class ScanElement {
  @Field(() => String, { description: 'Application identifier (01) or field letter (.L).' })
  key!: string

  @Field(() => String)
  value!: string

  @Field(() => String)
  title!: string
}

@ObjectType({ simpleResolvers: true, description: 'A check digit or character of the label.' })
export class ScanCheck {
  @Field(() => String)
  field!: string

  @Field(() => String, { description: 'RIGHT, WRONG or ABSENT.' })
  result!: string
}

@ObjectType({ simpleResolvers: true, description: 'What the label itself says; a guess is never presented as a fact.' })
export class Scan {
  @Field(() => String)
  raw!: string

  @Field(() => LabelStandard)
  standard!: `${LabelStandard}`

  @Field(() => String, { nullable: true })
  di!: string | null

  @Field(() => String, { nullable: true })
  lot!: string | null

  @Field(() => String, { nullable: true })
  serial!: string | null

  @Field(() => Float, { nullable: true })
  quantity!: number | null

  @Field(() => Day, { nullable: true })
  expiresOn!: string | null

  @Field(() => Day, { nullable: true })
  manufacturedOn!: string | null

  @Field(() => String, { nullable: true, description: 'Serial Shipping Container Code (GS1).' })
  sscc!: string | null

  @Field(() => String, { nullable: true, description: 'Global Location Number (GS1).' })
  gln!: string | null

  @Field(() => [ScanElement])
  elements!: ScanElement[]

  @Field(() => [ScanCheck])
  checks!: ScanCheck[]

  @Field(() => [Reason])
  warnings!: Reason[]
}
