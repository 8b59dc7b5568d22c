import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Node } from '../../kernel/node.ts'
import { Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'
import type { RejectedLine } from '../../record/rejected-line.type.ts'
import { RecallDisposition } from '../custody/item.type.ts'
import { Party } from '../partners/party.type.ts'

export enum RecallNoticeStatus {
  ISSUED = 'ISSUED',
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  PARTLY_RESPONDED = 'PARTLY_RESPONDED',
  RESPONDED = 'RESPONDED',
  OVERDUE = 'OVERDUE',
}
registerEnumType(RecallNoticeStatus, { name: 'RecallNoticeStatus', valuesConfig: { OVERDUE: { description: 'The day to answer by is over, and the answer is not complete.' } } })

export enum NoticeRole {
  HOLDER = 'HOLDER',
  USER = 'USER',
  RECIPIENT = 'RECIPIENT',
  FOUND = 'FOUND',
  OWNER = 'OWNER',
  FORWARDER = 'FORWARDER',
  ORIGIN = 'ORIGIN',
}
registerEnumType(NoticeRole, {
  name: 'NoticeRole',
  description: 'Why somebody got a notice.',
  valuesConfig: {
    USER: { description: 'It was used or implanted there.' },
    RECIPIENT: { description: 'It is on its way to this one.' },
    FOUND: { description: 'The recipient found it, and the record had not known.' },
    OWNER: { description: 'Its goods in another\'s hands.' },
    FORWARDER: { description: 'Had it before and passed it on: asked to forward the notice.' },
    ORIGIN: { description: 'The supplier of the lot that the recall stems from.' },
  },
})

@ObjectType({ implements: Node, simpleResolvers: true, description: 'One recall as told to one organization, with exactly its devices. It exists for its recipient and for the maker alone.' })
export class RecallNotice implements Node {
  @Field(() => ID)
  id!: string

  /** Id of the recall. */
  recallId!: string

  @Field(() => Party, { description: 'Without a name where a distributor keeps its customers\' names from the maker.' })
  recipient!: Party

  @Field(() => [NoticeRole], { description: 'All reasons why it was sent.' })
  roles!: NoticeRole[]

  @Field(() => RecallNoticeStatus)
  status!: RecallNoticeStatus

  @Field(() => Moment)
  issuedAt!: string

  @Field(() => Moment, { nullable: true })
  acknowledgedAt!: string | null

  @Field(() => Moment, { nullable: true, description: 'The newest answer.' })
  respondedAt!: string | null

  @Field(() => Moment, { nullable: true })
  respondBy!: string | null

  @Field(() => Int)
  itemCount!: number

  @Field(() => Int, { description: 'Items that are still to be answered.' })
  outstandingCount!: number

  @Field(() => Boolean, { nullable: true })
  noneHeld!: boolean | null

  @Field(() => Float, { nullable: true, description: 'How much was on hand when the notice came, as the recipient told.' })
  quantityOnHand!: number | null

  @Field(() => Boolean, { description: 'Whether it is the viewer\'s organization that answers it: its recipient, or in a drill the maker in everybody\'s place.' })
  answerable!: boolean

  @Field(() => [String], { description: 'Numbers under which the same recall reached the recipient by other ways, as it told. For the recipient alone.' })
  outsideNumbers!: string[]

  @Field(() => Boolean, { description: 'Issued later, because something recalled was received after the recall.' })
  late!: boolean

  @Field(() => Boolean, { description: 'Of a drill: the recipient never sees it.' })
  drill!: boolean
}

export const RecallNoticeConnection = connectionOf(RecallNotice)

@ObjectType({ simpleResolvers: true })
export class RecallResponseLine {
  @Field(() => String)
  code!: string

  @Field(() => RecallDisposition)
  disposition!: RecallDisposition

  @Field(() => Float, { nullable: true })
  quantity!: number | null
}

@ObjectType({ simpleResolvers: true, description: 'An answer as it was given; a later one may correct it.' })
export class RecallResponse {
  @Field(() => ID)
  id!: string

  @Field(() => Moment)
  at!: string

  @Field(() => Boolean)
  noneHeld!: boolean

  @Field(() => Boolean)
  completed!: boolean

  @Field(() => Float, { nullable: true })
  quantityOnHand!: number | null

  @Field(() => String, { nullable: true })
  comment!: string | null

  @Field(() => [RecallResponseLine])
  lines!: RecallResponseLine[]
}

@ObjectType({ simpleResolvers: true, description: 'For the maker alone.' })
export class EffectivenessCheck {
  @Field(() => ID)
  id!: string

  @Field(() => Moment)
  at!: string

  @Field(() => String)
  method!: string

  @Field(() => Boolean)
  effective!: boolean

  @Field(() => String, { nullable: true })
  note!: string | null
}

export interface NoticeDone {
  readonly noticeId: string
}

@ObjectType()
export class AcknowledgeRecallNoticeSuccess implements NoticeDone {
  noticeId!: string
}

@ObjectType()
export class RespondToRecallNoticeSuccess implements NoticeDone {
  noticeId!: string
  rejected!: RejectedLine[]
}

@ObjectType()
export class RecordEffectivenessCheckSuccess implements NoticeDone {
  noticeId!: string
}

export const AcknowledgeRecallNoticeResult = resultOf('AcknowledgeRecallNoticeResult', AcknowledgeRecallNoticeSuccess)
export const RespondToRecallNoticeResult = resultOf('RespondToRecallNoticeResult', RespondToRecallNoticeSuccess)
export const RecordEffectivenessCheckResult = resultOf('RecordEffectivenessCheckResult', RecordEffectivenessCheckSuccess)
