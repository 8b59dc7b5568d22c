import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql'
import { type Connection, pageOf, selects, toConnection } from '../../../kernel/connection.ts'
import type { Context } from '../../../kernel/context.ts'
import { change } from '../../../record/change.ts'
import { Batch } from '../batch.type.ts'
import type { BatchRow } from '../batch.cypher.ts'
import { batchById, serialById } from '../custody.loader.ts'
import { Event } from '../event.type.ts'
import { Serial } from '../serial.type.ts'
import type { SerialRow } from '../serial.cypher.ts'
import { findingCounts, findingPages } from './finding.cypher.ts'
import { aged, concernedByFinding } from './finding.loader.ts'
import { AssignFindingResult, AssignFindingSuccess, ClearFindingResult, ClearFindingSuccess, Finding, FindingConnection } from './finding.type.ts'
import { FindingsArgs } from './findings.args.ts'
import { AssignFindingInput, ClearFindingInput } from './goods-action.input.ts'
import { eventById } from './report.loader.ts'
import { assignFinding, clearFinding } from './settle-finding.ts'

const usual = 50

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => FindingConnection, { description: 'What does not fit together, the newest first: a maker\'s of its own products, a partner\'s of its own reports.' })
  async findings(@Ctx() { graph, viewer }: Context, @Info() info: GraphQLResolveInfo, @Args(() => FindingsArgs) args: FindingsArgs): Promise<Connection<Finding>> {
    const page = pageOf(args, usual)
    const kind = viewer.internal ? 'maker' : 'partner'
    const filter = { open: args.open ?? null, code: args.code ?? null, mine: args.mine ?? false }
    const [rows, [count]] = await Promise.all([graph.read(findingPages[kind], { ...page, ...filter }), selects(info, 'totalCount') ? graph.read(findingCounts[kind], filter) : [{ total: 0 }]])
    return toConnection(rows, page, count?.total ?? 0, ({ place }) => place, ({ finding }) => aged(finding))
  }

  @Mutation(() => ClearFindingResult, { description: 'A finding was looked into, and is settled.' })
  clearFinding(@Ctx() context: Context, @Arg('input', () => ClearFindingInput) input: ClearFindingInput): Promise<object> {
    return change(context, { action: 'CLEAR_FINDING', idempotencyKey: input.idempotencyKey, input, subject: input.finding }, (changing) => clearFinding(changing, input))
  }

  @Mutation(() => AssignFindingResult, { description: 'Somebody of the viewer\'s organization takes a finding on, or hands it back.' })
  assignFinding(@Ctx() context: Context, @Arg('input', () => AssignFindingInput) input: AssignFindingInput): Promise<object> {
    return change(context, { action: 'ASSIGN_FINDING', idempotencyKey: input.idempotencyKey, input, subject: input.finding }, (changing) => assignFinding(changing, input))
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

  @FieldResolver(() => [Event], { description: 'All that it is about, as far as the viewer sees it: what stood before and does not fit, then what raised it.' })
  async events(@Ctx() context: Context, @Root() finding: Finding): Promise<Event[]> {
    const found = await eventById(context).loadMany([...await concernedByFinding(context).load(finding)])
    return found.filter((event): event is Event => event !== null && !(event instanceof Error))
  }
}

@Resolver(() => ClearFindingSuccess)
export class ClearFindingSuccessResolver {
  @FieldResolver(() => ID)
  finding(@Root() { findingId }: ClearFindingSuccess): string {
    return findingId
  }
}

@Resolver(() => AssignFindingSuccess)
export class AssignFindingSuccessResolver {
  @FieldResolver(() => ID)
  finding(@Root() { findingId }: AssignFindingSuccess): string {
    return findingId
  }
}
