import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, selects, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { searchWords } from '../../kernel/search-words.ts'
import { organizationCount, organizationPage, organizationSearchCount, organizationSearchPage } from './organization.cypher.ts'
import { OrganizationKind } from './organization-kind.ts'
import { organizationById, sitesOfOrganization } from './organization.loader.ts'
import { Organization, OrganizationConnection } from './organization.type.ts'
import { Site } from './site.type.ts'

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, { nullable: true })
  organization(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<Organization | null> {
    return organizationById(context).load(id)
  }

  @Query(() => OrganizationConnection, { description: 'Whom the viewer may deal with: to sell to, buy from, report to. By name.' })
  async organizations(
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('kind', () => OrganizationKind, { nullable: true }) kind?: OrganizationKind,
    @Arg('search', () => String, { nullable: true }) search?: string,
  ): Promise<Connection<Organization>> {
    const filter = { kind: kind ?? null, words: searchWords(search) }
    const page = pageOf(args, 20)
    const [pages, counts] = filter.words ? [organizationSearchPage, organizationSearchCount] : [organizationPage, organizationCount]
    const [rows, [count]] = await Promise.all([
      graph.read(pages, { ...filter, ...page }),
      selects(info, 'totalCount') ? graph.read(counts, filter) : [{ total: 0 }],
    ])
    return toConnection(rows, page, count?.total ?? 0, (row) => row.place, (row) => row.organization)
  }

  @FieldResolver(() => [Site], { description: 'Its places; wards of others are not shown.' })
  sites(@Ctx() context: Context, @Root() organization: Organization): Promise<Site[]> {
    return sitesOfOrganization(context).load(organization.id)
  }
}
