import { Field, Int, ObjectType } from 'type-graphql'

@ObjectType({ description: 'The Merkle tree (RFC 6962) over every record of the hub. Keep a checkpoint, and nobody can rewrite what came before it unseen.' })
export class AuditLog {
  @Field(() => Int, { description: 'How many records are sealed.' })
  size!: number

  @Field(() => Int, { description: 'How many records were found that the hub did not write as they stood: written by hand into the database, or edited there before they were sealed. They are kept apart, and each has a record RECORD_BREACH.' })
  apart!: number

  @Field(() => String, { nullable: true, description: 'The newest checkpoint: a C2SP signed note with root and size, signed with Ed25519.' })
  checkpoint!: string | null

  @Field(() => String, { nullable: true, description: 'The key that signs them, as name+id+key.' })
  verifierKey!: string | null
}
