import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, selects, toConnection } from '../../../kernel/connection.ts'
import type { Context } from '../../../kernel/context.ts'
import { change } from '../../../record/change.ts'
import { scannedCode } from '../scanned-code.ts'
import { closeLoanSet } from './close-loan-set.ts'
import { loanSetCount, loanSetOfCode, loanSetPage } from './loan-set.cypher.ts'
import { CloseLoanSetInput, ReportLoanSetInput, SendLoanSetInput } from './loan-set.input.ts'
import { linesOfLoanSet, loanSetById } from './loan-set.loader.ts'
import { LoanSet, LoanSetConnection, LoanSetLine, LoanSetReported, LoanSetResult } from './loan-set.type.ts'
import { reportLoanSet } from './report-loan-set.ts'
import { sendLoanSet } from './send-loan-set.ts'

@Resolver(() => LoanSet)
export class LoanSetResolver {
  @Query(() => LoanSetConnection, { description: 'Sets that the viewer\'s organization lent or borrowed, those that are due first before the others.' })
  async loanSets(@Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs, @Arg('open', () => Boolean, { nullable: true, defaultValue: true, description: 'False: those that were closed.' }) open: boolean | null): Promise<Connection<LoanSet>> {
    const page = pageOf(args, 50)
    const filter = { isOpen: open ?? true }
    const [rows, [count]] = await Promise.all([graph.read(loanSetPage, { ...page, ...filter }), selects(info, 'totalCount') ? graph.read(loanSetCount, filter) : []])
    return toConnection(rows, page, count?.total ?? 0, ({ place }) => place, ({ loanSet }) => loanSet)
  }

  @Query(() => LoanSet, { nullable: true, description: 'A set on loan by its id, the SSCC of its tray, or a serial that was lent in it: the one that is open, else the newest.' })
  async loanSet(@Ctx() context: Context, @Arg('code', () => String) code: string): Promise<LoanSet | null> {
    const [found] = await context.graph.read(loanSetOfCode, scannedCode(code))
    return found ? loanSetById(context).load(found.id) : null
  }

  @FieldResolver(() => [LoanSetLine], { description: 'What was in it when it was sent, and what became of that.' })
  lines(@Ctx() context: Context, @Root() { id }: LoanSet): Promise<LoanSetLine[]> {
    return linesOfLoanSet(context).load(id)
  }

  @Mutation(() => LoanSetResult, { description: 'A set goes on loan. It stays the lender\'s; recalled, held, expired and scrapped things are not taken.' })
  sendLoanSet(@Ctx() context: Context, @Arg('input', () => SendLoanSetInput) input: SendLoanSetInput): Promise<object> {
    return change(context, { action: 'SEND_LOAN_SET', idempotencyKey: input.idempotencyKey, input }, (changing) => sendLoanSet(changing, input))
  }

  @Mutation(() => LoanSetResult, { description: 'What became of things in a set: used, opened in vain, thrown away, returned. Good lines are kept, each bad line comes back with its reason.' })
  reportLoanSet(@Ctx() context: Context, @Arg('input', () => ReportLoanSetInput) input: ReportLoanSetInput): Promise<object> {
    return change(context, { action: 'REPORT_LOAN_SET', idempotencyKey: input.idempotencyKey, input, subject: input.loanSet }, (changing) => reportLoanSet(changing, input))
  }

  @Mutation(() => LoanSetResult, { description: 'The lender has settled a set: what is still out is missing, and a finding.' })
  closeLoanSet(@Ctx() context: Context, @Arg('input', () => CloseLoanSetInput) input: CloseLoanSetInput): Promise<object> {
    return change(context, { action: 'CLOSE_LOAN_SET', idempotencyKey: input.idempotencyKey, input, subject: input.loanSet }, (changing) => closeLoanSet(changing, input))
  }
}

@Resolver(() => LoanSetReported)
export class LoanSetReportedResolver {
  @FieldResolver(() => LoanSet, { nullable: true, description: 'Null where every line of a sending came back, so that nothing was sent.' })
  async loanSet(@Ctx() context: Context, @Root() { loanSetId }: LoanSetReported): Promise<LoanSet | null> {
    return loanSetId === null ? null : loanSetById(context).load(loanSetId)
  }
}
