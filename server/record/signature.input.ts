import { Field, InputType } from 'type-graphql'

@InputType({ description: 'An electronic signature: who signs authenticates again, here or at the company\'s own provider, and says what it means.' })
export class SignatureInput {
  @Field(() => String, { nullable: true })
  password?: string | null

  @Field(() => String, { nullable: true, description: 'Of the second factor, where the person has one.' })
  oneTimeCode?: string | null

  @Field(() => String, { nullable: true, description: 'The ticket of a fresh sign-in at the company\'s own provider, for one use.' })
  reauthentication?: string | null

  @Field(() => String, { description: 'What the signature says, in the signer\'s words; it is shown and printed with it (21 CFR 11.50).' })
  meaning!: string
}
