import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { resultOf } from '../../record/refused.type.ts'

@ObjectType({ simpleResolvers: true, description: 'The viewer\'s own second factor: an authenticator app (TOTP, RFC 6238) with recovery codes.' })
export class SecondFactor {
  @Field(() => Boolean, { description: 'Whether an authenticator is set up: its code is then asked at each sign-in.' })
  active!: boolean

  @Field(() => Boolean, { description: 'Whether the viewer\'s roles must have one: it can then be replaced, and not removed.' })
  required!: boolean

  @Field(() => Int, { description: 'Recovery codes that are not used yet.' })
  recoveryCodes!: number
}

@InputType()
export class BeginSecondFactorInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { nullable: true, description: 'The viewer\'s own: needed where there is no second factor yet.' })
  password?: string | null

  @Field(() => String, { nullable: true, description: 'Of the authenticator that is to be replaced, or a recovery code.' })
  oneTimeCode?: string | null
}

@InputType()
export class ConfirmSecondFactorInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { description: 'Six digits that the new authenticator shows.' })
  oneTimeCode!: string
}

@InputType()
export class RenewRecoveryCodesInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { description: 'Of the authenticator, or a recovery code.' })
  oneTimeCode!: string
}

@InputType()
export class RemoveSecondFactorInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { nullable: true, description: 'The viewer\'s own; it or a code is needed.' })
  password?: string | null

  @Field(() => String, { nullable: true, description: 'Of the authenticator, or a recovery code.' })
  oneTimeCode?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'What the authenticator app takes. Good for ten minutes, until its first code confirms it; the factor before stays until then.' })
export class SecondFactorBegun {
  @Field(() => String, { nullable: true, description: 'Base 32, to be typed into the app; null where the request is repeated: it is shown once.' })
  secret!: string | null

  @Field(() => String, { nullable: true, description: 'The same as a picture (QR code, SVG).' })
  picture!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The factor or its recovery codes are set.' })
export class SecondFactorSaved {
  @Field(() => [String], { nullable: true, description: 'Ten codes, each good once in place of the authenticator\'s; those before are no longer good. Null where the request is repeated: they are shown once.' })
  recoveryCodes!: readonly string[] | null
}

@ObjectType({ simpleResolvers: true, description: 'The password alone signs in.' })
export class SecondFactorRemoved {
  @Field(() => Boolean)
  removed!: boolean
}

export const BeginSecondFactorResult = resultOf('BeginSecondFactorResult', SecondFactorBegun)
export const ConfirmSecondFactorResult = resultOf('ConfirmSecondFactorResult', SecondFactorSaved)
export const RenewRecoveryCodesResult = resultOf('RenewRecoveryCodesResult', SecondFactorSaved)
export const RemoveSecondFactorResult = resultOf('RemoveSecondFactorResult', SecondFactorRemoved)
