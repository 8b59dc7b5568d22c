import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Node } from '../../kernel/node.ts'
import { Day } from '../../kernel/scalars.ts'
import { Organization } from '../partners/organization.type.ts'

export enum ProductKind {
  DEVICE = 'DEVICE',
  MATERIAL = 'MATERIAL',
}
registerEnumType(ProductKind, { name: 'ProductKind', description: 'A device, or a material or component that goes into devices.' })

@ObjectType({ simpleResolvers: true, description: 'Marketing authorization in one market: China\'s registration, a 510(k), a CE certificate.' })
export class Registration {
  @Field(() => String)
  number!: string

  @Field(() => String, { description: 'Country code, or EU.' })
  market!: string

  @Field(() => Day, { nullable: true })
  validFrom!: string | null

  @Field(() => Day, { nullable: true })
  validUntil!: string | null

  @Field(() => String, { nullable: true })
  holder!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'A device identifier (UDI-DI) of the product: base unit, package levels, unit of use, direct mark, former ones.' })
export class DeviceIdentifier {
  @Field(() => String)
  code!: string

  @Field(() => String, { description: 'GS1, HIBC, ICCBBA, MA or PLAIN.' })
  scheme!: string

  @Field(() => String, { description: 'PRIMARY, PACKAGE, UNIT_OF_USE, DIRECT_MARK, SECONDARY or PREVIOUS.' })
  type!: string

  @Field(() => String, { nullable: true })
  level!: string | null

  @Field(() => String, { nullable: true, description: 'The next lower package level\'s identifier.' })
  contains!: string | null

  @Field(() => Float, { nullable: true, description: 'Base units inside; null where the register does not say.' })
  units!: number | null
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A device model or a material, known by its device identifiers.' })
export class Product implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => ProductKind)
  kind!: ProductKind

  @Field(() => String, { description: 'The primary device identifier; a GTIN always with 14 digits.' })
  di!: string

  @Field(() => String, { description: 'Who issued it: GS1, HIBC, ICCBBA, MA or PLAIN.' })
  scheme!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  nameZh!: string | null

  @Field(() => String, { nullable: true })
  model!: string | null

  @Field(() => String, { nullable: true })
  brand!: string | null

  @Field(() => String, { nullable: true })
  catalogNumber!: string | null

  @Field(() => String, { nullable: true })
  description!: string | null

  @Field(() => String, { nullable: true, description: 'As the source register gives it (I, II, III, 1, 2, 3).' })
  riskClass!: string | null

  @Field(() => String, { nullable: true })
  gmdnCode!: string | null

  @Field(() => String, { nullable: true, description: 'GMDN preferred term.' })
  gmdnName!: string | null

  @Field(() => Boolean, { nullable: true, description: 'As the source register says: GMDN terms in GUDID, classes 12 and 13 in China.' })
  implantable!: boolean | null

  @Field(() => Boolean, { nullable: true })
  sterile!: boolean | null

  @Field(() => Boolean, { nullable: true })
  singleUse!: boolean | null

  @Field(() => String, { nullable: true })
  mriSafety!: string | null

  @Field(() => [String], { description: 'Storage and handling conditions, one a line.' })
  storage!: string[]

  @Field(() => Boolean)
  lotControlled!: boolean

  @Field(() => Boolean)
  serialControlled!: boolean

  @Field(() => Day, { nullable: true, description: 'The day it left the market.' })
  withdrawnOn!: string | null

  @Field(() => String, { nullable: true })
  basicUdiDi!: string | null

  @Field(() => Organization, { nullable: true, description: 'Null where a material\'s supplier is not the viewer\'s to know.' })
  manufacturer!: Organization | null

  @Field(() => [Registration])
  registrations!: Registration[]
}

export const ProductConnection = connectionOf(Product)
