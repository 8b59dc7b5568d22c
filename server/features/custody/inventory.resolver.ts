import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { type Connection, PageArgs, pageOf, selects, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { Day } from '../../kernel/scalars.ts'
import { searchWords } from '../../kernel/search-words.ts'
import { Site } from '../partners/site.type.ts'
import { inventoryCounts, type InventoryFilter, inventoryPages, inventorySites, inventoryTotal } from './inventory.cypher.ts'
import { itemsOf, type ItemRow } from './item-table.cypher.ts'
import { ItemConnection } from './item.type.ts'

@ObjectType({ simpleResolvers: true, description: 'A site of the viewer\'s organization and what lies there.' })
class InventorySite {
  @Field(() => Site)
  site!: Site

  @Field(() => Int)
  serialCount!: number

  @Field(() => Int, { description: 'Lots held as quantities.' })
  lotCount!: number

  @Field(() => Int, { description: 'Serials and lots that expire before the day that was asked.' })
  expiringCount!: number
}

/** Sorts after every key: a key begins with a day. */
const never = '~'

const totalOf = async ({ graph }: Context, filter: InventoryFilter, scope: 'organization' | 'site', match: 'all' | 'searched'): Promise<number> => {
  const whole = scope === 'organization' && match === 'all' && filter.before === never
  const [row] = whole ? await graph.read(inventoryTotal, {}) : await graph.read(inventoryCounts[scope][match], { ...filter, after: '' })
  return row?.total ?? 0
}

@Resolver()
export class InventoryResolver {
  @Query(() => ItemConnection, { description: 'What the viewer\'s organization holds now, serial by serial and lot by lot, first expired first.' })
  async inventory(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('search', () => String, { nullable: true, description: 'In lot or serial number, device identifier, or the product\'s names.' }) search?: string,
    @Arg('expiringBefore', () => Day, { nullable: true, description: 'Only what expires before this day.' }) expiringBefore?: Date | string,
    @Arg('site', () => ID, { nullable: true }) site?: string,
  ): Promise<Connection<ItemRow>> {
    const text = search?.trim() || null
    const filter = { before: dayOf(expiringBefore) ?? never, site: site ?? null, text, words: searchWords(text) }
    const scope = site ? 'site' : 'organization'
    const match = text ? 'searched' : 'all'
    const page = pageOf(args, 50)
    const [[table], total] = await Promise.all([
      context.graph.read(inventoryPages[scope][match], { ...filter, ...page }),
      selects(info, 'totalCount') ? totalOf(context, filter, scope, match) : 0,
    ])
    return toConnection(table ? itemsOf(table) : [], page, total, ({ place }) => place, ({ item }) => item)
  }

  @Query(() => [InventorySite], { description: 'The organization\'s sites with what lies there, the main one first.' })
  inventorySites(
    @Ctx() { graph }: Context,
    @Arg('expiringBefore', () => Day, { nullable: true }) expiringBefore?: Date | string,
  ): Promise<InventorySite[]> {
    return graph.read(inventorySites, { before: dayOf(expiringBefore) ?? '' })
  }
}

/** graphql-scalars gives a Date for a day; the graph's days are text. */
const dayOf = (day: Date | string | undefined): string | undefined => (day instanceof Date ? day.toISOString().slice(0, 10) : day)
