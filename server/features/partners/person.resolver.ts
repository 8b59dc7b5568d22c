import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql'
import { isAllowed } from '../../access/may.ts'
import { type Connection, emptyConnection, PageArgs, pageOf, selects, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { change } from '../../record/change.ts'
import { lookOnce } from '../../record/look-once.ts'
import { changePerson, invite } from './manage-people.ts'
import { ownPeople, ownPeopleCount } from './person.cypher.ts'
import { ChangePersonInput, ChangePersonResult, InvitePersonInput, InvitePersonResult, type Person, PersonConnection } from './person.type.ts'

@Resolver()
export class PersonResolver {
  @Query(() => PersonConnection, { description: 'The people of the viewer\'s own organization by username, for its administrators; empty for others. Each look is recorded.' })
  async people(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs): Promise<Connection<Person>> {
    const { graph, viewer } = context
    const page = pageOf(args, 20)
    if (!isAllowed(viewer, 'MANAGE_PEOPLE')) return emptyConnection()
    const [rows, [count]] = await Promise.all([graph.read(ownPeople, page), selects(info, 'totalCount') ? graph.read(ownPeopleCount, {}) : []])
    await lookOnce(context, { subject: viewer.organization, field: 'people' })
    return toConnection(rows, page, count?.total ?? 0, ({ person }) => person.username, ({ person }) => person)
  }

  @Mutation(() => InvitePersonResult, { description: 'Makes an account in the viewer\'s own organization and sends a link that sets its password, once, within seven days.' })
  async invitePerson(@Arg('input', () => InvitePersonInput) { idempotencyKey, ...input }: InvitePersonInput, @Ctx() context: Context): Promise<object> {
    let link: string | undefined
    const answer = await change(context, { action: 'MANAGE_PEOPLE', idempotencyKey, input }, async (change) => {
      const { person, path } = await invite(change, { idempotencyKey, ...input })
      link = path
      return { __typename: 'PersonSaved', person }
    })
    // Only whoever made the account sends: the same request repeated has no link, of which but the sum is kept.
    if (link !== undefined && answer.__typename === 'PersonSaved') await context.sendInvitation(input.email, link)
    return answer
  }

  @Mutation(() => ChangePersonResult, { description: 'Changes the roles of a colleague, or shuts one out.' })
  changePerson(@Arg('input', () => ChangePersonInput) { idempotencyKey, ...input }: ChangePersonInput, @Ctx() context: Context): Promise<object> {
    return change(context, { action: 'MANAGE_PEOPLE', idempotencyKey, input }, async (change) => ({ __typename: 'PersonSaved', person: await changePerson(change, { idempotencyKey, ...input }) }))
  }
}
