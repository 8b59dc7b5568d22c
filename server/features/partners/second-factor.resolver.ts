import { toSVG } from 'bwip-js/node'
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { ownFactor } from '../../access/factor.cypher.ts'
import type { Action } from '../../access/may.ts'
import { mustHaveFactor } from '../../access/second-factor.ts'
import { totpAddress } from '../../access/totp.ts'
import type { Context } from '../../kernel/context.ts'
import type { FactorStep } from '../../kernel/factors.ts'
import { change, type Change } from '../../record/change.ts'
import { beginFactor, confirmFactor, dropFactor, renewRecoveryCodes } from './change-factor.ts'
import { BeginSecondFactorInput, BeginSecondFactorResult, ConfirmSecondFactorInput, ConfirmSecondFactorResult, RemoveSecondFactorInput, RemoveSecondFactorResult, RenewRecoveryCodesInput, RenewRecoveryCodesResult, SecondFactor } from './second-factor.type.ts'

interface Given { readonly idempotencyKey: string; readonly password?: string | null; readonly oneTimeCode?: string | null }

/** What this request did itself; nothing where it repeats one that was done. */
interface Done { step: FactorStep | null }

/** A transaction may run twice, and a code is good once. */
const once = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let kept: Promise<T> | undefined
  return () => (kept ??= work())
}

/** The person proves again to be there, first thing in the change: nothing is locked meanwhile, and a repeat of what is done asks nothing. */
const proved = async (context: Context, action: Action, { idempotencyKey, password = null, oneTimeCode = null }: Given, work: (change: Change) => Promise<object>, eitherWay = false): Promise<object & { __typename?: string }> => {
  const prove = once(() => context.factors.prove(context.viewer.person, { password, oneTimeCode }, context.address, context.requestId, eitherWay))
  return change(context, { action, idempotencyKey, input: {}, subject: context.viewer.person }, async (change) => {
    await prove()
    return work(change)
  })
}

/** Told once, by whoever did it. */
const toldOf = async (context: Context, step: FactorStep | null): Promise<void> => {
  if (step !== null) await context.factors.tell(context.viewer.person, step)
}

@Resolver()
export class SecondFactorResolver {
  @Query(() => SecondFactor, { nullable: true, description: 'The viewer\'s own second factor; null for systems and for people who sign in at their company\'s own provider.' })
  async secondFactor(@Ctx() { graph, viewer }: Context): Promise<SecondFactor | null> {
    const [row] = await graph.read(ownFactor, { person: viewer.person })
    return row ? { active: row.isSet, required: mustHaveFactor(row), recoveryCodes: row.recoveryCodes } : null
  }

  @Mutation(() => BeginSecondFactorResult, { description: 'Shows the secret of a new authenticator, after the password, or after a code of the one that it replaces.' })
  async beginSecondFactor(@Arg('input', () => BeginSecondFactorInput) input: BeginSecondFactorInput, @Ctx() context: Context): Promise<object> {
    const shown: { secret: string | null; picture: string | null } = { secret: null, picture: null }
    const answer = await proved(context, 'SET_SECOND_FACTOR', input, async (change) => {
      const next = context.factors.newSecret(context.viewer.person)
      const { username } = await beginFactor(change, next)
      Object.assign(shown, { secret: next.secret, picture: toSVG({ bcid: 'qrcode', text: totpAddress(next.secret, username) }) })
      return { __typename: 'SecondFactorBegun' }
    })
    // In no stored answer: whoever reads the graph would have it.
    return answer.__typename === 'SecondFactorBegun' ? { ...answer, ...shown } : answer
  }

  @Mutation(() => ConfirmSecondFactorResult, { description: 'Sets up the authenticator that was begun, by a code that it shows; it replaces the one before. The person is told by mail.' })
  async confirmSecondFactor(@Arg('input', () => ConfirmSecondFactorInput) { idempotencyKey, oneTimeCode }: ConfirmSecondFactorInput, @Ctx() context: Context): Promise<object> {
    const { codes, sums } = context.factors.recoveryCodes()
    const counted = once(async () => {
      const [row] = await context.graph.read(ownFactor, { person: context.viewer.person })
      return row && context.factors.count(row.username, context.address)
    })
    const done: Done = { step: null }
    const answer = await change(context, { action: 'SET_SECOND_FACTOR', idempotencyKey, input: { step: 'confirm' }, subject: context.viewer.person }, async (change) => {
      await counted()
      done.step = await confirmFactor(change, context, oneTimeCode, sums) ? 'REPLACED' : 'SET'
      return { __typename: 'SecondFactorSaved' }
    })
    if (done.step !== null) await (await counted())?.()
    await toldOf(context, done.step)
    return answer.__typename === 'SecondFactorSaved' ? { ...answer, recoveryCodes: done.step && codes } : answer
  }

  @Mutation(() => RenewRecoveryCodesResult, { description: 'Ten new recovery codes, after a code; those before are no longer good. The person is told by mail.' })
  async renewRecoveryCodes(@Arg('input', () => RenewRecoveryCodesInput) input: RenewRecoveryCodesInput, @Ctx() context: Context): Promise<object> {
    const { codes, sums } = context.factors.recoveryCodes()
    const done: Done = { step: null }
    const answer = await proved(context, 'RENEW_RECOVERY_CODES', input, async (change) => {
      await renewRecoveryCodes(change, sums)
      done.step = 'RENEWED'
      return { __typename: 'SecondFactorSaved' }
    })
    await toldOf(context, done.step)
    return answer.__typename === 'SecondFactorSaved' ? { ...answer, recoveryCodes: done.step && codes } : answer
  }

  @Mutation(() => RemoveSecondFactorResult, { description: 'The password alone signs in again, where the viewer\'s roles allow that; after the password or a code. The person is told by mail.' })
  async removeSecondFactor(@Arg('input', () => RemoveSecondFactorInput) input: RemoveSecondFactorInput, @Ctx() context: Context): Promise<object> {
    const done: Done = { step: null }
    const answer = await proved(context, 'REMOVE_SECOND_FACTOR', input, async (change) => {
      await dropFactor(change)
      done.step = 'REMOVED'
      return { __typename: 'SecondFactorRemoved', removed: true }
    }, true)
    await toldOf(context, done.step)
    return answer
  }
}
