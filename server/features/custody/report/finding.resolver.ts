import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, selects, toConnection } from '../../../kernel/connection.ts'
import type { Context } from '../../../kernel/context.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type Change, change } from '../../../record/change.ts'
import { Batch } from '../batch.type.ts'
import type { BatchRow } from '../batch.cypher.ts'
import { batchById, serialById } from '../custody.loader.ts'
import { Event } from '../event.type.ts'
import { Serial } from '../serial.type.ts'
import type { SerialRow } from '../serial.cypher.ts'
import { clearOne, findingCounts, findingPages } from './finding.cypher.ts'
import { aged } from './finding.loader.ts'
import { ClearFindingResult, ClearFindingSuccess, Finding, FindingConnection } from './finding.type.ts'
import { ClearFindingInput } from './goods-action.input.ts'
import { eventById } from './report.loader.ts'

const usual = 50

/** @throws Refusal where it is not the viewer's, is cleared already, or still true */
const clearFinding = async (changing: Change, { finding, note }: ClearFindingInput): Promise<ClearFindingSuccess> => {
  const words = note.trim()
  if (words === '' || words.length > 1_000) throw new Refusal('INVALID_INPUT', 'Say in 1 to 1000 characters how it was cleared.', ['note'])
  const [row] = await changing.run(clearOne, { id: finding, at: changing.at, by: changing.viewer.person, note: words })
  if (row === undefined) throw new Refusal('NOT_FOUND', 'There is no such finding.', ['finding'])
  if (row.clearedAt !== null) throw new Refusal('CONFLICT', 'It is cleared already.', ['finding'])
  if (row.short) throw new Refusal('CONFLICT', 'The stock is still below zero: report what is missing, as the receipt or the production that nobody told.', ['finding'])
  changing.audit({ subject: finding, changes: [{ field: 'clearedAt', before: null, after: changing.at }], reason: words })
  return { __typename: 'ClearFindingSuccess', findingId: finding } as unknown as ClearFindingSuccess
}

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => FindingConnection, { description: 'What does not fit together, the newest first: a maker\'s of its own products, a partner\'s of its own reports.' })
  async findings(@Ctx() { graph, viewer }: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs, @Arg('open', () => Boolean, { nullable: true }) open?: boolean | null): Promise<Connection<Finding>> {
    const page = pageOf(args, usual)
    const kind = viewer.internal ? 'maker' : 'partner'
    const filter = { open: open ?? null }
    const [rows, [count]] = await Promise.all([graph.read(findingPages[kind], { ...page, ...filter }), selects(info, 'totalCount') ? graph.read(findingCounts[kind], filter) : [{ total: 0 }]])
    return toConnection(rows, page, count?.total ?? 0, ({ place }) => place, ({ finding }) => aged(finding))
  }

  @Mutation(() => ClearFindingResult, { description: 'A finding was looked into, and is settled.' })
  clearFinding(@Ctx() context: Context, @Arg('input', () => ClearFindingInput) input: ClearFindingInput): Promise<object> {
    return change(context, { action: 'CLEAR_FINDING', idempotencyKey: input.idempotencyKey, input, subject: input.finding }, (changing) => clearFinding(changing, input))
  }

  @FieldResolver(() => Serial, { nullable: true })
  serial(@Ctx() context: Context, @Root() { serialId }: Finding): Promise<SerialRow | null> | null {
    return serialId === null ? null : serialById(context).load(serialId)
  }

  @FieldResolver(() => Batch, { nullable: true })
  batch(@Ctx() context: Context, @Root() { batchId }: Finding): Promise<BatchRow | null> | null {
    return batchId === null ? null : batchById(context).load(batchId)
  }

  @FieldResolver(() => Event, { nullable: true, description: 'What was reported when it was raised.' })
  event(@Ctx() context: Context, @Root() { eventId }: Finding): Promise<Event | null> | null {
    return eventId === null ? null : eventById(context).load(eventId)
  }
}

@Resolver(() => ClearFindingSuccess)
export class ClearFindingSuccessResolver {
  @FieldResolver(() => ID)
  finding(@Root() { findingId }: ClearFindingSuccess): string {
    return findingId
  }
}
