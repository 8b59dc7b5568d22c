import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Node } from '../../kernel/node.ts'
import { Day, Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'

export enum RecallStatus {
  DRAFT = 'DRAFT',
  IN_REVIEW = 'IN_REVIEW',
  ONGOING = 'ONGOING',
  COMPLETED = 'COMPLETED',
  TERMINATED = 'TERMINATED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(RecallStatus, { name: 'RecallStatus', description: 'TERMINATED is the authority\'s word, COMPLETED the firm\'s.' })

export enum RecallClass {
  I = 'I',
  II = 'II',
  III = 'III',
}
registerEnumType(RecallClass, { name: 'RecallClass', description: 'The recalling firm\'s own severity.' })

export enum RecallAction {
  STOP_USE = 'STOP_USE',
  QUARANTINE = 'QUARANTINE',
  RETURN = 'RETURN',
  DESTROY = 'DESTROY',
  REPLACE = 'REPLACE',
  INSPECT = 'INSPECT',
  REPAIR = 'REPAIR',
  SOFTWARE_UPDATE = 'SOFTWARE_UPDATE',
  LABELLING_CHANGE = 'LABELLING_CHANGE',
  PATIENT_FOLLOW_UP = 'PATIENT_FOLLOW_UP',
  ADVISORY = 'ADVISORY',
}
registerEnumType(RecallAction, { name: 'RecallAction' })

@ObjectType({ implements: Node, simpleResolvers: true, description: 'Devices called back by their maker.' })
export class Recall implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  reference!: string

  @Field(() => String)
  title!: string

  @Field(() => String, { nullable: true })
  titleZh!: string | null

  @Field(() => String)
  reason!: string

  @Field(() => RecallStatus)
  status!: RecallStatus

  @Field(() => RecallClass)
  classification!: RecallClass

  @Field(() => [RecallAction])
  actions!: RecallAction[]

  @Field(() => Boolean, { description: 'A drill notifies nobody outside.' })
  drill!: boolean

  @Field(() => Moment, { nullable: true })
  approvedAt!: string | null

  @Field(() => Moment, { nullable: true })
  closedAt!: string | null

  @Field(() => Moment, { nullable: true, description: 'When holders are to have answered.' })
  respondBy!: string | null

  @Field(() => String, { nullable: true, description: 'What may happen to a patient.' })
  riskStatement!: string | null

  @Field(() => String, { nullable: true, description: 'The reason in Chinese.' })
  reasonZh!: string | null

  @Field(() => String, { nullable: true, description: 'The risk in Chinese.' })
  riskStatementZh!: string | null

  @Field(() => Moment, { nullable: true, description: 'When the draft was begun: from here the recall is clocked. For the maker alone.' })
  draftedAt!: string | null

  @Field(() => Day, { nullable: true })
  estimatedCompletion!: string | null

  @Field(() => String, { nullable: true, description: 'What was found when it was closed. For the maker alone.' })
  conclusion!: string | null

  @Field(() => String, { nullable: true, description: 'The authority that ended it, with its reference.' })
  authorityReference!: string | null
}

export const RecallConnection = connectionOf(Recall)

/** What a mutation's transaction gives back: the object is loaded afresh by its field. */
export interface RecallDone {
  readonly recallId: string
}

@ObjectType()
export class DraftRecallSuccess implements RecallDone {
  recallId!: string
}

@ObjectType()
export class ApproveRecallSuccess implements RecallDone {
  recallId!: string
}

@ObjectType()
export class CloseRecallSuccess implements RecallDone {
  recallId!: string
}

@ObjectType({ description: 'A step that needs no signature, or an amendment.' })
export class ChangeRecallSuccess implements RecallDone {
  recallId!: string
}

export const DraftRecallResult = resultOf('DraftRecallResult', DraftRecallSuccess)
export const ApproveRecallResult = resultOf('ApproveRecallResult', ApproveRecallSuccess)
export const CloseRecallResult = resultOf('CloseRecallResult', CloseRecallSuccess)
export const ChangeRecallResult = resultOf('ChangeRecallResult', ChangeRecallSuccess)
