import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import { type Connection, emptyConnection, PageArgs, pageOf, selects, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { Document } from '../catalog/document.type.ts'
import { documentsOfSerial } from '../catalog/product.loader.ts'
import { partsOfSerial, timelineOfSerial, unitOfSerial } from './custody.loader.ts'
import { type Event, EventConnection } from './event.type.ts'
import { LogisticUnit } from './logistic-unit.type.ts'
import { onlyOne } from './only-one.ts'
import { placeAfter, prefixesOf } from './prefixes.ts'
import { scannedCode } from './scanned-code.ts'
import { serialByCode, type SerialRow } from './serial.cypher.ts'
import { serialSearchCounts, serialSearchPages } from './serial-search.cypher.ts'
import { Part, Serial, SerialConnection } from './serial.type.ts'

@Resolver(() => Serial)
export class SerialResolver {
  @Query(() => Serial, { nullable: true, description: 'By what was scanned or typed; null where there is none for this viewer, or where a bare number fits more than one.' })
  async serial(@Ctx() { graph }: Context, @Arg('code', () => String) code: string): Promise<SerialRow | null> {
    return onlyOne(await graph.read(serialByCode, scannedCode(code)))?.serial ?? null
  }

  @Query(() => SerialConnection, { description: 'Serials whose number begins with the text, in order.' })
  async serials(
    @Ctx() { graph, viewer }: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('search', () => String, { nullable: true }) search?: string,
  ): Promise<Connection<SerialRow>> {
    const prefixes = prefixesOf(search)
    if (prefixes.length === 0) return emptyConnection()
    const page = pageOf(args, 20)
    const anchor = viewer.internal ? 'maker' : 'partner'
    const [rows, [count]] = await Promise.all([
      graph.read(serialSearchPages[anchor], { prefixes, after: placeAfter(page.after), limit: page.limit }),
      selects(info, 'totalCount') ? graph.read(serialSearchCounts[anchor], { prefixes }) : [],
    ])
    return toConnection(rows, page, count?.total ?? 0, (row) => row.place, (row) => row.serial)
  }

  @FieldResolver(() => [Part], { description: 'In it now, then those that were.' })
  parts(@Ctx() context: Context, @Root() serial: SerialRow): Promise<Part[]> {
    return partsOfSerial(context).load(serial.id)
  }

  @FieldResolver(() => LogisticUnit, { nullable: true, description: 'The carton or pallet that it is in.' })
  logisticUnit(@Ctx() context: Context, @Root() serial: SerialRow): Promise<LogisticUnit | null> {
    return unitOfSerial(context).load(serial.id)
  }

  @FieldResolver(() => [Document])
  documents(@Ctx() context: Context, @Root() serial: SerialRow): Promise<Document[]> {
    return documentsOfSerial(context).load(serial.id)
  }

  @FieldResolver(() => EventConnection, { description: 'What happened to it and to what it was packed in, newest first.' })
  timeline(@Ctx() context: Context, @Root() serial: SerialRow, @Args(() => PageArgs) args: PageArgs): Promise<Connection<Event>> {
    return timelineOfSerial(context, pageOf(args, 50)).load(serial.id)
  }
}
