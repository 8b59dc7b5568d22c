import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'

export enum ReportForm {
  FDA_3500A = 'FDA_3500A',
  EU_MIR = 'EU_MIR',
  NMPA_CASE = 'NMPA_CASE',
  FDA_806 = 'FDA_806',
  FDA_7_53 = 'FDA_7_53',
  EU_FSN = 'EU_FSN',
  NMPA_RECALL = 'NMPA_RECALL',
  NMPA_RECALL_PROGRESS = 'NMPA_RECALL_PROGRESS',
}
registerEnumType(ReportForm, {
  name: 'ReportForm',
  description: 'A reading copy of what an authority\'s own system asks; filing happens there.',
  valuesConfig: {
    FDA_3500A: { description: 'Of a case: 21 CFR 803.52.' },
    EU_MIR: { description: 'Of a case: Manufacturer Incident Report 7.3.1.' },
    NMPA_CASE: { description: 'Of a case: 可疑医疗器械不良事件报告表.' },
    FDA_806: { description: 'Of a recall: 21 CFR 806.10(c), with all consignees.' },
    FDA_7_53: { description: 'Of a recall: status report, 21 CFR 7.53(b).' },
    EU_FSN: { description: 'Of a recall: field safety notice, MDR Art. 89(8).' },
    NMPA_RECALL: { description: 'Of a recall: 医疗器械召回事件报告表.' },
    NMPA_RECALL_PROGRESS: { description: 'Of a recall: 召回计划实施情况报告.' },
  },
})

@ObjectType({ simpleResolvers: true })
export class ReportField {
  @Field(() => String, { description: 'As in the form.' })
  number!: string

  @Field(() => String)
  label!: string

  @Field(() => String)
  labelZh!: string

  @Field(() => String, { nullable: true, description: 'Null: the hub does not know.' })
  value!: string | null

  @Field(() => Boolean, { description: 'Has to be filled in, and is not.' })
  missing!: boolean

  @Field(() => Boolean, { description: 'False: the field is remembered, and the official text has yet to be read.' })
  verified!: boolean

  @Field(() => String, { nullable: true, description: 'Why the hub leaves it to a person.' })
  note!: string | null
}

@ObjectType({ simpleResolvers: true })
export class ReportBlock {
  @Field(() => String)
  title!: string

  @Field(() => String)
  titleZh!: string

  @Field(() => [ReportField])
  fields!: ReportField[]
}

@ObjectType({ simpleResolvers: true, description: 'The fields of an authority\'s form, filled with what the hub knows.' })
export class AuthorityReport {
  @Field(() => ReportForm)
  form!: ReportForm

  @Field(() => String)
  title!: string

  @Field(() => String)
  titleZh!: string

  @Field(() => String, { description: 'Where the fields are from, and what of that was read.' })
  source!: string

  @Field(() => Moment)
  asOf!: string

  @Field(() => [ReportBlock])
  blocks!: ReportBlock[]

  @Field(() => [String], { description: 'Numbers of the fields that have to be filled in and are not.' })
  missing!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'What was filed with an authority: frozen as it was.' })
export class Filing {
  @Field(() => ID)
  id!: string

  @Field(() => ReportForm)
  form!: ReportForm

  @Field(() => String)
  authority!: string

  @Field(() => Moment)
  filedOn!: string

  @Field(() => String, { description: 'The authority\'s number.' })
  number!: string

  @Field(() => Moment)
  recordedAt!: string

  @Field(() => String, { description: 'SHA-256 (hex) of the frozen report; the audit record has it too.' })
  sha256!: string

  @Field(() => Boolean, { description: 'The report still has that sum.' })
  intact!: boolean

  @Field(() => AuthorityReport)
  report!: AuthorityReport
}

export interface FilingDone {
  readonly filingId: string
  readonly subject: string
}

@ObjectType()
export class RecordFilingSuccess implements FilingDone {
  filingId!: string
  subject!: string
}

export const RecordFilingResult = resultOf('RecordFilingResult', RecordFilingSuccess)
