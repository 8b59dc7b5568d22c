import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { change } from '../../record/change.ts'
import { signaturesOfSubject } from '../../record/signature.loader.ts'
import { Signature } from '../../record/signature.type.ts'
import { ReviseClockRuleInput } from './clock.input.ts'
import { ClockRule, ClockRuleVersion, ReviseClockRuleResult, ReviseClockRuleSuccess } from './clock.type.ts'
import { ownVersionsOf } from './clock-rule.loader.ts'
import { rulesShown } from './clock-rules.rules.ts'
import { reviseClockRule } from './revise-clock-rule.ts'

const rulesFor = async (context: Context): Promise<ClockRule[]> => rulesShown(await ownVersionsOf(context).load(context.viewer.organization), new Date().toISOString())

@Resolver(() => ClockRuleVersion)
export class ClockRuleResolver {
  @Query(() => [ClockRule], { description: 'The deadlines of regulations as the hub counts them, with their sources, and for a maker\'s teams its own versions.' })
  clockRules(@Ctx() context: Context): Promise<ClockRule[]> {
    return rulesFor(context)
  }

  @Mutation(() => ReviseClockRuleResult, { description: 'A new version of a rule for the viewer\'s own organization, signed. What has started keeps the version of its day.' })
  reviseClockRule(@Ctx() context: Context, @Arg('input', () => ReviseClockRuleInput) input: ReviseClockRuleInput): Promise<object> {
    return change(context, { action: 'REVISE_CLOCK_RULE', idempotencyKey: input.idempotencyKey, input }, (changing) => reviseClockRule(changing, input))
  }

  @FieldResolver(() => [Signature])
  signatures(@Ctx() context: Context, @Root() { id }: ClockRuleVersion): Promise<Signature[]> | Signature[] {
    return id === null ? [] : signaturesOfSubject(context).load(id)
  }
}

@Resolver(() => ReviseClockRuleSuccess)
export class RevisedClockRuleResolver {
  @FieldResolver(() => ClockRule, { nullable: true })
  async clockRule(@Ctx() context: Context, @Root() { rule }: ReviseClockRuleSuccess): Promise<ClockRule | undefined> {
    return (await rulesFor(context)).find((it) => it.rule === rule)
  }
}
