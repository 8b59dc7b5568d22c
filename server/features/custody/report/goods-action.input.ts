import { Field, Float, ID, InputType, registerEnumType } from 'type-graphql'
import { Day, Moment } from '../../../kernel/scalars.ts'
import { ConsumedLotInput, GoodsLineInput } from './goods-report.input.ts'

export enum InspectionResult {
  CONFORMANT = 'CONFORMANT',
  NON_CONFORMANT = 'NON_CONFORMANT',
}
registerEnumType(InspectionResult, { name: 'InspectionResult' })

@InputType()
class GoodsInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => Moment, { description: 'When it happened.' })
  at!: Date

  @Field(() => String, { nullable: true, description: 'Where: a site of your own, by code, GLN or id.' })
  site?: string | null

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => [GoodsLineInput])
  lines!: GoodsLineInput[]
}

@InputType({ description: 'Goods leave for a partner. With an SSCC they are packed into it first; without lines, what is packed in it leaves.' })
export class ReportShipmentInput extends GoodsInput {
  @Field(() => String, { description: 'GLN, Chinese unified social credit code, global id or hub code of the recipient.' })
  to!: string

  @Field(() => String, { description: 'Delivery note or order.' })
  documentNumber!: string

  @Field(() => String, { nullable: true, description: 'SSCC of the carton or pallet that all of the lines go into, or GRAI (8003) or GIAI (8004) of a returnable tray.' })
  sscc?: string | null

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'They stay yours until used (consignment, loan set).' })
  consignment?: boolean | null
}

@InputType({ description: 'Goods go back to who sent them. Whatever is known against them, they may be returned.' })
export class ReportReturnInput extends GoodsInput {
  @Field(() => String, { description: 'Who gets them back, as in soldTo.' })
  to!: string

  @Field(() => String)
  documentNumber!: string
}

@InputType({ description: 'What was sent off came back, or never left: it is in stock as before. Of a carton, all of it.' })
export class VoidShipmentInput extends GoodsInput {
  @Field(() => String, { nullable: true, description: 'Who did not get them, as in soldTo; needed where some of a lot are on their way to several.' })
  to?: string | null

  @Field(() => String, { nullable: true, description: 'Delivery note or order by which they left.' })
  documentNumber?: string | null
}

@InputType()
export class ReportInspectionInput extends GoodsInput {
  @Field(() => InspectionResult)
  result!: InspectionResult
}

@InputType({ description: 'Puts goods into quarantine, or releases what is there.' })
export class SetQuarantineInput extends GoodsInput {
  @Field(() => Boolean, { description: 'True: nobody may use or pass them on. False: released.' })
  quarantined!: boolean
}

@InputType()
export class ScrapInput extends GoodsInput {
  @Field(() => String)
  reason!: string
}

@InputType({ description: 'Packs goods into a carton or pallet, or takes them out; unpacked without lines, all comes out.' })
export class PackInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => Moment)
  at!: Date

  @Field(() => String, { description: 'SSCC of the carton or pallet, or GRAI (8003) or GIAI (8004) of a returnable tray.' })
  sscc!: string

  @Field(() => String, { nullable: true })
  site?: string | null

  @Field(() => [GoodsLineInput], { nullable: true })
  lines?: GoodsLineInput[] | null
}

@InputType({ description: 'A lot was made: what went in, how many came out, with or without serial numbers.' })
export class RegisterProductionInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { description: 'The product that was made, by its code.' })
  product!: string

  @Field(() => String, { nullable: true, description: 'Absent for equipment that has serial numbers and no lot. A lot of yours that is on record takes more serial numbers.' })
  lotNumber?: string | null

  @Field(() => Moment)
  at!: Date

  @Field(() => String, { nullable: true })
  site?: string | null

  @Field(() => Day, { nullable: true })
  expiresOn?: Date | string | null

  @Field(() => [String], { nullable: true, description: 'Serial numbers of the devices made.' })
  serialNumbers?: string[] | null

  @Field(() => Float, { nullable: true, description: 'How many were made without serial numbers.' })
  quantity?: number | null

  @Field(() => String, { nullable: true })
  unit?: string | null

  @Field(() => [ConsumedLotInput], { nullable: true })
  consumed?: ConsumedLotInput[] | null
}

@InputType({ description: 'A part of a device is taken out, put in, or both.' })
export class SwapPartInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String)
  device!: string

  @Field(() => String, { nullable: true, description: 'The part taken out, by its code.' })
  removed?: string | null

  @Field(() => String, { nullable: true, description: 'The part put in: a serial, or one piece of a lot.' })
  installed?: string | null

  @Field(() => String, { nullable: true })
  position?: string | null

  @Field(() => Moment)
  at!: Date

  @Field(() => String, { nullable: true })
  site?: string | null

  @Field(() => String, { nullable: true })
  note?: string | null
}

@InputType({ description: 'An event that you reported was wrong (EPCIS error declaration): it stays, marked, and counts no more.' })
export class DeclareErrorInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  event!: string

  @Field(() => String, { description: 'Why, for whoever reads it later.' })
  reason!: string

  @Field(() => [String], { nullable: true, description: 'Of an event of your own: the codes of what was wrong in it. The rest is told again as an event of its own, which is named as the corrective one.' })
  lines?: string[] | null
}

@InputType()
export class ClearFindingInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  finding!: string

  @Field(() => String, { description: 'How it was cleared.' })
  note!: string

  @Field(() => Boolean, { nullable: true, description: 'Of UNKNOWN_SERIAL, by the maker\'s own teams: the thing is known by now and the report is right, so what waits is filed although nobody sent it there.' })
  file?: boolean | null
}

@InputType()
export class AssignFindingInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  finding!: string

  @Field(() => ID, { nullable: true, description: 'A person of the viewer\'s organization; null: nobody.' })
  assignee?: string | null
}
