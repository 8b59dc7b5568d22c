import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Day, Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'
import { type LimitUnit, limitUnits } from './clock-versions.rules.ts'

export const LimitUnitEnum = Object.fromEntries(limitUnits.map((unit) => [unit, unit])) as { readonly [Unit in LimitUnit]: Unit }
registerEnumType(LimitUnitEnum, { name: 'LimitUnit', description: 'Working days are those of the authority\'s country.' })

@ObjectType({ simpleResolvers: true, description: 'A deadline of one rule for the viewer\'s own organization. A help: a person decides what is reported.' })
export class Clock {
  @Field(() => String)
  rule!: string

  @Field(() => Int, { description: 'The version of the rule that was in force on the day it counts from: 0 of the hub\'s own.' })
  version!: number

  @Field(() => String)
  title!: string

  @Field(() => String)
  titleZh!: string

  @Field(() => String, { description: 'US, EU or CN.' })
  jurisdiction!: string

  @Field(() => String, { description: 'To whom.' })
  recipient!: string

  @Field(() => Day, { description: 'The day from which it counts, as that on which the viewer\'s organization became aware; it does not count itself.' })
  startsOn!: string

  @Field(() => Moment)
  dueOn!: string

  @Field(() => Moment, { nullable: true })
  metOn!: string | null

  @Field(() => String, { nullable: true, description: 'The authority\'s number of what met it.' })
  reference!: string | null

  @Field(() => String, { description: 'RUNNING, DUE_SOON, OVERDUE, MET or LATE.' })
  state!: string

  @Field(() => String)
  source!: string

  @Field(() => Boolean, { description: 'False: the rule is remembered, and the official text has yet to be read.' })
  verified!: boolean

  @Field(() => Boolean, { description: 'False: it reaches beyond the years whose holidays the hub knows; only weekends are left out there.' })
  calendarKnown!: boolean
}

@ObjectType({ description: 'What a rule says on the days for which a version is valid.' })
export class ClockRuleVersion {
  @Field(() => ID, { nullable: true, simple: true, description: 'Null of the hub\'s own row.' })
  id!: string | null

  @Field(() => Int, { simple: true, description: '0 of the hub\'s own row; the own organization\'s from 1 on. Of two that name a day the later counts.' })
  version!: number

  @Field(() => Int, { simple: true, description: '0: at once, that is on the day itself.' })
  limit!: number

  @Field(() => LimitUnitEnum, { simple: true })
  unit!: LimitUnit

  @Field(() => String, { simple: true })
  title!: string

  @Field(() => String, { simple: true })
  titleZh!: string

  @Field(() => String, { simple: true, description: 'To whom.' })
  recipient!: string

  @Field(() => String, { simple: true })
  source!: string

  @Field(() => Boolean, { simple: true, description: 'False: remembered, and the official text has yet to be read.' })
  verified!: boolean

  @Field(() => Day, { simple: true })
  validFrom!: string

  @Field(() => Day, { nullable: true, simple: true })
  validTo!: string | null

  @Field(() => Boolean, { simple: true, description: 'It is what counts today.' })
  inForce!: boolean

  @Field(() => String, { nullable: true, simple: true, description: 'Why it was made.' })
  reason!: string | null

  @Field(() => Moment, { nullable: true, simple: true, description: 'When it was signed.' })
  at!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'A deadline of a regulation, with its versions. A maker\'s own versions are seen by its own teams alone.' })
export class ClockRule {
  @Field(() => String)
  rule!: string

  @Field(() => String, { description: 'CASE or RECALL.' })
  about!: string

  @Field(() => String, { description: 'US, EU or CN.' })
  jurisdiction!: string

  @Field(() => [String], { description: 'Whose deadline it is: MANUFACTURER, IMPORTER, DISTRIBUTOR, USER_FACILITY.' })
  actors!: string[]

  @Field(() => [String], { description: 'What starts it.' })
  triggers!: string[]

  @Field(() => [ClockRuleVersion], { description: 'The newest first.' })
  versions!: ClockRuleVersion[]
}

@ObjectType()
export class ReviseClockRuleSuccess {
  rule!: string
}

export const ReviseClockRuleResult = resultOf('ReviseClockRuleResult', ReviseClockRuleSuccess)
