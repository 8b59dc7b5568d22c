import { Arg, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { Day } from '../../kernel/scalars.ts'
import { dayText } from '../../kernel/times.ts'
import { batchById } from '../custody/custody.loader.ts'
import type { BatchRow } from '../custody/batch.cypher.ts'
import { Batch } from '../custody/batch.type.ts'
import { exposedBatches } from './signal.cypher.ts'
import { type Signal as Found, signalsAmong, usualParameters } from './signal.rules.ts'

@ObjectType({ description: 'More cases on a batch than the other batches of its product let expect. A question, never a proof.' })
class Signal {
  /** Id of the batch. */
  id!: string

  @Field(() => Int, { simple: true })
  cases!: number

  @Field(() => Float, { simple: true, description: 'Devices made with serial numbers, and units in stock or used.' })
  devices!: number

  @Field(() => Float, { simple: true, description: 'Cases that the others\' rate lets expect.' })
  expected!: number

  @Field(() => Float, { simple: true, description: 'Cases over expected cases.' })
  ratio!: number

  @Field(() => Float, { simple: true, description: 'How probable as many cases or more are (one-sided exact Poisson test on exposure).' })
  p!: number

  @Field(() => Batch, { nullable: true })
  batch!: Batch | null
}

@Resolver(() => Signal)
export class SignalResolver {
  @Query(() => [Signal], { description: `For the maker: batches with more cases than expected, the most improbable first; at least ${usualParameters.leastCases} cases, p below ${usualParameters.alpha} divided by the batches compared.` })
  async signals(
    @Ctx() { graph }: Context,
    @Arg('since', () => Day, { nullable: true, description: 'Cases received from this day on; all without it.' }) since?: Date | string,
  ): Promise<Found[]> {
    const rows = await graph.read(exposedBatches, { since: dayText(since) ?? '' })
    const products = [...new Set(rows.map(({ product }) => product))]
    return products
      .flatMap((product) => signalsAmong(rows.filter((row) => row.product === product).map(({ batch, cases, devices }) => ({ id: batch, cases, devices }))))
      .sort((one, other) => one.p - other.p)
  }

  @FieldResolver(() => Batch, { nullable: true })
  batch(@Ctx() context: Context, @Root() { id }: Signal): Promise<BatchRow | null> {
    return batchById(context).load(id)
  }
}
