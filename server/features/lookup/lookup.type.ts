import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { DeviceIdentifier, Product } from '../catalog/product.type.ts'
import { Batch, Stock } from '../custody/batch.type.ts'
import { Item } from '../custody/item.type.ts'
import { LogisticUnit } from '../custody/logistic-unit.type.ts'
import { Serial } from '../custody/serial.type.ts'
import { Day, Moment } from '../../kernel/scalars.ts'
import { Recall } from '../recalls/recall.type.ts'
import { Scan } from './scan.type.ts'
import type { Verdict, VerdictReason } from './verdict-reason.ts'

enum LookupVerdict {
  RECALLED = 'RECALLED',
  SUSPECT = 'SUSPECT',
  QUARANTINED = 'QUARANTINED',
  RETIRED = 'RETIRED',
  USED = 'USED',
  EXPIRED = 'EXPIRED',
  OVERDUE = 'OVERDUE',
  UNKNOWN = 'UNKNOWN',
  CLEAR = 'CLEAR',
}
registerEnumType(LookupVerdict, {
  name: 'LookupVerdict',
  description: 'What the scan means for the person who holds the device in hand, worst first. CLEAR: nothing is known against its use.',
})

enum LookupReasonCode {
  RECALL_OPEN = 'RECALL_OPEN',
  HELD_PENDING_RECALL = 'HELD_PENDING_RECALL',
  HELD_BY_QUALITY = 'HELD_BY_QUALITY',
  SOME_HELD = 'SOME_HELD',
  SEEN_ELSEWHERE = 'SEEN_ELSEWHERE',
  SEEN_AT_TWO_PLACES = 'SEEN_AT_TWO_PLACES',
  ALREADY_USED = 'ALREADY_USED',
  SCRAPPED = 'SCRAPPED',
  EXPIRED = 'EXPIRED',
  EXPIRES_SOON = 'EXPIRES_SOON',
  SERVICE_OVERDUE = 'SERVICE_OVERDUE',
  SERVICE_DUE = 'SERVICE_DUE',
  NOT_RELEASED = 'NOT_RELEASED',
  IN_TRANSIT = 'IN_TRANSIT',
  NOT_IN_YOUR_STOCK = 'NOT_IN_YOUR_STOCK',
  LABEL_MISMATCH = 'LABEL_MISMATCH',
  REGISTRATION_EXPIRED = 'REGISTRATION_EXPIRED',
  WITHDRAWN_FROM_MARKET = 'WITHDRAWN_FROM_MARKET',
  PRODUCT_UNKNOWN = 'PRODUCT_UNKNOWN',
  BATCH_UNKNOWN = 'BATCH_UNKNOWN',
  SERIAL_UNKNOWN = 'SERIAL_UNKNOWN',
  LABEL_NOT_READ = 'LABEL_NOT_READ',
  SCHEME_NOT_READ = 'SCHEME_NOT_READ',
}
registerEnumType(LookupReasonCode, {
  name: 'LookupReasonCode',
  description: 'Why; several may hold at once. NOT_IN_YOUR_STOCK is a remark, not an accusation: many goods come through dealers that are not connected.',
})

@ObjectType({ simpleResolvers: true })
export class LookupReason {
  @Field(() => LookupReasonCode)
  code!: VerdictReason['code']

  @Field(() => String)
  message!: string

  @Field(() => Day, { nullable: true, description: 'The day that the reason speaks of.' })
  on!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'What a scanned device is, and whether it may be used.' })
export class Lookup {
  @Field(() => LookupVerdict)
  verdict!: Verdict

  @Field(() => [LookupReason])
  reasons!: LookupReason[]

  @Field(() => Scan)
  scan!: Scan

  @Field(() => Product, { nullable: true })
  product!: Product | null

  @Field(() => DeviceIdentifier, { nullable: true, description: 'The package level that was scanned, where it is not the base unit.' })
  packageLevel!: DeviceIdentifier | null

  @Field(() => Batch, { nullable: true, description: 'Null where it is not the viewer\'s to see.' })
  batch!: Batch | null

  @Field(() => Serial, { nullable: true, description: 'Null where it is not the viewer\'s to see.' })
  serial!: Serial | null

  @Field(() => [Recall])
  recalls!: Recall[]

  @Field(() => [Stock], { description: 'What the viewer\'s organization has of the batch, site by site.' })
  stock!: Stock[]

  @Field(() => LogisticUnit, { nullable: true, description: 'The carton or pallet, where an SSCC was scanned.' })
  logisticUnit!: LogisticUnit | null

  @Field(() => [Item], { description: 'Where a bare serial or lot number fits several things of the viewer: which.' })
  candidates!: Item[]

  @Field(() => Moment)
  checkedAt!: string
}
