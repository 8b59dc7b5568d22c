import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { type Change, change } from '../../record/change.ts'
import { resultOf } from '../../record/refused.type.ts'
import { ownPolicy, type Policy, renameOwnCustomers, savePolicy } from './policy.cypher.ts'

enum CustomerNames {
  ALWAYS = 'ALWAYS',
  ON_RECALL = 'ON_RECALL',
  NEVER = 'NEVER',
}
registerEnumType(CustomerNames, {
  name: 'CustomerNames',
  valuesConfig: {
    ALWAYS: { description: 'The maker reads them.' },
    ON_RECALL: { description: 'On the customer\'s notice and in the scope of a recall that lists its goods, from the signature until it is completed; not in a drill.' },
    NEVER: { description: 'Recall notices are delivered blindly.' },
  },
  description: 'Whether makers may know a distributor\'s customers by name, wherever they see their own products: as holder, on timelines, in stock, scopes, records, EPCIS events and papers. '
    + 'A name that is kept leaves kind, country and every count; the customer is reached by the hub all the same. It is kept of whom the maker knows by such distributors alone: '
    + 'not where the maker itself or another distributor that keeps no names delivers to it, and not on a case or ticket that the customer itself sent to the maker.',
})

@ObjectType({ simpleResolvers: true, description: 'How the viewer\'s organization wants recalls to be.' })
class RecallPolicy {
  @Field(() => CustomerNames)
  customerNames!: CustomerNames

  @Field(() => Boolean, { description: 'Of a maker: who drafted a recall may not sign it.' })
  recallsByTwo!: boolean
}

@InputType({ description: 'What is not given stays as it is.' })
class SetRecallPolicyInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => CustomerNames, { nullable: true })
  customerNames?: CustomerNames | null

  @Field(() => Boolean, { nullable: true })
  recallsByTwo?: boolean | null
}

@ObjectType()
class SetRecallPolicySuccess {}

const SetRecallPolicyResult = resultOf('SetRecallPolicyResult', SetRecallPolicySuccess)

const policyOf = async ({ graph }: Context): Promise<Policy> => {
  const [policy] = await graph.read(ownPolicy, {})
  return policy ?? { customerNames: 'ALWAYS', recallsByTwo: false }
}

const set = async (changing: Change, { customerNames, recallsByTwo }: SetRecallPolicyInput): Promise<object> => {
  const [before] = await changing.run(savePolicy, { customerNames: customerNames ?? null, recallsByTwo: recallsByTwo ?? null })
  if (customerNames && customerNames !== before?.customerNames) await changing.run(renameOwnCustomers, {})
  const changes = Object.entries({ customerNames, recallsByTwo }).flatMap(([field, after]) => (after == null ? [] : [{ field, before: String(before?.[field as keyof Policy]), after: String(after) }]))
  changing.audit({ subject: changing.viewer.organization, changes })
  return { __typename: 'SetRecallPolicySuccess' }
}

@Resolver(() => SetRecallPolicySuccess)
export class RecallPolicyResolver {
  @Query(() => RecallPolicy)
  recallPolicy(@Ctx() context: Context): Promise<RecallPolicy> {
    return policyOf(context) as Promise<RecallPolicy>
  }

  @Mutation(() => SetRecallPolicyResult, { description: 'For administrators of makers and distributors. Holds at once, for what happened before too; what was filed with an authority stays as it was filed.' })
  setRecallPolicy(@Ctx() context: Context, @Arg('input', () => SetRecallPolicyInput) input: SetRecallPolicyInput): Promise<object> {
    return change(context, { action: 'SET_RECALL_POLICY', idempotencyKey: input.idempotencyKey, input }, (changing) => set(changing, input))
  }

  @FieldResolver(() => RecallPolicy)
  policy(@Ctx() context: Context): Promise<RecallPolicy> {
    return policyOf(context) as Promise<RecallPolicy>
  }
}
