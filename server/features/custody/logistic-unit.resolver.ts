import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, selects, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import type { ItemRow } from './item-table.cypher.ts'
import { ItemConnection } from './item.type.ts'
import { contentCountOfUnit, contentsOfUnit, logisticUnitByCode } from './logistic-unit.cypher.ts'
import { LogisticUnit } from './logistic-unit.type.ts'
import { scannedCode } from './scanned-code.ts'

@Resolver(() => LogisticUnit)
export class LogisticUnitResolver {
  @Query(() => LogisticUnit, { nullable: true, description: 'A carton or pallet by its SSCC as scanned.' })
  async logisticUnit(@Ctx() { graph }: Context, @Arg('code', () => String) code: string): Promise<LogisticUnit | null> {
    const { id, sscc } = scannedCode(code)
    const [row] = await graph.read(logisticUnitByCode, { id, sscc })
    return row?.unit ?? null
  }

  @FieldResolver(() => ItemConnection, { description: 'What is in it, as far as the viewer may see it.' })
  async contents(@Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo, @Root() { id }: LogisticUnit, @Args(() => PageArgs) args: PageArgs): Promise<Connection<ItemRow>> {
    const page = pageOf(args, 50)
    const [rows, [count]] = await Promise.all([
      graph.read(contentsOfUnit, { unit: id, ...page }),
      selects(info, 'totalCount') ? graph.read(contentCountOfUnit, { unit: id }) : [],
    ])
    return toConnection(rows, page, count?.total ?? 0, (row) => row.place, (row) => row.item)
  }
}
