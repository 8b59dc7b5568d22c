import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import type { BatchRow } from '../custody/batch.cypher.ts'
import { Batch } from '../custody/batch.type.ts'
import { Item } from '../custody/item.type.ts'
import type { SerialRow } from '../custody/serial.cypher.ts'
import { Serial } from '../custody/serial.type.ts'
import { NoticeLine } from './notice-line.type.ts'
import { recallsOfBatch, recallsOfSerial } from './recall.loader.ts'
import { Recall } from './recall.type.ts'

@Resolver(() => Serial)
export class SerialRecallsResolver {
  @FieldResolver(() => [Recall], { description: 'Its own and its batch\'s, the newest first.' })
  recalls(@Ctx() context: Context, @Root() serial: SerialRow): Promise<Recall[]> {
    return recallsOfSerial(context).load(serial.id)
  }
}

@Resolver(() => Batch)
export class BatchRecallsResolver {
  @FieldResolver(() => [Recall], { description: 'The newest first.' })
  recalls(@Ctx() context: Context, @Root() batch: BatchRow): Promise<Recall[]> {
    return recallsOfBatch(context).load(batch.id)
  }
}

@Resolver(() => Item)
export class ItemRecallsResolver {
  @FieldResolver(() => [Recall], { description: 'Of the serial or the lot, the newest first.' })
  recalls(@Ctx() context: Context, @Root() { id }: Item): Promise<Recall[]> {
    return (id.startsWith('bat_') ? recallsOfBatch : recallsOfSerial)(context).load(id)
  }

  @FieldResolver(() => NoticeLine, { nullable: true, description: 'Of an item of a recall notice; null elsewhere.' })
  onNotice(@Root() { onNotice }: Item & { readonly onNotice?: NoticeLine }): NoticeLine | null {
    return onNotice ?? null
  }
}
