import { Field, ID, ObjectType } from 'type-graphql'
import { Party } from '../features/partners/party.type.ts'
import { Moment } from '../kernel/scalars.ts'

@ObjectType({ simpleResolvers: true, description: 'An electronic signature as 21 CFR 11.50 asks it to be shown: who, when, and what it means.' })
export class Signature {
  @Field(() => ID)
  id!: string

  @Field(() => String, { nullable: true, description: 'The printed name. Null to other organizations, which learn only whose it is.' })
  signer!: string | null

  @Field(() => String, { nullable: true })
  signerZh!: string | null

  @Field(() => Party, { nullable: true, description: 'For whom the signer acted.' })
  organization!: Party | null

  @Field(() => Moment)
  signedAt!: string

  @Field(() => String, { description: 'What was done by signing, as APPROVE_RECALL.' })
  act!: string

  @Field(() => String, { description: 'What the signature says, in the signer\'s words.' })
  meaning!: string

  @Field(() => String, { description: 'SHA-256 (hex) of the content that was signed: the signature belongs to it and to nothing else (21 CFR 11.70).' })
  hash!: string
}
