import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { change } from '../../record/change.ts'
import { signaturesOfSubject } from '../../record/signature.loader.ts'
import { Signature } from '../../record/signature.type.ts'
import { holdsById, openHoldCount, openHolds } from './hold.cypher.ts'
import { holdDevices, liftHold } from './hold-devices.ts'
import { HoldDevicesResult, HoldDevicesSuccess, QualityHold, QualityHoldConnection } from './hold.type.ts'
import { HoldDevicesInput, LiftHoldInput } from './recall.input.ts'

const holdById = loaderOf<string, QualityHold | null>(
  async ({ graph }, ids) => bySubject(await graph.read(holdsById, { ids }), (row) => row.hold.id, (row) => row.hold),
  () => null,
)

@Resolver(() => QualityHold)
export class HoldSignatureResolver {
  @FieldResolver(() => [Signature], { description: 'Who placed it, and who renewed it; oldest first.' })
  signatures(@Ctx() context: Context, @Root() hold: QualityHold): Promise<Signature[]> {
    return signaturesOfSubject(context).load(hold.id)
  }
}

@Resolver(() => HoldDevicesSuccess)
export class QualityHoldResolver {
  @Query(() => QualityHoldConnection, { description: 'The maker\'s holds that last, the next to end first.' })
  async qualityHolds(@Ctx() { graph }: Context, @Args(() => PageArgs) args: PageArgs): Promise<Connection<QualityHold>> {
    const page = pageOf(args, 50)
    const now = new Date().toISOString()
    const [rows, [count]] = await Promise.all([graph.read(openHolds, { ...page, now }), graph.read(openHoldCount, { now })])
    return toConnection(rows, page, count?.total ?? 0, ({ place }) => place, ({ hold }) => hold)
  }

  @Mutation(() => HoldDevicesResult, { description: 'Do not use for now: before a recall is decided. Told to whoever has some of it.' })
  holdDevices(@Ctx() context: Context, @Arg('input', () => HoldDevicesInput) input: HoldDevicesInput): Promise<object> {
    return change(context, { action: 'HOLD_DEVICES', idempotencyKey: input.idempotencyKey, input, ...(input.renews ? { subject: input.renews } : {}) }, (changing) => holdDevices(changing, input))
  }

  @Mutation(() => HoldDevicesResult, { description: 'The doubt is over: the devices may be used again.' })
  liftHold(@Ctx() context: Context, @Arg('input', () => LiftHoldInput) input: LiftHoldInput): Promise<object> {
    return change(context, { action: 'HOLD_DEVICES', idempotencyKey: input.idempotencyKey, input, subject: input.hold }, (changing) => liftHold(changing, input))
  }

  @FieldResolver(() => QualityHold)
  hold(@Ctx() context: Context, @Root() { holdId }: HoldDevicesSuccess): Promise<QualityHold | null> {
    return holdById(context).load(holdId)
  }
}
