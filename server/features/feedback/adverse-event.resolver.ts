import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { BadInput } from '../../kernel/errors.ts'
import { lookOnce } from '../../record/look-once.ts'
import { documentById } from '../catalog/product.loader.ts'
import { Document } from '../catalog/document.type.ts'
import { Clock } from '../clocks/clock.type.ts'
import { ownVersionsOf } from '../clocks/clock-rule.loader.ts'
import { batchById, serialById } from '../custody/custody.loader.ts'
import type { BatchRow } from '../custody/batch.cypher.ts'
import { Batch } from '../custody/batch.type.ts'
import type { SerialRow } from '../custody/serial.cypher.ts'
import { Serial } from '../custody/serial.type.ts'
import { caseCounts, casePages, type CaseRow, reporterOfCase } from './adverse-event.cypher.ts'
import { caseById, contextOfCase, papersOfCase } from './adverse-event.loader.ts'
import { AdverseEvent, AdverseEventConnection, FiledReport, IdentityWarning, ImdrfTerm, PatientOutcome, Reporter, ReporterRequest } from './adverse-event.type.ts'
import { CaseContext } from './case-context.type.ts'
import { clocksOfCase } from './case-clocks.ts'
import { caseStepsFrom } from './case.rules.ts'
import { annexes, type Annex, searchTerms, termOf } from './imdrf-terms.ts'
import { identityWarnings } from './patient-identity.rules.ts'

@Resolver(() => AdverseEvent)
export class AdverseEventResolver {
  @Query(() => AdverseEventConnection, { description: 'The cases that the viewer\'s organization reported, or, for the maker\'s teams, those of its devices. The newest first.' })
  async adverseEvents(
    @Ctx() { graph, viewer }: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('status', () => String, { nullable: true }) status?: string,
    @Arg('outcomes', () => [PatientOutcome], { nullable: true, description: 'Only with one of these.' }) outcomes?: PatientOutcome[],
    @Arg('about', () => ID, { nullable: true, description: 'A product, batch or serial by id.' }) about?: string,
  ): Promise<Connection<CaseRow>> {
    const page = pageOf(args, 20)
    const filter = { status: status ?? null, outcomes: outcomes ?? [], thing: about ?? null }
    const anchor = viewer.internal ? 'maker' : 'reporter'
    const [rows, [count]] = await Promise.all([graph.read(casePages[anchor], { ...filter, before: page.after || '~', limit: page.limit }), graph.read(caseCounts[anchor], { ...filter, before: '~' })])
    return toConnection(rows, page, count?.total ?? 0, ({ place }) => place, (row) => row.case)
  }

  @Query(() => AdverseEvent, { nullable: true })
  adverseEvent(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<CaseRow | null> {
    return caseById(context).load(id)
  }

  @Query(() => [ImdrfTerm], { description: 'Terms of one annex that may be chosen, the best fit first; without words in the order of their codes.' })
  imdrfTerms(
    @Arg('annex', () => String, { description: 'A to G.' }) annex: string,
    @Arg('search', () => String, { nullable: true }) search?: string,
    @Arg('first', () => Int, { nullable: true, description: 'At most 500, which is all of one annex but E; 20 if it is not given.' }) first?: number,
  ): ImdrfTerm[] {
    if (!(annexes as readonly string[]).includes(annex)) throw new BadInput(`annex is one of ${annexes.join(', ')}.`)
    return searchTerms(annex as Annex, search ?? '', Math.max(0, Math.min(first ?? 20, 500))).map(({ code, term, definition }) => ({ code, term, definition, annex }))
  }

  @Query(() => [IdentityWarning], { description: 'Ask before a free text is sent: what in it looks like a patient\'s identity. The text is not kept.' })
  patientIdentityWarnings(@Arg('text', () => String) text: string): IdentityWarning[] {
    return identityWarnings(text.slice(0, 8_000))
  }

  @FieldResolver(() => Serial, { nullable: true })
  device(@Ctx() context: Context, @Root() { device }: CaseRow): Promise<SerialRow | null> | null {
    return device === null ? null : serialById(context).load(device)
  }

  @FieldResolver(() => Batch, { nullable: true })
  batch(@Ctx() context: Context, @Root() { lot }: CaseRow): Promise<BatchRow | null> | null {
    return lot === null ? null : batchById(context).load(lot)
  }

  @FieldResolver(() => [Clock], { description: 'The viewer\'s own, the soonest first.' })
  async clocks(@Ctx() context: Context, @Root() row: CaseRow): Promise<Clock[]> {
    const { internal, organization } = context.viewer
    return clocksOfCase(row, { internal, own: await ownVersionsOf(context).load(organization), now: new Date().toISOString() })
  }

  @FieldResolver(() => [IdentityWarning], { description: 'What in the description looks like a patient\'s identity.' })
  warnings(@Root() { description }: CaseRow): IdentityWarning[] {
    return identityWarnings(description)
  }

  @FieldResolver(() => [ImdrfTerm], { description: 'All its codes, with their words.' })
  codes(@Root() row: CaseRow): ImdrfTerm[] {
    const { deviceProblemCodes, investigationCodes, findingCodes, conclusionCodes, clinicalSignCodes, healthImpactCodes, componentCodes } = row
    return [deviceProblemCodes, investigationCodes, findingCodes, conclusionCodes, clinicalSignCodes, healthImpactCodes, componentCodes].flat()
      .flatMap((code) => { const term = termOf(code); return term ? [{ code, term: term.term, definition: term.definition, annex: code.slice(0, 1) }] : [] })
  }

  @FieldResolver(() => [ReporterRequest])
  async requests(@Ctx() context: Context, @Root() { id }: CaseRow): Promise<ReporterRequest[]> {
    return (await papersOfCase(context).load(id)).requests
  }

  @FieldResolver(() => [FiledReport], { description: 'What the viewer\'s own organization filed.' })
  async reports(@Ctx() context: Context, @Root() { id }: CaseRow): Promise<FiledReport[]> {
    return (await papersOfCase(context).load(id)).reports
  }

  @FieldResolver(() => [Document])
  async attachments(@Ctx() context: Context, @Root() { attachments }: CaseRow): Promise<Document[]> {
    const documents = await Promise.all(attachments.map((id) => documentById(context).load(id)))
    return documents.filter((document) => document !== null)
  }

  @FieldResolver(() => Reporter, { nullable: true, description: 'Null once it was erased. That the maker looked is recorded.' })
  async reporter(@Ctx() context: Context, @Root() { id, own }: CaseRow): Promise<Reporter | null> {
    const [row] = await context.graph.read(reporterOfCase, { id })
    if (row && !own) await lookOnce(context, { subject: id, field: 'reporter', maker: context.viewer.organization })
    return row?.reporter ?? null
  }

  @FieldResolver(() => CaseContext, { nullable: true, description: 'Null for the reporter.' })
  async context(@Ctx() context: Context, @Root() { id }: CaseRow): Promise<CaseContext | null> {
    const row = await contextOfCase(context).load(id)
    return row ? ({ lotCount: row.lotCount, receipts: row.receipts, lots: row.lots, related: row.related, ticketIds: row.tickets, recallIds: row.recalls } as unknown as CaseContext) : null
  }

  @FieldResolver(() => [String], { description: 'What may be done next: TRIAGE, CODE, ASK, ASSESS, CONCLUDE, REOPEN. None for the reporter.' })
  steps(@Ctx() { viewer }: Context, @Root() { status }: CaseRow): string[] {
    return viewer.internal ? caseStepsFrom(status) : []
  }
}
