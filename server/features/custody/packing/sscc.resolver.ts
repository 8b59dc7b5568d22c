import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../../kernel/context.ts'
import { change } from '../../../record/change.ts'
import { assignSscc } from './assign-sscc.ts'
import { AssignSsccInput, AssignSsccResult } from './sscc.type.ts'

@Resolver()
export class SsccResolver {
  @Mutation(() => AssignSsccResult, { description: 'Gives the viewer\'s organization a number for a carton or pallet, from its GS1 company prefix: never one that was given before, nor one that anything is packed in. Nothing is packed by that.' })
  assignSscc(@Ctx() context: Context, @Arg('input', () => AssignSsccInput) input: AssignSsccInput): Promise<object> {
    return change(context, { action: 'PACK', idempotencyKey: input.idempotencyKey, input }, assignSscc)
  }
}
