import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { change } from '../../record/change.ts'
import { ownVersionsOf } from '../clocks/clock-rule.loader.ts'
import { authoritiesOfRecalls } from './authority.cypher.ts'
import { RecordRecallAuthorityInput, RecordRecallReportInput } from './authority.input.ts'
import { RecallAuthority } from './authority.type.ts'
import { authoritiesOf, type RecallFactsByAuthority } from './authorities.rules.ts'
import { ChangeRecallResult, Recall } from './recall.type.ts'
import { recordRecallAuthority, recordRecallReport } from './record-authority.ts'

const factsOfRecall = loaderOf<string, RecallFactsByAuthority | null>(
  async ({ graph }, ids) => bySubject(await graph.read(authoritiesOfRecalls, { ids }), ({ recall }) => recall.id, ({ recall }) => recall),
  () => null,
)

@Resolver(() => Recall)
export class RecallAuthorityResolver {
  @FieldResolver(() => [RecallAuthority], { description: 'Before which authorities it stands, with level, number and the maker\'s deadlines. For the maker alone.' })
  async authorities(@Ctx() context: Context, @Root() { id }: Recall): Promise<RecallAuthority[]> {
    const [facts, own] = await Promise.all([factsOfRecall(context).load(id), ownVersionsOf(context).load(context.viewer.organization)])
    return facts ? authoritiesOf(facts, own, new Date().toISOString()) : []
  }

  @Mutation(() => ChangeRecallResult, { description: 'Level, authority and number of a recall in one jurisdiction.' })
  recordRecallAuthority(@Ctx() context: Context, @Arg('input', () => RecordRecallAuthorityInput) input: RecordRecallAuthorityInput): Promise<object> {
    return change(context, { action: 'RECORD_FILING', idempotencyKey: `recordRecallAuthority:${input.idempotencyKey}`, input, subject: input.recall }, (changing) => recordRecallAuthority(changing, input))
  }

  @Mutation(() => ChangeRecallResult, { description: 'That something was told or filed about a recall: meets a deadline.' })
  recordRecallReport(@Ctx() context: Context, @Arg('input', () => RecordRecallReportInput) input: RecordRecallReportInput): Promise<object> {
    return change(context, { action: 'RECORD_FILING', idempotencyKey: `recordRecallReport:${input.idempotencyKey}`, input, subject: input.recall }, (changing) => recordRecallReport(changing, input))
  }
}
