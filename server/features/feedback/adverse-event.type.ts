import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Node } from '../../kernel/node.ts'
import { Day, Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'
import { Party } from '../partners/party.type.ts'

export enum PatientOutcome {
  DEATH = 'DEATH',
  LIFE_THREATENING = 'LIFE_THREATENING',
  HOSPITALISATION = 'HOSPITALISATION',
  DISABILITY = 'DISABILITY',
  CONGENITAL_ANOMALY = 'CONGENITAL_ANOMALY',
  INTERVENTION_REQUIRED = 'INTERVENTION_REQUIRED',
  OTHER_SERIOUS = 'OTHER_SERIOUS',
  MINOR_HARM = 'MINOR_HARM',
  NO_HARM = 'NO_HARM',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(PatientOutcome, { name: 'PatientOutcome' })

export enum PatientSex {
  FEMALE = 'FEMALE',
  MALE = 'MALE',
  OTHER = 'OTHER',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(PatientSex, { name: 'PatientSex' })

@ObjectType({ simpleResolvers: true, description: 'Something in a free text that looks as if it told who a patient is: look again, and take it out.' })
export class IdentityWarning {
  @Field(() => String, { description: 'ID_NUMBER, PHONE, EMAIL, RECORD_NUMBER, NAME or BIRTH_DATE.' })
  code!: string

  @Field(() => String)
  found!: string
}

@ObjectType({ simpleResolvers: true, description: 'A term of IMDRF\'s adverse event terminology.' })
export class ImdrfTerm {
  @Field(() => String)
  code!: string

  @Field(() => String)
  term!: string

  @Field(() => String)
  definition!: string

  @Field(() => String, { description: 'A device problem, B type of investigation, C findings, D conclusion, E clinical signs, F health impact, G components.' })
  annex!: string
}

@ObjectType({ simpleResolvers: true, description: 'Who reported: for the maker\'s teams and the reporter\'s own organization. Kept apart, and gone once it is erased.' })
export class Reporter {
  @Field(() => String)
  name!: string

  @Field(() => String)
  email!: string

  @Field(() => String, { nullable: true })
  phone!: string | null

  @Field(() => String, { nullable: true })
  occupation!: string | null

  @Field(() => Boolean, { nullable: true })
  healthProfessional!: boolean | null
}

@ObjectType({ simpleResolvers: true, description: 'A question of the maker to the reporter, and its answer.' })
export class ReporterRequest {
  @Field(() => ID)
  id!: string

  @Field(() => Moment)
  askedAt!: string

  @Field(() => String)
  question!: string

  @Field(() => Moment, { nullable: true })
  answeredAt!: string | null

  @Field(() => String, { nullable: true })
  answer!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'What was filed with an authority, in the authority\'s own system.' })
export class FiledReport {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'The clock that it answers.' })
  rule!: string

  @Field(() => Moment)
  filedOn!: string

  @Field(() => String, { description: 'The authority\'s number.' })
  reference!: string

  @Field(() => String, { nullable: true })
  note!: string | null
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'Something that went wrong with a device. Its reporter\'s organization and the maker of the device see it.' })
export class AdverseEvent implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  caseNumber!: string

  @Field(() => String, { description: 'RECEIVED, TRIAGED, ASSESSED, CONCLUDED.' })
  status!: string

  @Field(() => Moment)
  receivedAt!: string

  @Field(() => Day)
  occurredOn!: string

  @Field(() => Day, { nullable: true })
  occurredUntil!: string | null

  @Field(() => Day)
  awareOn!: string

  @Field(() => String)
  description!: string

  @Field(() => String, { nullable: true })
  deviceDescription!: string | null

  @Field(() => String, { nullable: true, description: 'As it was scanned or typed.' })
  code!: string | null

  @Field(() => [PatientOutcome])
  outcomes!: PatientOutcome[]

  @Field(() => Boolean)
  couldHaveCausedHarm!: boolean

  @Field(() => Boolean)
  groupEvent!: boolean

  @Field(() => Boolean, { nullable: true })
  deviceAvailable!: boolean | null

  @Field(() => Int, { nullable: true })
  patientCount!: number | null

  @Field(() => Float, { nullable: true })
  patientAgeYears!: number | null

  @Field(() => PatientSex, { nullable: true })
  patientSex!: PatientSex | null

  @Field(() => Float, { nullable: true })
  patientWeightKg!: number | null

  @Field(() => [String], { description: 'IMDRF annex A, the most important first.' })
  deviceProblemCodes!: string[]

  @Field(() => [String], { description: 'IMDRF annex E.' })
  clinicalSignCodes!: string[]

  @Field(() => [String], { description: 'IMDRF annex F.' })
  healthImpactCodes!: string[]

  @Field(() => [String], { description: 'IMDRF annex G.' })
  componentCodes!: string[]

  @Field(() => [String], { description: 'IMDRF annex B, by the maker\'s investigation.' })
  investigationCodes!: string[]

  @Field(() => [String], { description: 'IMDRF annex C.' })
  findingCodes!: string[]

  @Field(() => [String], { description: 'IMDRF annex D.' })
  conclusionCodes!: string[]

  @Field(() => String, { nullable: true, description: 'Release of the terms when it was coded.' })
  codingRelease!: string | null

  @Field(() => [String])
  concomitantCodes!: string[]

  @Field(() => Party, { description: 'Who reported.' })
  reportedBy!: Party

  @Field(() => Party, { nullable: true, description: 'Whose device it is; null where no code tells.' })
  manufacturer!: Party | null

  @Field(() => String, { nullable: true, description: 'LOW, NORMAL, HIGH or URGENT, by the maker\'s triage. For the maker alone, as are the four below.' })
  priority!: string | null

  @Field(() => String, { nullable: true })
  assessment!: string | null

  @Field(() => Boolean, { nullable: true, description: 'A serious public health threat (MDR Art. 87(4)).' })
  publicThreat!: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Needs remedial action to prevent substantial harm (21 CFR 803.53).' })
  remedialAction!: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'The harm is not among those that the risk management foresees (MDR Art. 87(5)).' })
  unexpected!: boolean | null

  @Field(() => String, { nullable: true, description: 'What the maker tells the reporter in the end.' })
  conclusion!: string | null

  @Field(() => Moment, { nullable: true })
  concludedAt!: string | null
}

export const AdverseEventConnection = connectionOf(AdverseEvent)

export interface CaseDone {
  readonly caseId: string
}

@ObjectType()
export class SubmitAdverseEventSuccess implements CaseDone {
  caseId!: string
}

@ObjectType()
export class HandleAdverseEventSuccess implements CaseDone {
  caseId!: string
}

export const SubmitAdverseEventResult = resultOf('SubmitAdverseEventResult', SubmitAdverseEventSuccess)
export const HandleAdverseEventResult = resultOf('HandleAdverseEventResult', HandleAdverseEventSuccess)
