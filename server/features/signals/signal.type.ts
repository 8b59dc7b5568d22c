import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { resultOf } from '../../record/refused.type.ts'
import { Party } from '../partners/party.type.ts'
import { type SignalKind, signalKinds } from './signal.rules.ts'

export const SignalKindEnum = Object.fromEntries(signalKinds.map((kind) => [kind, kind])) as { readonly [Kind in SignalKind]: Kind }
registerEnumType(SignalKindEnum, { name: 'SignalKind', description: 'What cases share: their lot, a material or component lot in it, the supplier of one, the model, the site where the lot was made, or the organization that reported.' })

@ObjectType({ description: 'More cases on something than the maker\'s other devices of the same models let expect. A question, never a proof.' })
export class Signal {
  @Field(() => SignalKindEnum, { simple: true })
  kind!: SignalKind

  @Field(() => ID, { simple: true, description: 'Of the lot, organization, product or site.' })
  thing!: string

  @Field(() => String, { simple: true })
  name!: string

  @Field(() => String, { nullable: true, simple: true })
  nameZh!: string | null

  @Field(() => String, { nullable: true, simple: true, description: 'Lot number, model or code of the site.' })
  number!: string | null

  @Field(() => Party, { nullable: true, simple: true, description: 'The supplier of the lot, or the organization itself. Null for what the maker made.' })
  supplier!: Party | null

  @Field(() => Int, { simple: true, description: 'Cases observed, of models that also have devices without the thing.' })
  cases!: number

  @Field(() => Float, { simple: true, description: 'Exposure: its devices in stock or used outside of the maker.' })
  devices!: number

  @Field(() => Float, { simple: true, description: 'Cases that the rate of the other devices of the same models lets expect.' })
  expected!: number

  @Field(() => Float, { simple: true, description: 'Cases over expected cases.' })
  ratio!: number

  @Field(() => Float, { simple: true, description: 'How probable as many cases or more are (one-sided exact Poisson test on exposure).' })
  p!: number

  @Field(() => Float, { simple: true, description: 'p below it is a signal: alpha, over the kinds and over the things of this kind (Bonferroni).' })
  threshold!: number

  @Field(() => String, { simple: true, description: 'The field of RecallScopeInput that names it: batches, materialLots, suppliers, products or sites.' })
  scopeField!: string

  @Field(() => [String], { simple: true, description: 'What stands in that field. Of an organization that reported: the lots that it reported.' })
  scopeCodes!: string[]

  /** Since when its cases count; empty text for all. */
  since!: string
}

@ObjectType({ simpleResolvers: true })
export class SignalLook {
  @Field(() => SignalKindEnum)
  kind!: SignalKind

  @Field(() => Int, { description: 'How many things of the kind were looked at.' })
  looked!: number

  @Field(() => Float, { description: 'p below which there is a signal.' })
  threshold!: number
}

@ObjectType({ simpleResolvers: true, description: 'Signals, with the method that found them. Exposure is what is in stock or used outside of the maker now.' })
export class SignalReport {
  @Field(() => [Signal], { description: 'The most improbable first.' })
  signals!: Signal[]

  @Field(() => [SignalLook])
  looks!: SignalLook[]

  @Field(() => Int, { description: 'Fewer cases are no signal.' })
  leastCases!: number

  @Field(() => Float, { description: 'Share of false signals that is accepted among everything looked at.' })
  alpha!: number

  @Field(() => Float, { description: 'Cases added to the others\' of each model, so that no rate is zero.' })
  prior!: number
}

@ObjectType()
export class OpenSignalTaskSuccess {
  findingId!: string
}

export const OpenSignalTaskResult = resultOf('OpenSignalTaskResult', OpenSignalTaskSuccess)
