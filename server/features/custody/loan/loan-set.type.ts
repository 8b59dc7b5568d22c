import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../../kernel/connection.ts'
import { Node } from '../../../kernel/node.ts'
import { Day, Moment } from '../../../kernel/scalars.ts'
import { RejectedLine } from '../../../record/rejected-line.type.ts'
import { resultOf } from '../../../record/refused.type.ts'
import { Party } from '../../partners/party.type.ts'
import { LogisticUnit } from '../logistic-unit.type.ts'
import { Hold } from '../serial-status.ts'
import { LoanOutcome } from './loan-set.input.ts'

@ObjectType({ simpleResolvers: true, description: 'A device, or a quantity of a lot, that was lent in a set, and what became of it by the events so far. What was sent is either accounted for or still out.' })
export class LoanSetLine {
  @Field(() => ID, { description: 'Of the serial or batch.' })
  id!: string

  @Field(() => String, { description: 'The code that its label has, for a report.' })
  code!: string

  @Field(() => String, { description: 'Primary DI of its product.' })
  di!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  nameZh!: string | null

  @Field(() => String, { nullable: true })
  serialNumber!: string | null

  @Field(() => String, { nullable: true })
  lotNumber!: string | null

  @Field(() => Day, { nullable: true })
  expiresOn!: string | null

  @Field(() => [Hold], { description: 'What stands against its use now, its lot\'s holds and EXPIRED too; nothing of what is the viewer\'s no more, or once the set is closed.' })
  holds!: Hold[]

  @Field(() => String, { description: 'Of all its quantities: a UN/ECE Recommendation 20 code (EA: pieces).' })
  unit!: string

  @Field(() => Float, { description: 'In the set when it was sent.' })
  sent!: number

  @Field(() => Float, { description: 'Implanted or used up.' })
  used!: number

  @Field(() => Float, { description: 'Opened in vain: no patient had it, and nobody can use it any more.' })
  openedUnused!: number

  @Field(() => Float, { description: 'Thrown away or destroyed.' })
  discarded!: number

  @Field(() => Float, { description: 'On its way back, or back.' })
  returned!: number

  @Field(() => Float, { description: 'Of that, what the lender has received.' })
  received!: number

  @Field(() => Float, { description: 'Neither used up nor returned. Once the set is closed, it is missing.' })
  out!: number
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A tray or case that a partner lent for an operation, known by its SSCC: what was in it stays the lender\'s until it is used.' })
export class LoanSet implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => LogisticUnit, { description: 'The tray or case that it travels in.' })
  logisticUnit!: LogisticUnit

  @Field(() => String, { description: 'The lender\'s own number.' })
  documentNumber!: string

  @Field(() => Party)
  lender!: Party

  @Field(() => Party)
  borrower!: Party

  @Field(() => Boolean, { description: 'Whether the viewer\'s organization lent it.' })
  lentByViewer!: boolean

  @Field(() => [LoanOutcome], { description: 'What the viewer\'s organization may report of it.' })
  outcomes!: LoanOutcome[]

  @Field(() => Moment)
  sentAt!: string

  @Field(() => Day, { description: 'When it is to be back.' })
  dueOn!: string

  @Field(() => Moment, { nullable: true, description: 'When the lender closed it; what was out then is missing.' })
  closedAt!: string | null
}

export const LoanSetConnection = connectionOf(LoanSet)

@ObjectType({ description: 'What was reported is kept, but for the lines that came back.' })
export class LoanSetReported {
  @Field(() => Int)
  acceptedCount!: number

  @Field(() => [RejectedLine])
  rejected!: RejectedLine[]

  loanSetId!: string | null
}
export const LoanSetResult = resultOf('LoanSetResult', LoanSetReported)
