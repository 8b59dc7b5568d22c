import { Field, Float, ID, InputType, Int } from 'type-graphql'
import { Day, Moment } from '../../kernel/scalars.ts'
import { PatientOutcome, PatientSex } from './adverse-event.type.ts'

const optional = { nullable: true } as const

@InputType({ description: 'Facts without identity.' })
export class PatientFactsInput {
  @Field(() => Float, optional)
  ageYears?: number | null

  @Field(() => PatientSex, optional)
  sex?: PatientSex | null

  @Field(() => Float, optional)
  weightKg?: number | null
}

@InputType()
export class ReporterInput {
  @Field(() => String)
  name!: string

  @Field(() => String)
  email!: string

  @Field(() => String, optional)
  phone?: string | null

  @Field(() => String, optional)
  occupation?: string | null

  @Field(() => Boolean, optional)
  healthProfessional?: boolean | null
}

@InputType()
export class SubmitAdverseEventInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { nullable: true, description: 'The device\'s code; where no label is left, describe it.' })
  code?: string | null

  @Field(() => String, optional)
  deviceDescription?: string | null

  @Field(() => Day)
  occurredOn!: Date | string

  @Field(() => Day, { nullable: true, description: 'Where only a span is known.' })
  occurredUntil?: Date | string | null

  @Field(() => Day)
  awareOn!: Date | string

  @Field(() => String, { description: 'What happened, in the reporter\'s words. At most 4,000 characters.' })
  description!: string

  @Field(() => [PatientOutcome])
  outcomes!: PatientOutcome[]

  @Field(() => Boolean, { nullable: true, description: 'No harm came of it, but could have, or could if it happened again.' })
  couldHaveCausedHarm?: boolean | null

  @Field(() => [String], { nullable: true, description: 'IMDRF codes of annex A: at most six, the most important first.' })
  deviceProblemCodes?: string[] | null

  @Field(() => [String], optional)
  clinicalSignCodes?: string[] | null

  @Field(() => [String], optional)
  healthImpactCodes?: string[] | null

  @Field(() => [String], optional)
  componentCodes?: string[] | null

  @Field(() => PatientFactsInput, optional)
  patient?: PatientFactsInput | null

  @Field(() => Int, optional)
  patientCount?: number | null

  @Field(() => Boolean, optional)
  deviceAvailable?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Several alike at one place and time.' })
  groupEvent?: boolean | null

  @Field(() => [String], optional)
  concomitantCodes?: string[] | null

  @Field(() => [ID], { nullable: true, description: 'Documents uploaded before, by the reporter\'s organization.' })
  attachments?: string[] | null

  @Field(() => ReporterInput)
  reporter!: ReporterInput

  @Field(() => String, { nullable: true, description: 'Hub code or id of the maker, where no code of the device tells.' })
  manufacturer?: string | null

  @Field(() => ID, { nullable: true, description: 'The service ticket that it follows from.' })
  ticket?: string | null
}

@InputType()
class CaseInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  adverseEvent!: string
}

@InputType()
export class TriageAdverseEventInput extends CaseInput {
  @Field(() => String, { description: 'LOW, NORMAL, HIGH or URGENT.' })
  priority!: string

  @Field(() => Boolean, { nullable: true, description: 'A serious public health threat (MDR Art. 87(4)). Left out: as it was, as the two below.' })
  publicThreat?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Needs remedial action to prevent substantial harm (21 CFR 803.53).' })
  remedialAction?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'The harm is not among those that the risk management foresees (MDR Art. 87(5)).' })
  unexpected?: boolean | null

  @Field(() => String, { nullable: true, description: 'Id of the service ticket of the same device or lot that told of it first: the maker\'s clocks run from when it had that (21 CFR 803.3). Left out: as it was; empty: of none.' })
  ticket?: string | null

  @Field(() => String, optional)
  note?: string | null
}

@InputType({ description: 'Replaces the codes of each annex that is given.' })
export class CodeAdverseEventInput extends CaseInput {
  @Field(() => [String], optional)
  deviceProblemCodes?: string[] | null

  @Field(() => [String], optional)
  investigationCodes?: string[] | null

  @Field(() => [String], optional)
  findingCodes?: string[] | null

  @Field(() => [String], optional)
  conclusionCodes?: string[] | null

  @Field(() => [String], optional)
  clinicalSignCodes?: string[] | null

  @Field(() => [String], optional)
  healthImpactCodes?: string[] | null

  @Field(() => [String], optional)
  componentCodes?: string[] | null
}

@InputType()
export class AssessAdverseEventInput extends CaseInput {
  @Field(() => String)
  assessment!: string
}

@InputType()
export class AskReporterInput extends CaseInput {
  @Field(() => String)
  question!: string
}

@InputType()
export class AnswerReporterRequestInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  request!: string

  @Field(() => String)
  answer!: string
}

@InputType()
export class ConcludeAdverseEventInput extends CaseInput {
  @Field(() => String, { description: 'For the reporter to read.' })
  conclusion!: string
}

@InputType()
export class ReopenAdverseEventInput extends CaseInput {
  @Field(() => String)
  reason!: string
}

@InputType({ description: 'What an organization filed with an authority, in the authority\'s own system.' })
export class RecordFiledReportInput extends CaseInput {
  @Field(() => String, { description: 'The clock that it answers.' })
  rule!: string

  @Field(() => Moment)
  filedOn!: Date | string

  @Field(() => String)
  reference!: string

  @Field(() => String, optional)
  note?: string | null
}

@InputType({ description: 'Removes who reported from a case, for ever. The case stays.' })
export class EraseReporterInput extends CaseInput {
  @Field(() => String)
  reason!: string
}
