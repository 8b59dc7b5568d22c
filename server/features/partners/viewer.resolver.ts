import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { organizationById } from './organization.loader.ts'
import { Organization } from './organization.type.ts'
import { Viewer } from './viewer.type.ts'

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who am I here, and what may I do?' })
  viewer(@Ctx() { viewer: { person, name, nameZh, locale, roles } }: Context): Omit<Viewer, 'organization'> {
    return { id: person, name, nameZh, locale, roles }
  }

  @FieldResolver(() => Organization)
  organization(@Ctx() context: Context): Promise<Organization | null> {
    return organizationById(context).load(context.viewer.organization)
  }
}
