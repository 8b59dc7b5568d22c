import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Day, Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'

export enum ShareKind {
  RECALL = 'RECALL',
  ADVERSE_EVENT = 'ADVERSE_EVENT',
  BATCH = 'BATCH',
  SERIAL = 'SERIAL',
  PURCHASES_AND_SALES = 'PURCHASES_AND_SALES',
}
registerEnumType(ShareKind, {
  name: 'ShareKind',
  description: 'The one thing that a share shows.',
  valuesConfig: {
    RECALL: { description: 'Its text, how much it covers, and its notices by recipient.' },
    ADVERSE_EVENT: { description: 'The case without reporter and patient.' },
    BATCH: { description: 'Where it came from and what happened to it.' },
    SERIAL: { description: 'Where it came from and what happened to it.' },
    PURCHASES_AND_SALES: { description: 'The statutory records of the sharing organization for a span of days.' },
  },
})

@ObjectType({ simpleResolvers: true, description: 'A link by which an authority sees one thing, for a time.' })
export class Share {
  @Field(() => ID)
  id!: string

  @Field(() => ShareKind)
  kind!: ShareKind

  @Field(() => ID, { description: 'What is shown; the organization itself for its purchases and sales.' })
  subject!: string

  @Field(() => String, { nullable: true, description: 'What the subject is called: reference, case, lot or serial number.' })
  label!: string | null

  @Field(() => Day, { nullable: true })
  from!: string | null

  @Field(() => Day, { nullable: true, description: 'The last day that is shown.' })
  to!: string | null

  @Field(() => String, { description: 'Which authority it was given to.' })
  recipient!: string

  @Field(() => Moment)
  createdAt!: string

  @Field(() => Moment)
  expiresAt!: string

  @Field(() => Moment, { nullable: true })
  revokedAt!: string | null

  @Field(() => Int, { description: 'How often it was opened; each time is in the record.' })
  openings!: number

  @Field(() => Moment, { nullable: true })
  openedAt!: string | null
}

@InputType()
export class CreateShareInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ShareKind)
  kind!: ShareKind

  @Field(() => String, { nullable: true, description: 'The one thing, by id, reference, case number, or what is scanned of it. None for purchases and sales.' })
  subject?: string | null

  @Field(() => Day, { nullable: true, description: 'Purchases and sales: the first day.' })
  from?: Date | null

  @Field(() => Day, { nullable: true, description: 'Purchases and sales: the last day.' })
  to?: Date | null

  @Field(() => String, { description: 'Which authority, and on what request.' })
  recipient!: string

  @Field(() => Moment, { description: 'Until when the link opens; at most a year from now.' })
  expiresAt!: Date
}

@InputType()
export class RevokeShareInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  share!: string

  @Field(() => String)
  reason!: string
}

@ObjectType({ simpleResolvers: true })
export class ShareCreated {
  @Field(() => Share)
  share!: Share

  @Field(() => String, { nullable: true, description: 'The link, as a path of the hub, shown this once: the hub keeps but the sum of its token. Null where the request is repeated.' })
  link!: string | null
}

@ObjectType({ simpleResolvers: true })
export class ShareRevoked {
  @Field(() => Share)
  share!: Share
}

export const CreateShareResult = resultOf('CreateShareResult', ShareCreated)
export const RevokeShareResult = resultOf('RevokeShareResult', ShareRevoked)
