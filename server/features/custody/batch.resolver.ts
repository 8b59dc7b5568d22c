import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import { type Connection, emptyConnection, PageArgs, pageOf, selects, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { Document } from '../catalog/document.type.ts'
import type { ProductRow } from '../catalog/product.cypher.ts'
import { documentsOfBatch } from '../catalog/product.loader.ts'
import { Product } from '../catalog/product.type.ts'
import { Party } from '../partners/party.type.ts'
import { batchByCode, batchCountOfProduct, batchesOfProduct, type BatchRow, batchSearchCount, batchSearchPage } from './batch.cypher.ts'
import { Batch, BatchConnection, BatchKind, Stock } from './batch.type.ts'
import { partiesOfBatch, stockOfBatch, timelineOfBatch } from './custody.loader.ts'
import { type Event, EventConnection } from './event.type.ts'
import { onlyOne } from './only-one.ts'
import { placeAfter, prefixesOf } from './prefixes.ts'
import { scannedCode } from './scanned-code.ts'
import { serialCountOfBatch, type SerialRow, serialsOfBatch } from './serial.cypher.ts'
import { SerialConnection } from './serial.type.ts'

@Resolver(() => Batch)
export class BatchResolver {
  @Query(() => Batch, { nullable: true, description: 'By what was scanned or typed, the lot of a serial included; null where there is none for this viewer, or where a bare number fits more than one.' })
  async batch(@Ctx() { graph }: Context, @Arg('code', () => String) code: string): Promise<BatchRow | null> {
    return onlyOne(await graph.read(batchByCode, scannedCode(code)))?.batch ?? null
  }

  @Query(() => BatchConnection, { description: 'Batches whose lot number begins with the text, in order.' })
  async batches(
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('search', () => String, { nullable: true }) search?: string,
    @Arg('kind', () => BatchKind, { nullable: true }) kind?: BatchKind,
  ): Promise<Connection<BatchRow>> {
    const filter = { prefixes: prefixesOf(search), kind: kind ?? null }
    if (filter.prefixes.length === 0) return emptyConnection()
    const page = pageOf(args, 20)
    const [rows, [count]] = await Promise.all([
      graph.read(batchSearchPage, { ...filter, after: placeAfter(page.after), limit: page.limit }),
      selects(info, 'totalCount') ? graph.read(batchSearchCount, filter) : [],
    ])
    return toConnection(rows, page, count?.total ?? 0, (row) => row.place, (row) => row.batch)
  }

  @FieldResolver(() => Party, { nullable: true })
  async madeBy(@Ctx() context: Context, @Root() batch: BatchRow): Promise<Party | null> {
    return (await partiesOfBatch(context).load(batch.id)).madeBy
  }

  @FieldResolver(() => Party, { nullable: true })
  async suppliedBy(@Ctx() context: Context, @Root() batch: BatchRow): Promise<Party | null> {
    return (await partiesOfBatch(context).load(batch.id)).suppliedBy
  }

  @FieldResolver(() => [Document])
  documents(@Ctx() context: Context, @Root() batch: BatchRow): Promise<Document[]> {
    return documentsOfBatch(context).load(batch.id)
  }

  @FieldResolver(() => [Stock], { description: 'Where it lies now: everywhere for its maker; for a partner at its own sites, and what others have of it that is the partner\'s (consignment).' })
  stock(@Ctx() context: Context, @Root() batch: BatchRow): Promise<Stock[]> {
    return stockOfBatch(context).load(batch.id)
  }

  @FieldResolver(() => EventConnection, { description: 'What happened to the lot, newest first.' })
  timeline(@Ctx() context: Context, @Root() batch: BatchRow, @Args(() => PageArgs) args: PageArgs): Promise<Connection<Event>> {
    return timelineOfBatch(context, pageOf(args, 50)).load(batch.id)
  }

  @FieldResolver(() => SerialConnection, { description: 'Its serials that the viewer may see now, by number.' })
  async serials(@Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo, @Root() batch: BatchRow, @Args(() => PageArgs) args: PageArgs): Promise<Connection<SerialRow>> {
    const page = pageOf(args, 50)
    const [rows, [count]] = await Promise.all([
      graph.read(serialsOfBatch, { batch: batch.id, ...page }),
      selects(info, 'totalCount') ? graph.read(serialCountOfBatch, { batch: batch.id }) : [],
    ])
    return toConnection(rows, page, count?.total ?? 0, (row) => row.place, (row) => row.serial)
  }
}

@Resolver(() => Product)
export class ProductBatchesResolver {
  @FieldResolver(() => BatchConnection, { description: 'Its batches that the viewer may see, by lot number, the last first.' })
  async batches(@Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo, @Root() product: ProductRow, @Args(() => PageArgs) args: PageArgs): Promise<Connection<BatchRow>> {
    const page = pageOf(args, 20)
    const [rows, [count]] = await Promise.all([
      graph.read(batchesOfProduct, { product: product.id, ...page }),
      selects(info, 'totalCount') ? graph.read(batchCountOfProduct, { product: product.id }) : [],
    ])
    return toConnection(rows, page, count?.total ?? 0, (row) => row.place, (row) => row.batch)
  }
}
