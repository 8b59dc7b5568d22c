import { createUnionType, Field, InterfaceType, ObjectType, registerEnumType } from 'type-graphql'
import type { ClassType } from 'type-graphql'

export enum UserErrorCode {
  INVALID_INPUT = 'INVALID_INPUT',
  NOT_FOUND = 'NOT_FOUND',
  NOT_ALLOWED = 'NOT_ALLOWED',
  IDEMPOTENCY_KEY_REUSED = 'IDEMPOTENCY_KEY_REUSED',
  IN_PROGRESS = 'IN_PROGRESS',
  CONFLICT = 'CONFLICT',
  BLOCKED = 'BLOCKED',
  SIGNATURE_REFUSED = 'SIGNATURE_REFUSED',
  PROOF_REFUSED = 'PROOF_REFUSED',
  THROTTLED = 'THROTTLED',
  TOO_LARGE = 'TOO_LARGE',
}
registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  valuesConfig: {
    NOT_FOUND: { description: 'It does not exist, or the viewer may not see it: the two look alike.' },
    IN_PROGRESS: { description: 'The same request is still running: ask again in a moment with the same key.' },
    PROOF_REFUSED: { description: 'The password or one-time code by which a person proves again to be there is not right.' },
    THROTTLED: { description: 'Too many wrong tries at the account or from the address: nothing is looked at for the rest of 15 minutes.' },
    BLOCKED: { description: 'The device is recalled, quarantined, expired or scrapped, and may not be shipped on, sold or used.' },
  },
})

@InterfaceType({ description: 'Why a mutation did nothing: a mistake that the caller can put right.' })
export abstract class UserError {
  @Field(() => UserErrorCode)
  code!: UserErrorCode

  @Field(() => String, { description: 'What is wrong and what to do, for a person.' })
  message!: string

  @Field(() => [String], { nullable: true, description: 'Where in the input, as `["lines", "0", "code"]`.' })
  path!: readonly string[] | null
}

@ObjectType({ implements: UserError, simpleResolvers: true, description: 'Nothing was changed.' })
export class Refused extends UserError {}

@ObjectType({ implements: UserError, simpleResolvers: true, description: 'The key has been used for another input. Take a new key for a new request.' })
export class IdempotencyKeyReused extends UserError {}

/** The union that a mutation answers: its success or why there is none. What resolvers return says by `__typename` which it is (schema.ts). */
export const resultOf = <Success extends object>(name: string, success: ClassType<Success>): object =>
  createUnionType({ name, types: () => [success, IdempotencyKeyReused, Refused] as const })
