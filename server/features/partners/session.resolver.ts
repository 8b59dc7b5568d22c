import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { revokeIn } from '../../access/revocations.ts'
import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/errors.ts'
import { change } from '../../record/change.ts'
import { ownSessions, removeOwnSession } from './session.cypher.ts'
import { EndSessionInput, EndSessionResult, Session } from './session.type.ts'

@Resolver()
export class SessionResolver {
  @Query(() => [Session], { description: 'The viewer\'s own sign-ins, the last used first.' })
  async sessions(@Ctx() { graph, viewer }: Context): Promise<Session[]> {
    const rows = await graph.read(ownSessions, { now: Date.now() })
    return rows.map(({ session }) => ({ ...session, current: session.id === viewer.session }))
  }

  @Mutation(() => EndSessionResult, { description: 'Signs out, here or on another device.' })
  endSession(@Arg('input', () => EndSessionInput) { idempotencyKey, session: named }: EndSessionInput, @Ctx() context: Context): Promise<object> {
    const session = named ?? context.viewer.session ?? ''
    return change(context, { action: 'END_SESSION', idempotencyKey, input: { session } }, async (change) => {
      const [row] = await change.run(removeOwnSession, { session })
      if (!row) throw new Refusal('NOT_FOUND', 'There is no such session. It may have ended already.', ['session'])
      await revokeIn(change, 'SESSION', row.ended)
      change.audit({ subject: context.viewer.person, changes: [{ field: 'session', before: row.ended, after: null }] })
      return { __typename: 'SessionEnded', session: row.ended }
    })
  }
}
