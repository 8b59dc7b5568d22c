import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../../kernel/context.ts'
import { Quantity } from '../../../kernel/scalars.ts'
import { change } from '../../../record/change.ts'
import { Batch } from '../batch.type.ts'
import type { BatchRow } from '../batch.cypher.ts'
import { batchById, serialById } from '../custody.loader.ts'
import { Event } from '../event.type.ts'
import { Serial } from '../serial.type.ts'
import type { SerialRow } from '../serial.cypher.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { ConfirmReceiptInput, RecordUsageInput, RegisterSupplierLotInput, ReportSellThroughInput } from './goods-report.input.ts'
import { ConfirmReceiptResult, RecordUsageResult, RecordUsageSuccess, RegisterSupplierLotResult, RegisterSupplierLotSuccess, ReportSellThroughResult } from './goods-report.type.ts'
import { isBrief } from './keep-goods.ts'
import { recordUsage } from './record-usage.ts'
import { registerSupplierLot } from './register-lot.ts'
import { reportSellThrough } from './report-sell-through.ts'
import { eventById } from './report.loader.ts'

@Resolver()
export class GoodsReportResolver {
  @Mutation(() => ConfirmReceiptResult, { description: 'Goods arrived: custody passes to who reports. Whatever is known against them, they may be received.' })
  confirmReceipt(@Ctx() context: Context, @Arg('input', () => ConfirmReceiptInput) input: ConfirmReceiptInput): Promise<object> {
    return change(context, { action: 'CONFIRM_RECEIPT', idempotencyKey: input.idempotencyKey, input, isShared: isBrief(input.lines) }, (changing) => confirmReceipt(changing, input))
  }

  @Mutation(() => ReportSellThroughResult, { description: 'What was sold to whom, and what came back. Good lines are kept, each bad line comes back with its reason.' })
  reportSellThrough(@Ctx() context: Context, @Arg('input', () => ReportSellThroughInput) input: ReportSellThroughInput): Promise<object> {
    return change(context, { action: 'REPORT_SELL_THROUGH', idempotencyKey: input.idempotencyKey, input, isShared: isBrief(input.lines) }, (changing) => reportSellThrough(changing, input))
  }

  @Mutation(() => RecordUsageResult, { description: 'A device was implanted, put into service, used up, opened in vain, taken out or thrown away.' })
  recordUsage(@Ctx() context: Context, @Arg('input', () => RecordUsageInput) input: RecordUsageInput): Promise<object> {
    return change(context, { action: 'RECORD_USAGE', idempotencyKey: input.idempotencyKey, input, isShared: true }, (changing) => recordUsage(changing, input))
  }

  @Mutation(() => RegisterSupplierLotResult, { description: 'A lot that the supplier made, with what went into it and its certificates.' })
  registerSupplierLot(@Ctx() context: Context, @Arg('input', () => RegisterSupplierLotInput) input: RegisterSupplierLotInput): Promise<object> {
    return change(context, { action: 'REGISTER_SUPPLIER_LOT', idempotencyKey: input.idempotencyKey, input }, (changing) => registerSupplierLot(changing, input))
  }
}

@Resolver(() => RecordUsageSuccess)
export class RecordUsageSuccessResolver {
  @FieldResolver(() => Serial, { nullable: true })
  serial(@Ctx() context: Context, @Root() { serialId }: RecordUsageSuccess): Promise<SerialRow | null> | null {
    return serialId === null ? null : serialById(context).load(serialId)
  }

  @FieldResolver(() => Batch, { nullable: true })
  batch(@Ctx() context: Context, @Root() { batchId }: RecordUsageSuccess): Promise<BatchRow | null> | null {
    return batchId === null ? null : batchById(context).load(batchId)
  }

  @FieldResolver(() => Quantity, { nullable: true })
  quantity(@Root() { quantity }: RecordUsageSuccess): Quantity {
    return quantity
  }

  @FieldResolver(() => Event)
  event(@Ctx() context: Context, @Root() { eventId }: RecordUsageSuccess): Promise<Event | null> {
    return eventById(context).load(eventId)
  }
}

@Resolver(() => RegisterSupplierLotSuccess)
export class RegisterSupplierLotSuccessResolver {
  @FieldResolver(() => Batch)
  batch(@Ctx() context: Context, @Root() { batchId }: RegisterSupplierLotSuccess): Promise<BatchRow | null> {
    return batchById(context).load(batchId)
  }
}
