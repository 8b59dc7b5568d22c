import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { isAllowed } from '../../access/may.ts'
import type { Context } from '../../kernel/context.ts'
import { change } from '../../record/change.ts'
import { lookOnce } from '../../record/look-once.ts'
import { changePerson, invite } from './manage-people.ts'
import { ownPeople } from './person.cypher.ts'
import { ChangePersonInput, ChangePersonResult, InvitePersonInput, InvitePersonResult, Person } from './person.type.ts'

@Resolver()
export class PersonResolver {
  @Query(() => [Person], { description: 'The people of the viewer\'s own organization, for its administrators; empty for others. Each look is recorded.' })
  async people(@Ctx() context: Context): Promise<Person[]> {
    if (!isAllowed(context.viewer, 'MANAGE_PEOPLE')) return []
    const rows = await context.graph.read(ownPeople, {})
    await lookOnce(context, { subject: context.viewer.organization, field: 'people' })
    return rows.map(({ person }) => person)
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
