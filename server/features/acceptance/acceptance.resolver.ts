import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import { type Connection, pageOf, selects, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { Party } from '../partners/party.type.ts'
import { AcceptanceChecksArgs } from './acceptance.args.ts'
import { type AcceptanceFilter, acceptanceLists } from './acceptance-list.cypher.ts'
import { goodsOfAcceptance } from './acceptance.loader.ts'
import { AcceptanceCheck, AcceptanceCheckConnection, AcceptedProduct } from './acceptance.type.ts'

const part = (text: string | undefined): string | null => text?.trim().toLowerCase() || null

const filterOf = ({ from, documentNumber, supplier, product }: AcceptanceChecksArgs): AcceptanceFilter =>
  ({ from: from?.toISOString() ?? '', documentNumber: part(documentNumber), supplier: part(supplier), product: part(product) })

@Resolver(() => AcceptanceCheck)
export class AcceptanceResolver {
  @Query(() => AcceptanceCheckConnection, { description: 'What the viewer\'s organization checked when goods arrived, the newest first.' })
  async acceptanceChecks(@Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo, @Args(() => AcceptanceChecksArgs) args: AcceptanceChecksArgs): Promise<Connection<AcceptanceCheck>> {
    const { after, limit } = pageOf(args, 20)
    const filter = filterOf(args)
    // Sorts after every place of that moment.
    const end = `${args.to?.toISOString() ?? ''}~`
    const { page, count: counting } = filter.product === null ? acceptanceLists.all : acceptanceLists.ofProduct
    const [rows, [count]] = await Promise.all([
      graph.read(page, { ...filter, before: after || end, limit }),
      selects(info, 'totalCount') ? graph.read(counting, { ...filter, before: end }) : [],
    ])
    return toConnection(rows, { after, limit }, count?.total ?? 0, ({ place }) => place, ({ check }) => check)
  }

  @FieldResolver(() => [Party], { description: 'Who sent the goods, as far as it is told.' })
  async suppliers(@Ctx() context: Context, @Root() { id }: AcceptanceCheck): Promise<readonly Party[]> {
    return (await goodsOfAcceptance(context).load(id)).suppliers
  }

  @FieldResolver(() => [AcceptedProduct], { description: 'Of what arrived, cartons\' content included.' })
  async products(@Ctx() context: Context, @Root() { id }: AcceptanceCheck): Promise<readonly AcceptedProduct[]> {
    return (await goodsOfAcceptance(context).load(id)).products
  }
}
