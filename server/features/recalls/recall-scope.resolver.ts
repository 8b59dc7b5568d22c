import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, selects } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { Quantity } from '../../kernel/scalars.ts'
import { ItemConnection } from '../custody/item.type.ts'
import { findRecallScope, scopeItemPage } from './find-recall-scope.ts'
import { RecallScopeInput } from './recall-scope.input.ts'
import { RecallScope, ScopeGone, ScopeHolder, type ScopeSummary, ScopeTransit, ScopeUsed } from './recall-scope.type.ts'
import type { ItemRow } from '../custody/item-table.cypher.ts'

/** One field of the numbers. They come in one round trip, whichever are asked. */
const of = async <Name extends keyof ScopeSummary>(scope: RecallScope, name: Name): Promise<ScopeSummary[Name]> => (await scope.summary())[name]

@Resolver(() => RecallScope)
export class RecallScopeResolver {
  @Query(() => RecallScope, { nullable: true, description: 'What a recall would reach, before anybody signs. For the maker\'s own teams; null for others.' })
  recallScope(@Ctx() { graph, viewer }: Context, @Arg('input', () => RecallScopeInput) input: RecallScopeInput): RecallScope | null {
    return viewer.internal ? findRecallScope(graph, input) : null
  }

  @FieldResolver(() => Int, { description: 'Batches that are in it, as a whole or by some of their serials.' })
  batchCount(@Root() scope: RecallScope): Promise<number> {
    return of(scope, 'batchCount')
  }

  @FieldResolver(() => Int, { description: 'Serials wherever they are: in stock, under way, used or gone.' })
  serialCount(@Root() scope: RecallScope): Promise<number> {
    return of(scope, 'serialCount')
  }

  @FieldResolver(() => Quantity, { nullable: true, description: 'Units held by lot; null where they are of several units of measure (see `holders`).' })
  quantity(@Root() scope: RecallScope): Promise<Quantity | null> {
    return of(scope, 'quantity')
  }

  @FieldResolver(() => [ScopeHolder], { description: 'Who has any of it now, the most first.' })
  holders(@Root() scope: RecallScope): Promise<readonly ScopeHolder[]> {
    return of(scope, 'holders')
  }

  @FieldResolver(() => [ScopeTransit])
  inTransit(@Root() scope: RecallScope): Promise<readonly ScopeTransit[]> {
    return of(scope, 'inTransit')
  }

  @FieldResolver(() => ScopeUsed)
  used(@Root() scope: RecallScope): Promise<ScopeUsed> {
    return of(scope, 'used')
  }

  @FieldResolver(() => ScopeGone, { description: 'What was scrapped.' })
  async scrapped(@Root() scope: RecallScope): Promise<ScopeGone> {
    return (await scope.losses()).scrapped
  }

  @FieldResolver(() => ScopeGone, { description: 'What was made and is neither with anybody, used, scrapped nor, of a lot, built into something: nobody knows where it is.' })
  async unknown(@Root() scope: RecallScope): Promise<ScopeGone> {
    return (await scope.losses()).unknown
  }

  @FieldResolver(() => [String], { description: 'Where it is, is going or was used: ISO 3166-1 alpha-2.' })
  countries(@Root() scope: RecallScope): Promise<readonly string[]> {
    return of(scope, 'countries')
  }

  @FieldResolver(() => ItemConnection, { description: 'Serials and units of lots, batch by batch.' })
  items(@Root() scope: RecallScope, @Args(() => PageArgs) args: PageArgs, @Info() info: GraphQLResolveInfo): Promise<Connection<ItemRow>> {
    return scopeItemPage(scope, args, selects(info, 'totalCount'))
  }
}
