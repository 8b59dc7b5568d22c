import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Node } from '../../../kernel/node.ts'
import { Moment, type Quantity } from '../../../kernel/scalars.ts'
import { resultOf } from '../../../record/refused.type.ts'
import { RejectedLine } from '../../../record/rejected-line.type.ts'

/** A mutation's success, before its objects are loaded. */
export interface GoodsDone {
  readonly acceptedCount: number
  readonly rejected: readonly RejectedLine[]
  readonly eventIds: readonly string[]
}

@ObjectType({ simpleResolvers: true, description: 'What was reported is kept, but for the lines that came back.' })
export class ConfirmReceiptSuccess {
  @Field(() => Int)
  acceptedCount!: number

  @Field(() => ID, { nullable: true, description: 'The acceptance record, where the report said what was checked: `GET /acceptance-records/{id}.pdf` prints it.' })
  acceptanceId!: string | null

  @Field(() => [RejectedLine])
  rejected!: RejectedLine[]
}
export const ConfirmReceiptResult = resultOf('ConfirmReceiptResult', ConfirmReceiptSuccess)

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A seller\'s report of what it sold to whom, and what came back.' })
export class SellThroughReport implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'The seller\'s own number.' })
  documentNumber!: string

  @Field(() => Int)
  acceptedCount!: number

  @Field(() => Int)
  rejectedCount!: number

  @Field(() => String, { nullable: true, description: 'In what it differs from the order.' })
  note!: string | null

  @Field(() => Moment)
  reportedAt!: string
}

@ObjectType({ simpleResolvers: true })
export class ReportSellThroughSuccess {
  @Field(() => SellThroughReport)
  report!: SellThroughReport

  @Field(() => [RejectedLine])
  rejected!: RejectedLine[]
}
export const ReportSellThroughResult = resultOf('ReportSellThroughResult', ReportSellThroughSuccess)

@ObjectType()
export class RecordUsageSuccess {
  serialId!: string | null
  batchId!: string | null
  quantity!: Quantity
  eventId!: string
}
export const RecordUsageResult = resultOf('RecordUsageResult', RecordUsageSuccess)

@ObjectType()
export class RegisterSupplierLotSuccess {
  batchId!: string
}
export const RegisterSupplierLotResult = resultOf('RegisterSupplierLotResult', RegisterSupplierLotSuccess)

@ObjectType({ description: 'What was reported is kept as events, but for the lines that came back.' })
export class GoodsReported {
  @Field(() => Int)
  acceptedCount!: number

  @Field(() => [RejectedLine])
  rejected!: RejectedLine[]

  eventIds!: readonly string[]
}
export const GoodsReportResult = resultOf('GoodsReportResult', GoodsReported)
