import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import type { BatchRow } from '../custody/batch.cypher.ts'
import { Batch } from '../custody/batch.type.ts'
import type { SerialRow } from '../custody/serial.cypher.ts'
import { Serial } from '../custody/serial.type.ts'
import { recallById, recallsOfBatch, recallsOfSerial } from './recall.loader.ts'
import { Recall } from './recall.type.ts'

@Resolver(() => Recall)
export class RecallResolver {
  @Query(() => Recall, { nullable: true })
  recall(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<Recall | null> {
    return recallById(context).load(id)
  }
}

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
