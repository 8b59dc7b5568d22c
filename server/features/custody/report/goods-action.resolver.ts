import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Action } from '../../../access/may.ts'
import type { Context } from '../../../kernel/context.ts'
import { type Change, change } from '../../../record/change.ts'
import { Event } from '../event.type.ts'
import { declareError } from './declare-error.ts'
import { DeclareErrorInput, PackInput, RegisterProductionInput, ReportInspectionInput, ReportReturnInput, ReportShipmentInput, ScrapInput, SetQuarantineInput, SwapPartInput, VoidShipmentInput } from './goods-action.input.ts'
import { reportInspection, reportReturn, scrap, setQuarantine } from './goods-action.ts'
import { GoodsReported, GoodsReportResult } from './goods-report.type.ts'
import { isBrief } from './keep-goods.ts'
import { pack, reportShipment, unpack } from './pack-goods.ts'
import { registerProduction } from './register-production.ts'
import { eventById } from './report.loader.ts'
import { swapPart } from './swap-part.ts'
import { voidShipment } from './void-shipment.ts'

const doing = <Input extends { idempotencyKey: string }>(context: Context, action: Action, input: Input, work: (change: Change, input: Input) => Promise<object>, isShared = false): Promise<object> =>
  change(context, { action, idempotencyKey: input.idempotencyKey, input, isShared }, (changing) => work(changing, input))

@Resolver()
export class GoodsActionResolver {
  @Mutation(() => GoodsReportResult, { description: 'Goods leave for a partner; with an SSCC they are packed into it. Recalled, held, expired and scrapped ones are not taken.' })
  reportShipment(@Ctx() context: Context, @Arg('input', () => ReportShipmentInput) input: ReportShipmentInput): Promise<object> {
    return doing(context, 'REPORT_SHIPMENT', input, reportShipment)
  }

  @Mutation(() => GoodsReportResult, { description: 'Goods go back to who sent them, whatever is known against them.' })
  reportReturn(@Ctx() context: Context, @Arg('input', () => ReportReturnInput) input: ReportReturnInput): Promise<object> {
    return doing(context, 'REPORT_RETURN', input, reportReturn, isBrief(input.lines))
  }

  @Mutation(() => GoodsReportResult, { description: 'A shipment that nobody has received is taken back, all or some of it: the truck came back (CBV void_shipping). Who was to get it is told.' })
  voidShipment(@Ctx() context: Context, @Arg('input', () => VoidShipmentInput) input: VoidShipmentInput): Promise<object> {
    return doing(context, 'VOID_SHIPMENT', input, voidShipment, isBrief(input.lines))
  }

  @Mutation(() => GoodsReportResult, { description: 'Goods were inspected. So many units of a lot: found good, those of them that are held may be used again; found bad, they may not. A maker\'s own lot without a quantity is judged as such: found good, a new lot is released.' })
  reportInspection(@Ctx() context: Context, @Arg('input', () => ReportInspectionInput) input: ReportInspectionInput): Promise<object> {
    return doing(context, 'REPORT_INSPECTION', input, reportInspection, isBrief(input.lines))
  }

  @Mutation(() => GoodsReportResult, { description: 'Goods are put into quarantine, or released by who put them there or by their maker; so many units of a lot by who has them, a maker\'s own lot as such where no quantity is told.' })
  setQuarantine(@Ctx() context: Context, @Arg('input', () => SetQuarantineInput) input: SetQuarantineInput): Promise<object> {
    return doing(context, 'SET_QUARANTINE', input, setQuarantine, isBrief(input.lines))
  }

  @Mutation(() => GoodsReportResult, { description: 'Goods were destroyed.' })
  scrap(@Ctx() context: Context, @Arg('input', () => ScrapInput) input: ScrapInput): Promise<object> {
    return doing(context, 'SCRAP', input, scrap, isBrief(input.lines))
  }

  @Mutation(() => GoodsReportResult, { description: 'Goods were packed into a carton or pallet.' })
  pack(@Ctx() context: Context, @Arg('input', () => PackInput) input: PackInput): Promise<object> {
    return doing(context, 'PACK', input, pack)
  }

  @Mutation(() => GoodsReportResult, { description: 'Goods were taken out of a carton or pallet: those named, or all.' })
  unpack(@Ctx() context: Context, @Arg('input', () => PackInput) input: PackInput): Promise<object> {
    return doing(context, 'PACK', input, unpack)
  }

  @Mutation(() => GoodsReportResult, { description: 'A lot, or devices with serial numbers, were made of other lots.' })
  registerProduction(@Ctx() context: Context, @Arg('input', () => RegisterProductionInput) input: RegisterProductionInput): Promise<object> {
    return doing(context, 'REPORT_PRODUCTION', input, registerProduction)
  }

  @Mutation(() => GoodsReportResult, { description: 'A part was taken out of a device, put into it, or both.' })
  swapPart(@Ctx() context: Context, @Arg('input', () => SwapPartInput) input: SwapPartInput): Promise<object> {
    return doing(context, 'SWAP_PART', input, swapPart)
  }

  @Mutation(() => GoodsReportResult, { description: 'An event that one reported itself was wrong, or, said by the maker\'s quality, another\'s of the maker\'s own products, who is told (EPCIS 2.0, errorDeclaration): it stays, marked, and what followed from it follows no more.' })
  declareError(@Ctx() context: Context, @Arg('input', () => DeclareErrorInput) input: DeclareErrorInput): Promise<object> {
    return doing(context, 'DECLARE_ERROR', input, declareError)
  }
}

@Resolver(() => GoodsReported)
export class GoodsReportedResolver {
  @FieldResolver(() => [Event])
  async events(@Ctx() context: Context, @Root() { eventIds }: GoodsReported): Promise<Event[]> {
    const found = await eventById(context).loadMany([...eventIds])
    return found.filter((event): event is Event => event !== null && !(event instanceof Error))
  }
}
