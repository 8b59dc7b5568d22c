import { Field, Float, ID, InputType, registerEnumType } from 'type-graphql'
import { Day, Moment } from '../../../kernel/scalars.ts'
import { ReceiptCondition } from '../../acceptance/receipt-condition.ts'

export enum SellThroughKind {
  SALE = 'SALE',
  RETURN = 'RETURN',
}
registerEnumType(SellThroughKind, { name: 'SellThroughKind' })

export enum UsageKind {
  IMPLANTED = 'IMPLANTED',
  PUT_INTO_SERVICE = 'PUT_INTO_SERVICE',
  CONSUMED = 'CONSUMED',
  OPENED_UNUSED = 'OPENED_UNUSED',
  EXPLANTED = 'EXPLANTED',
  TAKEN_OUT_OF_SERVICE = 'TAKEN_OUT_OF_SERVICE',
  DISCARDED = 'DISCARDED',
}
registerEnumType(UsageKind, { name: 'UsageKind', description: 'Use by or on a patient. A part put into a device is a service matter, not this.' })

@InputType({ description: 'A serial\'s code; a batch\'s or package\'s code with a quantity; a carton\'s SSCC for everything inside.' })
export class GoodsLineInput {
  @Field(() => String)
  code!: string

  @Field(() => Float, { nullable: true })
  quantity?: number | null

  @Field(() => String, { nullable: true, description: 'UN/ECE Recommendation 20, as KGM; left out: what the lot is counted in.' })
  unit?: string | null
}

@InputType({ description: 'A code of a carton (SSCC) stands for everything inside.' })
export class ReceiptLineInput extends GoodsLineInput {
  @Field(() => ReceiptCondition, { nullable: true, defaultValue: ReceiptCondition.ACCEPTED })
  condition?: ReceiptCondition | null

  @Field(() => String, { nullable: true })
  note?: string | null
}

@InputType({ description: 'What was checked on arrival; what is left out was not. It is kept with the receipt and printed as its acceptance record.' })
export class AcceptanceInput {
  @Field(() => Float, { nullable: true, description: 'Of the load on arrival, in degrees Celsius.' })
  temperature?: number | null

  @Field(() => Boolean, { nullable: true, description: 'Condition, packaging and labels.' })
  packagingIntact?: boolean | null

  @Field(() => Boolean, { nullable: true })
  unexpired?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Registration or filing of the devices.' })
  registrationValid?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'The supplier\'s licence or filing.' })
  supplierLicensed?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Certificates of conformity.' })
  certificatePresent?: boolean | null

  @Field(() => String, { nullable: true, description: 'At most 1000 characters.' })
  remark?: string | null

  @Field(() => [ID], { nullable: true, description: 'Documents uploaded before by `POST /attachments`, at most 20. Whoever sent the goods sees them too.' })
  photos?: string[] | null
}

@InputType()
export class ConfirmReceiptInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { nullable: true, description: 'Delivery note or order.' })
  documentNumber?: string | null

  @Field(() => Moment)
  receivedAt!: Date

  @Field(() => String, { nullable: true, description: 'Who sent it, as in soldTo, where the hub does not know.' })
  receivedFrom?: string | null

  @Field(() => String, { nullable: true, description: 'Where it goes: a site of the receiver, such as a ward\'s store.' })
  site?: string | null

  @Field(() => AcceptanceInput, { nullable: true })
  acceptance?: AcceptanceInput | null

  @Field(() => [ReceiptLineInput])
  lines!: ReceiptLineInput[]
}

@InputType()
export class SellThroughLineInput extends GoodsLineInput {
  @Field(() => SellThroughKind, { nullable: true, defaultValue: SellThroughKind.SALE })
  kind?: SellThroughKind | null

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Goods stay the seller\'s until they are used.' })
  consignment?: boolean | null

  @Field(() => String, { description: 'GLN, Chinese unified social credit code, global id or hub code of the customer: hospital, clinic or dealer.' })
  soldTo!: string

  @Field(() => Moment)
  soldAt!: Date

  @Field(() => String, { nullable: true, description: 'As that it is more than was ordered.' })
  note?: string | null
}

@InputType()
export class ReportSellThroughInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { description: 'The distributor\'s own document number.' })
  documentNumber!: string

  @Field(() => String, { nullable: true, description: 'In what it differs from the order, as what is short. At most 500 characters.' })
  note?: string | null

  @Field(() => [SellThroughLineInput])
  lines!: SellThroughLineInput[]
}

@InputType()
export class RecordUsageInput extends GoodsLineInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => Moment)
  usedAt!: Date

  @Field(() => UsageKind)
  kind!: UsageKind

  @Field(() => String, { nullable: true })
  site?: string | null

  @Field(() => String, { nullable: true, description: 'The hospital\'s own reference to the procedure. Only the hospital ever sees it; never a patient\'s identity.' })
  procedureReference?: string | null
}

@InputType()
export class ConsumedLotInput {
  @Field(() => String)
  code!: string

  @Field(() => Float)
  quantity!: number

  @Field(() => String)
  unit!: string
}

@InputType()
export class RegisterSupplierLotInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { description: 'The supplier\'s material, by its code or hub code.' })
  product!: string

  @Field(() => String)
  lotNumber!: string

  @Field(() => Day)
  manufacturedOn!: Date | string

  @Field(() => Day, { nullable: true })
  expiresOn?: Date | string | null

  @Field(() => Float)
  quantity!: number

  @Field(() => String)
  unit!: string

  @Field(() => [ConsumedLotInput], { nullable: true, description: 'What it was made of: codes of the supplier\'s own lots.' })
  consumed?: ConsumedLotInput[] | null

  @Field(() => String, { nullable: true, description: 'Where it was made: a site of your own, by code, GLN or id.' })
  site?: string | null

  @Field(() => [ID], { nullable: true, description: 'Documents uploaded before (POST /attachments: certificate of conformity, inspection report).' })
  documents?: string[] | null
}
