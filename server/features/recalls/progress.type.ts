import { Field, Float, Int, ObjectType } from 'type-graphql'
import { Day, Moment } from '../../kernel/scalars.ts'

@ObjectType({ simpleResolvers: true })
export class EffectivenessChecks {
  @Field(() => Int)
  made!: number

  @Field(() => Int)
  effective!: number
}

@ObjectType({ simpleResolvers: true, description: 'How many items have one answer; null: none yet.' })
export class DispositionCount {
  @Field(() => String, { nullable: true })
  disposition!: string | null

  @Field(() => Float, { description: 'Serials as pieces, and units of lots.' })
  count!: number
}

@ObjectType({ simpleResolvers: true })
export class CountryProgress {
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country!: string | null

  @Field(() => Int)
  noticeCount!: number

  @Field(() => Int)
  respondedCount!: number

  @Field(() => Int)
  outstandingCount!: number
}

@ObjectType({ simpleResolvers: true, description: 'A step of a recall or drill by the clock.' })
export class ClockedStep {
  @Field(() => String, { description: 'REVIEW, SIGN, NOTIFY, FIRST_ACKNOWLEDGED, ALL_ANSWERED or CLOSE.' })
  step!: string

  @Field(() => Moment, { nullable: true, description: 'Null: not done.' })
  at!: string | null

  @Field(() => Float, { nullable: true, description: 'Since the step before that was done; ALL_ANSWERED since the notices went out.' })
  minutes!: number | null

  @Field(() => Float, { description: 'What the hub holds a drill against: a default of ours, since no regulation has one.' })
  targetMinutes!: number
}

@ObjectType({ simpleResolvers: true, description: 'How far a recall has come: what FDA\'s status report asks (21 CFR 7.53), live. A partner sees its own part.' })
export class RecallProgress {
  @Field(() => Int)
  noticeCount!: number

  @Field(() => Int)
  acknowledgedCount!: number

  @Field(() => Int, { description: 'Notices whose answer is complete.' })
  respondedCount!: number

  @Field(() => Int, { description: 'Serials in the scope as it was frozen.' })
  serialCount!: number

  @Field(() => Float, { description: 'Units of lots in the scope as it was frozen.' })
  unitCount!: number

  @Field(() => Int, { description: 'Serials of which an answer says what became of them, or that the record knows as gone before.' })
  accountedForCount!: number

  @Field(() => Float)
  accountedForUnits!: number

  @Field(() => Float, { description: 'Of serials and units together, 0 to 1.' })
  accountedForRate!: number

  @Field(() => Float, { description: 'On hand when the notices came, as recipients told.' })
  quantityOnHand!: number

  @Field(() => Float)
  quantityReturned!: number

  @Field(() => Float)
  quantityCorrected!: number

  @Field(() => EffectivenessChecks)
  effectivenessChecks!: EffectivenessChecks

  @Field(() => Day, { nullable: true })
  estimatedCompletion!: string | null

  @Field(() => Float, { nullable: true, description: 'From the beginning of the draft until the scope was frozen by the signature. For the maker alone.' })
  minutesToScope!: number | null

  @Field(() => Float, { nullable: true, description: 'From the signature until the last notice was in the outbox. For the maker alone.' })
  minutesToNotify!: number | null

  @Field(() => [ClockedStep], { description: 'Step by step, with what each took and should take. Empty for partners.' })
  clocked!: ClockedStep[]

  @Field(() => [DispositionCount])
  dispositions!: DispositionCount[]

  @Field(() => [CountryProgress])
  countries!: CountryProgress[]
}
