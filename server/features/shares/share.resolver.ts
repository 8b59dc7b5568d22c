import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { isAllowed } from '../../access/may.ts'
import type { Context } from '../../kernel/context.ts'
import { change } from '../../record/change.ts'
import { revoke, share } from './manage-shares.ts'
import { ownShares } from './share.cypher.ts'
import { CreateShareInput, CreateShareResult, RevokeShareInput, RevokeShareResult, Share } from './share.type.ts'

@Resolver()
export class ShareResolver {
  @Query(() => [Share], { description: 'What the viewer\'s organization shows to authorities by a link, the newest first; empty for who may not manage it.' })
  async shares(@Ctx() { graph, viewer }: Context): Promise<Share[]> {
    if (!isAllowed(viewer, 'MANAGE_SHARES')) return []
    return (await graph.read(ownShares, {})).map(({ share }) => share)
  }

  @Mutation(() => CreateShareResult, { description: 'Makes a link by which an authority sees one thing, without an account, until it expires or is revoked.' })
  async createShare(@Arg('input', () => CreateShareInput) { idempotencyKey, ...input }: CreateShareInput, @Ctx() context: Context): Promise<object> {
    let shown: string | null = null
    const answer = await change(context, { action: 'MANAGE_SHARES', idempotencyKey, input }, async (change) => {
      const made = await share(change, { idempotencyKey, ...input })
      shown = made.path
      return { __typename: 'ShareCreated', share: made.share }
    })
    // Only the answer of whoever made it has the link: a stored answer would keep the token.
    return answer.__typename === 'ShareCreated' ? { ...answer, link: shown } : answer
  }

  @Mutation(() => RevokeShareResult, { description: 'Ends a share at once.' })
  revokeShare(@Arg('input', () => RevokeShareInput) { idempotencyKey, ...input }: RevokeShareInput, @Ctx() context: Context): Promise<object> {
    return change(context, { action: 'MANAGE_SHARES', idempotencyKey, input, subject: input.share }, async (change) => ({ __typename: 'ShareRevoked', share: await revoke(change, { idempotencyKey, ...input }) }))
  }
}
