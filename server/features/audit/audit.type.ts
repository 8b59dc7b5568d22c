import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Moment } from '../../kernel/scalars.ts'
import { Party } from '../partners/party.type.ts'

export enum AuditOutcome {
  DONE = 'DONE',
  REFUSED = 'REFUSED',
}
registerEnumType(AuditOutcome, { name: 'AuditOutcome' })

export enum ActorNameState {
  SHOWN = 'SHOWN',
  WITHHELD = 'WITHHELD',
  ERASED = 'ERASED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(ActorNameState, {
  name: 'ActorNameState',
  valuesConfig: {
    WITHHELD: { description: 'Of another organization: its people are its own business.' },
    ERASED: { description: 'The person asked for it; the record stays.' },
    UNKNOWN: { description: 'Nobody was signed in.' },
  },
})

@ObjectType({ simpleResolvers: true })
export class AuditActor {
  @Field(() => ID, { nullable: true, description: 'Null where the name is not shown.' })
  id!: string | null

  @Field(() => String, { description: 'Empty where it is not shown; `nameState` says why.' })
  name!: string

  @Field(() => String, { nullable: true })
  nameZh!: string | null

  @Field(() => ActorNameState)
  nameState!: ActorNameState

  @Field(() => Boolean, { description: 'A system, by its API client.' })
  isSystem!: boolean

  @Field(() => Party, { nullable: true })
  organization!: Party | null
}

@ObjectType({ simpleResolvers: true, description: 'A field before and after. Values that were erased since are null, with `erased`.' })
export class AuditChange {
  @Field(() => String)
  field!: string

  @Field(() => String, { nullable: true })
  before!: string | null

  @Field(() => String, { nullable: true })
  after!: string | null

  @Field(() => Boolean)
  erased!: boolean
}

@ObjectType({ description: 'Who did what to what, when: never changed, never deleted, and provably so once it is sealed.' })
export class AuditEntry {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { nullable: true, description: 'Its place in the log, from 0; null in the moment until it is sealed.' })
  sequence!: number | null

  @Field(() => Moment)
  at!: string

  @Field(() => String, { description: 'What was done, as CONFIRM_RECEIPT, SIGN_IN or EXPORT.' })
  action!: string

  @Field(() => AuditOutcome)
  outcome!: AuditOutcome

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  code!: string | null

  @Field(() => Int, { description: 'How often; repeated refusals are counted by the minute.' })
  count!: number

  @Field(() => ID, { nullable: true, description: 'Global id of what it was done to.' })
  subject!: string | null

  @Field(() => String, { nullable: true, description: 'What that is called, where the viewer may see it.' })
  subjectLabel!: string | null

  @Field(() => AuditActor)
  actor!: AuditActor

  @Field(() => [AuditChange], { description: 'The fields that changed; of another organization\'s doing nothing is told but that it was done.' })
  changes!: AuditChange[]

  @Field(() => String, { nullable: true })
  reason!: string | null

  @Field(() => String, { nullable: true, description: 'The network address; shown to the viewer\'s own organization.' })
  address!: string | null

  @Field(() => String, { nullable: true, description: 'SHA-256 (hex) of the record as a leaf of the RFC 6962 tree; null until it is sealed.' })
  hash!: string | null
}

export const AuditConnection = connectionOf(AuditEntry, 'Audit')
