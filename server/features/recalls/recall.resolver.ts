import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { signaturesOfSubject } from '../../record/signature.loader.ts'
import { Signature } from '../../record/signature.type.ts'
import { noticesOfRecall } from './notice.loader.ts'
import { type RecallNotice, RecallNoticeConnection } from './notice.type.ts'
import { progressOf } from './progress.rules.ts'
import { RecallProgress } from './progress.type.ts'
import { recallCount, recallCounts, recallPage } from './recall-list.cypher.ts'
import { progressOfRecall, recallById } from './recall.loader.ts'
import { RecallScope } from './recall-scope.type.ts'
import { stepsFrom } from './recall.rules.ts'
import { Recall, RecallConnection, RecallStatus } from './recall.type.ts'
import { RecallDraft } from './asked-scope.type.ts'
import { draftOfRecall, scopeOfRecall } from './scope-of-recall.ts'

@ObjectType({ simpleResolvers: true })
class RecallCount {
  @Field(() => RecallStatus)
  status!: RecallStatus

  @Field(() => Boolean)
  drill!: boolean

  @Field(() => Int)
  count!: number
}

@Resolver(() => Recall)
export class RecallResolver {
  @Query(() => Recall, { nullable: true })
  recall(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<Recall | null> {
    return recallById(context).load(id)
  }

  @Query(() => RecallConnection, { description: 'The maker\'s own recalls and drills, the newest first. Partners read `recallNotices`.' })
  async recalls(
    @Ctx() { graph }: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('status', () => RecallStatus, { nullable: true }) status?: RecallStatus,
    @Arg('drill', () => Boolean, { nullable: true }) drill?: boolean,
  ): Promise<Connection<Recall>> {
    const page = pageOf(args, 20)
    const filter = { status: status ?? null, drill: drill ?? null }
    const [rows, [count]] = await Promise.all([graph.read(recallPage, { ...filter, before: page.after || '~', limit: page.limit }), graph.read(recallCount, { ...filter, before: '~' })])
    return toConnection(rows, page, count?.total ?? 0, ({ place }) => place, ({ recall }) => recall)
  }

  @Query(() => [RecallCount], { description: 'How many of the maker\'s recalls and drills are in each state.' })
  recallCounts(@Ctx() { graph }: Context): Promise<RecallCount[]> {
    return graph.read(recallCounts, {}) as Promise<RecallCount[]>
  }

  @FieldResolver(() => RecallScope, { description: 'A draft\'s as asked, a signed recall\'s as frozen, both as they stand now. A partner sees the numbers of its own part; the devices are on its notice.' })
  scope(@Ctx() context: Context, @Root() recall: Recall): Promise<RecallScope> {
    return scopeOfRecall(context, recall)
  }

  @FieldResolver(() => RecallDraft, { nullable: true, description: 'Until it is signed, what its draft was made of; null for partners.' })
  draft(@Ctx() context: Context, @Root() recall: Recall): Promise<RecallDraft | null> {
    return draftOfRecall(context, recall)
  }

  @FieldResolver(() => RecallProgress)
  async progress(@Ctx() context: Context, @Root() recall: Recall): Promise<RecallProgress> {
    const row = await progressOfRecall(context).load(recall.id)
    if (!row) throw new Error(`recall ${recall.id} was seen, and its progress was not`)
    return progressOf(row)
  }

  @FieldResolver(() => RecallNoticeConnection, { description: 'A partner sees its own.' })
  notices(
    @Ctx() context: Context, @Root() recall: Recall, @Args(() => PageArgs) args: PageArgs,
    @Arg('open', () => Boolean, { nullable: true, description: 'Only those that are still to be answered.' }) open?: boolean,
  ): Promise<Connection<RecallNotice>> {
    return noticesOfRecall(context, { ...pageOf(args, 50), open: open ?? false }).load(recall.id)
  }

  @FieldResolver(() => [Signature], { description: 'Oldest first.' })
  signatures(@Ctx() context: Context, @Root() recall: Recall): Promise<Signature[]> {
    return signaturesOfSubject(context).load(recall.id)
  }

  @FieldResolver(() => [String], { description: 'What may be done next: REVISE, SUBMIT, RETURN, CANCEL, APPROVE, AMEND, CHECK, CLOSE, TERMINATE. None for partners.' })
  steps(@Ctx() { viewer }: Context, @Root() recall: Recall): string[] {
    return viewer.internal ? stepsFrom(recall.status) : []
  }
}
