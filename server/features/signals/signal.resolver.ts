import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { Day } from '../../kernel/scalars.ts'
import { dayText } from '../../kernel/times.ts'
import { change } from '../../record/change.ts'
import { findingById } from '../custody/report/finding.loader.ts'
import { Finding } from '../custody/report/finding.type.ts'
import type { CaseRow } from '../feedback/adverse-event.cypher.ts'
import { caseById } from '../feedback/adverse-event.loader.ts'
import { AdverseEvent } from '../feedback/adverse-event.type.ts'
import { findSignals } from './find-signals.ts'
import { openSignalTask } from './open-signal-task.ts'
import { OpenSignalTaskInput } from './signal.input.ts'
import { casesBehind } from './signal.cypher.ts'
import { usualParameters } from './signal.rules.ts'
import { OpenSignalTaskResult, OpenSignalTaskSuccess, Signal, SignalReport } from './signal.type.ts'
import { type SignalTask, tasksOfSignals } from './task.cypher.ts'

const taskOfSignal = loaderOf<string, SignalTask | null>(
  async ({ graph }, signals) => bySubject(await graph.read(tasksOfSignals, { signals }), ({ signal }) => signal, (task) => task),
  () => null,
)

const keyOf = ({ since, kind, thing }: { since: string; kind: string; thing: string }): string => `${since}|${kind}|${thing}`

const casesOfSignal = loaderOf<string, readonly string[]>(
  async ({ graph }, keys) => bySubject(await graph.read(casesBehind, { signals: keys.map((key) => { const [since = '', kind = '', thing = ''] = key.split('|'); return { since, kind, thing } }) }), ({ signal }) => keyOf(signal), ({ cases }) => cases),
  () => [],
)

@Resolver(() => Signal)
export class SignalResolver {
  @Query(() => SignalReport, { description: 'For the maker: what has more cases than its other devices let expect, with the method\'s parameters. Nothing for others.' })
  async signals(
    @Ctx() { graph }: Context,
    @Arg('since', () => Day, { nullable: true, description: 'Cases received from this day on; all without it.' }) since?: Date | string,
  ): Promise<SignalReport> {
    return { ...(await findSignals((statement, input) => graph.read(statement, input), dayText(since) ?? '')), ...usualParameters }
  }

  @Mutation(() => OpenSignalTaskResult, { description: 'Makes a task of a signal: a finding, to be cleared with what was found.' })
  openSignalTask(@Ctx() context: Context, @Arg('input', () => OpenSignalTaskInput) input: OpenSignalTaskInput): Promise<object> {
    return change(context, { action: 'HANDLE_ADVERSE_EVENT', idempotencyKey: `openSignalTask:${input.idempotencyKey}`, input }, (changing) => openSignalTask(changing, input))
  }

  @FieldResolver(() => Finding, { nullable: true, description: 'The newest task that was made of it.' })
  async task(@Ctx() context: Context, @Root() { kind, thing }: Signal): Promise<Finding | null> {
    const task = await taskOfSignal(context).load(`${kind} ${thing}`)
    return task ? findingById(context).load(task.id) : null
  }

  @FieldResolver(() => [AdverseEvent], { description: 'The cases behind it, the newest first, at most 50.' })
  async adverseEvents(@Ctx() context: Context, @Root() signal: Signal): Promise<CaseRow[]> {
    const cases = await Promise.all((await casesOfSignal(context).load(keyOf(signal))).map((id) => caseById(context).load(id)))
    return cases.filter((it) => it !== null)
  }
}

@Resolver(() => OpenSignalTaskSuccess)
export class OpenedSignalTaskResolver {
  @FieldResolver(() => Finding, { nullable: true })
  finding(@Ctx() context: Context, @Root() { findingId }: OpenSignalTaskSuccess): Promise<Finding | null> {
    return findingById(context).load(findingId)
  }
}
