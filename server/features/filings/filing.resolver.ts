import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { change } from '../../record/change.ts'
import { sha256Of } from '../catalog/document-store.ts'
import { buildReport } from './build-report.ts'
import { filingsOf, type StoredFiling } from './filing.cypher.ts'
import { RecordFilingInput } from './filing.input.ts'
import { AuthorityReport, Filing, RecordFilingResult, RecordFilingSuccess, ReportForm } from './filing.type.ts'
import { recordFiling } from './record-filing.ts'

/** As it was frozen, and whether it still is. */
const shown = (stored: StoredFiling): Filing =>
  ({ ...stored, form: ReportForm[stored.form as ReportForm], intact: sha256Of(stored.content) === stored.sha256, report: JSON.parse(stored.content) as AuthorityReport })

const filings = async ({ graph }: Context, subject: string): Promise<Filing[]> => (await graph.read(filingsOf, { subject })).map(({ filing }) => shown(filing))

@Resolver()
export class FilingResolver {
  @Query(() => AuthorityReport, { nullable: true, description: 'The fields of a form as the hub fills them now, with what is missing. Of a case: for its reporter and its maker; of a recall: for its maker.' })
  authorityReport(@Ctx() { graph }: Context, @Arg('subject', () => ID, { description: 'A case or a recall.' }) subject: string, @Arg('form', () => ReportForm) form: ReportForm): Promise<AuthorityReport | null> {
    return buildReport((statement, input) => graph.read(statement, input), form, subject, new Date().toISOString())
  }

  @Query(() => [Filing], { description: 'What the viewer\'s own organization filed about a case or recall, the newest first.' })
  filings(@Ctx() context: Context, @Arg('subject', () => ID) subject: string): Promise<Filing[]> {
    return filings(context, subject)
  }

  @Mutation(() => RecordFilingResult, { description: 'Records that a report was filed, and freezes it.' })
  recordFiling(@Ctx() context: Context, @Arg('input', () => RecordFilingInput) input: RecordFilingInput): Promise<object> {
    const { idempotencyKey, subject } = input
    return change(context, { action: 'RECORD_FILING', idempotencyKey, input, subject }, (changing) => recordFiling(changing, input))
  }
}

@Resolver(() => RecordFilingSuccess)
export class RecordedFilingResolver {
  @FieldResolver(() => Filing, { nullable: true })
  async filing(@Ctx() context: Context, @Root() { subject, filingId }: RecordFilingSuccess): Promise<Filing | undefined> {
    return (await filings(context, subject)).find(({ id }) => id === filingId)
  }
}
