import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'

@ObjectType({ simpleResolvers: true, description: 'A system that asks for the viewer\'s organization, by OAuth 2.0 client credentials.' })
export class ApiClient {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'What it calls itself at the token endpoint: `client_id`.' })
  clientId!: string

  @Field(() => String)
  name!: string

  @Field(() => [String])
  roles!: readonly string[]

  @Field(() => String, { description: 'How it proves itself, as OpenID Connect names it: client_secret_basic, private_key_jwt, tls_client_auth.' })
  authentication!: string

  @Field(() => String, { nullable: true, description: 'Subject of its certificate (RFC 4514), where it proves itself by one: `tls_client_auth` of RFC 8705.' })
  certificateSubject!: string | null

  @Field(() => Boolean, { description: 'Whether it gets tokens.' })
  active!: boolean

  @Field(() => Moment, { nullable: true })
  createdAt!: string | null

  @Field(() => Moment, { nullable: true, description: 'When it last got a token.' })
  lastUsedAt!: string | null

  @Field(() => Moment, { nullable: true, description: 'When its secret, keys or certificate were last replaced.' })
  rotatedAt!: string | null
}

export const ApiClientConnection = connectionOf(ApiClient)

const jwksText = 'JSON Web Key Set (RFC 7517) of public keys, as text: the client then proves itself by `private_key_jwt`. Without it and a certificateSubject a secret is made.'
const subjectText = 'Subject of a certificate as RFC 4514 writes it, at most 500 characters of ASCII: the client then proves itself by mTLS (`tls_client_auth`, RFC 8705, 2.1.2), on the word of the hub\'s proxy. Not with jwks: INVALID_INPUT.'

@InputType()
export class CreateClientInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { description: 'What people call the system.' })
  name!: string

  @Field(() => [String], { description: 'Roles that the organization can have.' })
  roles!: string[]

  @Field(() => String, { nullable: true, description: jwksText })
  jwks?: string | null

  @Field(() => String, { nullable: true, description: subjectText })
  certificateSubject?: string | null
}

@InputType()
export class RotateClientSecretInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  client!: string

  @Field(() => String, { nullable: true, description: jwksText })
  jwks?: string | null

  @Field(() => String, { nullable: true, description: subjectText })
  certificateSubject?: string | null
}

@InputType()
export class ChangeClientInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  client!: string

  @Field(() => [String])
  roles!: string[]

  @Field(() => Boolean, { description: 'False refuses it tokens, and those that it has, within two seconds.' })
  active!: boolean

  @Field(() => String)
  reason!: string
}

@ObjectType({ simpleResolvers: true })
export class ClientSaved {
  @Field(() => ApiClient)
  client!: ApiClient
}

@ObjectType({ simpleResolvers: true })
export class ClientProofSaved {
  @Field(() => ApiClient)
  client!: ApiClient

  @Field(() => String, { nullable: true, description: 'Shown this once: the hub keeps but its sum. Null with keys or a certificate of one\'s own, and where the request is repeated.' })
  secret!: string | null
}

export const CreateClientResult = resultOf('CreateClientResult', ClientProofSaved)
export const RotateClientSecretResult = resultOf('RotateClientSecretResult', ClientProofSaved)
export const ChangeClientResult = resultOf('ChangeClientResult', ClientSaved)
