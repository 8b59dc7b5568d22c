import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { change } from '../../record/change.ts'
import { changeOrganization, createOrganization, managedBy, setOrganizationActive } from './manage-organizations.ts'
import { invite, tellOfAdministrator } from './manage-people.ts'
import { addSite, changeSite } from './manage-sites.ts'
import { administratorOf } from './check-input.ts'
import {
  AddSiteInput, AddSiteResult, ChangeOrganizationInput, ChangeOrganizationResult, ChangeSiteInput, ChangeSiteResult, CreateOrganizationInput, CreateOrganizationResult, InviteAdministratorInput,
  InviteAdministratorResult, OrganizationSaved, SetOrganizationActiveInput, SetOrganizationActiveResult,
} from './organization-change.type.ts'
import { organizationById } from './organization.loader.ts'
import { Organization } from './organization.type.ts'

const saved = async (organizationId: Promise<string>): Promise<object> => ({ __typename: 'OrganizationSaved', organizationId: await organizationId })

@Resolver(() => OrganizationSaved)
export class OrganizationChangeResolver {
  @FieldResolver(() => Organization)
  organization(@Ctx() context: Context, @Root() { organizationId }: OrganizationSaved): Promise<Organization | null> {
    return organizationById(context).load(organizationId)
  }

  @Mutation(() => CreateOrganizationResult, { description: 'The hub\'s operator takes an organization in, with its main site.' })
  createOrganization(@Arg('input', () => CreateOrganizationInput) input: CreateOrganizationInput, @Ctx() context: Context): Promise<object> {
    return change(context, { action: 'MANAGE_ORGANIZATIONS', idempotencyKey: input.idempotencyKey, input }, (change) => saved(createOrganization(change, input)))
  }

  @Mutation(() => ChangeOrganizationResult, { description: 'Name, address, telephone of the viewer\'s own organization; the operator changes any, and its numbers. What is not given is emptied.' })
  changeOrganization(@Arg('input', () => ChangeOrganizationInput) input: ChangeOrganizationInput, @Ctx() context: Context): Promise<object> {
    return change(context, { action: 'EDIT_ORGANIZATION', idempotencyKey: input.idempotencyKey, input, subject: input.organization }, (change) => saved(changeOrganization(change, input)))
  }

  @Mutation(() => SetOrganizationActiveResult, { description: 'The hub\'s operator ends an organization\'s work with the hub, or lets it go on.' })
  setOrganizationActive(@Arg('input', () => SetOrganizationActiveInput) input: SetOrganizationActiveInput, @Ctx() context: Context): Promise<object> {
    return change(context, { action: 'MANAGE_ORGANIZATIONS', idempotencyKey: input.idempotencyKey, input, subject: input.organization }, (change) => saved(setOrganizationActive(change, input)))
  }

  @Mutation(() => InviteAdministratorResult, { description: 'The hub\'s operator gives an organization an administrator, who invites the others.' })
  async inviteAdministrator(@Arg('input', () => InviteAdministratorInput) input: InviteAdministratorInput, @Ctx() context: Context): Promise<object> {
    let link: string | undefined
    const answer = await change(context, { action: 'MANAGE_ORGANIZATIONS', idempotencyKey: input.idempotencyKey, input, subject: input.organization }, async (change) => {
      const { id, kinds } = await managedBy(change, input.organization)
      const { person, path } = await invite(change, { ...input, roles: [administratorOf(kinds)] }, id)
      link = path
      tellOfAdministrator(change, id, person)
      return { __typename: 'OrganizationSaved', organizationId: id }
    })
    if (link !== undefined && answer.__typename === 'OrganizationSaved') await context.sendInvitation(input.email, link)
    return answer
  }

  @Mutation(() => AddSiteResult, { description: 'A further place of the viewer\'s own organization; the operator adds one to any.' })
  addSite(@Arg('input', () => AddSiteInput) input: AddSiteInput, @Ctx() context: Context): Promise<object> {
    return change(context, { action: 'EDIT_ORGANIZATION', idempotencyKey: input.idempotencyKey, input, subject: input.organization }, (change) => saved(addSite(change, input)))
  }

  @Mutation(() => ChangeSiteResult, { description: 'What a site is called and is. What is not given is emptied.' })
  changeSite(@Arg('input', () => ChangeSiteInput) input: ChangeSiteInput, @Ctx() context: Context): Promise<object> {
    return change(context, { action: 'EDIT_ORGANIZATION', idempotencyKey: input.idempotencyKey, input }, (change) => saved(changeSite(change, input)))
  }
}
