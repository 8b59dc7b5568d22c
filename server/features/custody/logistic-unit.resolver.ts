import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, selects, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import type { ItemRow } from './item-table.cypher.ts'
import { ItemConnection } from './item.type.ts'
import { unitsInUnit } from './custody.loader.ts'
import { contentCountOfUnit, contentsOfUnit, logisticUnitByCode } from './logistic-unit.cypher.ts'
import { LogisticUnit } from './logistic-unit.type.ts'
import { scannedCode } from './scanned-code.ts'

@ArgsType()
class ContentsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Only what is in it now; otherwise, of what was unpacked, what was in it last.' })
  now!: boolean
}

@Resolver(() => LogisticUnit)
export class LogisticUnitResolver {
  @Query(() => LogisticUnit, { nullable: true, description: 'A carton or pallet by its SSCC as scanned.' })
  async logisticUnit(@Ctx() { graph }: Context, @Arg('code', () => String) code: string): Promise<LogisticUnit | null> {
    const { id, sscc } = scannedCode(code)
    const [row] = await graph.read(logisticUnitByCode, { id, sscc })
    return row?.unit ?? null
  }

  @FieldResolver(() => ItemConnection, { description: 'Serials and quantities of lots that are in it, as far as the viewer may see them; `units` has the cartons.' })
  async contents(@Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo, @Root() { id }: LogisticUnit, @Args(() => ContentsArgs) { now, ...args }: ContentsArgs): Promise<Connection<ItemRow>> {
    const page = pageOf(args, 50)
    const [rows, [count]] = await Promise.all([
      graph.read(contentsOfUnit, { unit: id, now, ...page }),
      selects(info, 'totalCount') ? graph.read(contentCountOfUnit, { unit: id, now }) : [],
    ])
    return toConnection(rows, page, count?.total ?? 0, (row) => row.place, (row) => row.item)
  }

  @FieldResolver(() => [LogisticUnit], { description: 'Cartons on the pallet now, as far as the viewer deals with them; each has contents of its own.' })
  units(@Ctx() context: Context, @Root() { id }: LogisticUnit): Promise<LogisticUnit[]> {
    return unitsInUnit(context).load(id)
  }
}
