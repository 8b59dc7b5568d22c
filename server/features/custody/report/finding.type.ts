import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../../kernel/connection.ts'
import { Moment } from '../../../kernel/scalars.ts'
import { resultOf } from '../../../record/refused.type.ts'
import { Party } from '../../partners/party.type.ts'
import { findingCodes } from '../finding-codes.ts'
import type { FindingClearing } from './finding.cypher.ts'

enum FindingClearedHow {
  PERSON = 'PERSON',
  REPORT = 'REPORT',
  JOINED = 'JOINED',
  CORRECTED = 'CORRECTED',
}
registerEnumType(FindingClearedHow, {
  name: 'FindingClearedHow',
  description: 'What cleared a finding.',
  valuesConfig: {
    PERSON: { description: 'A person, with a note.' },
    REPORT: { description: 'What was reported later.' },
    JOINED: { description: 'What was not known became known, and what waited for it was filed.' },
    CORRECTED: { description: 'What was reported was declared an error.' },
  },
})

@ObjectType({ simpleResolvers: true, description: 'Who of the viewer\'s organization sees to a finding.' })
class FindingAssignee {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  nameZh!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'An event that waits until what it names is known.' })
class WaitingEvent {
  @Field(() => String)
  type!: string

  @Field(() => String, { nullable: true })
  bizStep!: string | null

  @Field(() => Moment)
  eventTime!: string

  @Field(() => Moment, { description: 'When it came.' })
  recordTime!: string
}

@ObjectType({ description: 'What reports say against each other, or against reason: kept, and cleared by later reports or by a person.' })
export class Finding {
  @Field(() => ID, { simple: true })
  id!: string

  @Field(() => String, { simple: true, description: `One of ${findingCodes.join(', ')}.` })
  code!: string

  @Field(() => Moment, { simple: true })
  raisedAt!: string

  @Field(() => Int, { simple: true, description: 'Since it was raised, or how long it stood open, in days.' })
  ageDays!: number

  @Field(() => Moment, { nullable: true, simple: true })
  clearedAt!: string | null

  @Field(() => Boolean, { simple: true, description: 'By a person; otherwise by what was reported later.' })
  clearedByPerson!: boolean

  @Field(() => FindingClearedHow, { nullable: true, simple: true, description: 'What cleared it.' })
  clearedHow!: FindingClearing | null

  @Field(() => FindingAssignee, { nullable: true, simple: true, description: 'Who of the viewer\'s organization has taken it on.' })
  assignee!: FindingAssignee | null

  @Field(() => Boolean, { simple: true, description: 'It is about a product of the viewer\'s own.' })
  ofViewer!: boolean

  @Field(() => String, { nullable: true, simple: true, description: 'Of UNKNOWN_SERIAL: what was named, as GS1 Digital Link (a serial, lot or SSCC). Of CORRECTION_PENDING: the eventID of what is to correct it.' })
  named!: string | null

  @Field(() => [WaitingEvent], { simple: true, description: 'Of UNKNOWN_SERIAL: what was reported of it and waits until it is known to its reporter, at most 20.' })
  waiting!: WaitingEvent[]

  @Field(() => String, { nullable: true, simple: true, description: 'How it was cleared.' })
  note!: string | null

  @Field(() => String, { nullable: true, simple: true, description: 'Of a signal of adverse events (CASE_SIGNAL): its numbers when the task was made.' })
  detail!: string | null

  @Field(() => Party, { nullable: true, simple: true, description: 'Whose report raised it: it is theirs to clear, and the maker\'s.' })
  owner!: Party | null

  serialId!: string | null
  batchId!: string | null
  eventId!: string | null
}

export const FindingConnection = connectionOf(Finding)

@ObjectType()
export class ClearFindingSuccess {
  findingId!: string
}
export const ClearFindingResult = resultOf('ClearFindingResult', ClearFindingSuccess)

@ObjectType()
export class AssignFindingSuccess {
  findingId!: string
}
export const AssignFindingResult = resultOf('AssignFindingResult', AssignFindingSuccess)
