import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { resultOf } from '../../record/refused.type.ts'
import { OrganizationKind } from './organization-kind.ts'

@InputType()
export class OrganizationFactsInput {
  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  nameZh?: string | null

  @Field(() => String, { nullable: true })
  address?: string | null

  @Field(() => String, { nullable: true })
  phone?: string | null

  @Field(() => String, { nullable: true, description: 'Global Location Number (GS1). The hub\'s operator gives it, since events find their party by it.' })
  gln?: string | null

  @Field(() => String, { nullable: true, description: 'Unified social credit code (China). The hub\'s operator gives it.' })
  uscc?: string | null

  @Field(() => String, { nullable: true, description: 'GS1 company prefix, 4 to 12 digits, from which the organization\'s cartons and pallets are numbered (assignSscc). The hub\'s operator gives it.' })
  companyPrefix?: string | null
}

@InputType()
export class CreateOrganizationInput extends OrganizationFactsInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { description: 'The hub\'s own code: capital letters, digits, dashes; never changed.' })
  code!: string

  @Field(() => [OrganizationKind])
  kinds!: OrganizationKind[]

  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  country!: string
}

@InputType()
export class ChangeOrganizationInput extends OrganizationFactsInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  organization!: string

  @Field(() => String)
  reason!: string
}

@InputType()
export class SetOrganizationActiveInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  organization!: string

  @Field(() => Boolean, { description: 'False ends its people\'s and systems\' access within two seconds; its administrators can still fetch its statutory records.' })
  active!: boolean

  @Field(() => String)
  reason!: string
}

@InputType()
export class InviteAdministratorInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  organization!: string

  @Field(() => String)
  username!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { description: 'Where the link goes that sets the first password.' })
  email!: string
}

@InputType()
export class SiteFactsInput {
  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  nameZh?: string | null

  @Field(() => String, { nullable: true, description: 'PLANT, WORKSHOP, WAREHOUSE, HOSPITAL, WARD, CLINIC, OFFICE, STORE, LABORATORY, SERVICE_CENTRE, OPERATING_ROOM.' })
  kind?: string | null

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2; the organization\'s where none is given.' })
  country?: string | null

  @Field(() => String, { nullable: true, description: 'Global Location Number (GS1). The hub\'s operator gives it.' })
  gln?: string | null
}

@InputType()
export class AddSiteInput extends SiteFactsInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  organization!: string

  @Field(() => String, { description: 'What follows the organization\'s code: `ICU` of `CJUH` is `CJUH-ICU`.' })
  place!: string
}

@InputType()
export class ChangeSiteInput extends SiteFactsInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  site!: string

  @Field(() => String)
  reason!: string
}

@ObjectType()
export class OrganizationSaved {
  organizationId!: string
}

export const CreateOrganizationResult = resultOf('CreateOrganizationResult', OrganizationSaved)
export const ChangeOrganizationResult = resultOf('ChangeOrganizationResult', OrganizationSaved)
export const SetOrganizationActiveResult = resultOf('SetOrganizationActiveResult', OrganizationSaved)
export const InviteAdministratorResult = resultOf('InviteAdministratorResult', OrganizationSaved)
export const AddSiteResult = resultOf('AddSiteResult', OrganizationSaved)
export const ChangeSiteResult = resultOf('ChangeSiteResult', OrganizationSaved)
