import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql'
import { isAllowed } from '../../access/may.ts'
import { type Connection, emptyConnection, type Page, PageArgs, pageOf, selects, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { unprovenCount } from '../../record/seal.cypher.ts'
import { AuditRecordsArgs } from './audit.args.ts'
import { recordPage, recordTotal, type StoredEntry, trailCount, trailOfSubject } from './audit.cypher.ts'
import { entryOf } from './audit-entry.ts'
import { AuditLog } from './audit-log.type.ts'
import { proofOfGrowth, proofOfRecord, stateOfLog } from './audit-proof.ts'
import { AuditConnection, AuditEntry } from './audit.type.ts'

const usual = 50
const always = { from: '', to: '9999' }

/** Newest first: a page begins before the moment and id of the last entry that was read. */
const placeOf = ({ after, limit }: Page): { at: string; id: string; limit: number } => {
  const [at = '', id = ''] = after.split('|')
  return after === '' ? { at: always.to, id: '', limit } : { at, id, limit }
}

const connectionOf = (rows: readonly { entry: StoredEntry }[], page: Page, total: number): Connection<AuditEntry> =>
  toConnection(rows, page, total, ({ entry }) => `${entry.at}|${entry.id}`, ({ entry }) => entryOf(entry))

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Query(() => AuditConnection, { description: 'Who did what to this thing, newest first: what the viewer\'s organization did, and, for the maker\'s own teams, that others did something to its products.' })
  async auditTrail(
    @Ctx() { viewer, graph }: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('subject', () => ID) subject: string,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<AuditEntry>> {
    const page = pageOf(args, usual)
    if (!isAllowed(viewer, 'READ_AUDIT_TRAIL')) return emptyConnection()
    const [rows, [count]] = await Promise.all([
      graph.read(trailOfSubject, { subject, ...placeOf(page) }),
      selects(info, 'totalCount') ? graph.read(trailCount, { subject }) : [{ total: 0 }],
    ])
    return connectionOf(rows, page, count?.total ?? 0)
  }

  @Query(() => AuditConnection, { description: 'The record of the viewer\'s organization, and of what others did to a maker\'s products, newest first. For auditors and administrators.' })
  async auditRecords(@Ctx() { viewer, graph }: Context, @Info() info: GraphQLResolveInfo, @Args(() => AuditRecordsArgs) args: AuditRecordsArgs): Promise<Connection<AuditEntry>> {
    const page = pageOf(args, usual)
    if (!isAllowed(viewer, 'READ_AUDIT_RECORDS')) return emptyConnection()
    const { actor = null, organization = null, action = null, subject = null, outcome = null } = args
    const filter = { from: args.from?.toISOString() ?? always.from, to: args.to?.toISOString() ?? always.to, actor, organization, action, subject, outcome }
    const [rows, [count]] = await Promise.all([
      graph.read(recordPage, { ...filter, ...placeOf(page) }),
      selects(info, 'totalCount') ? graph.read(recordTotal, filter) : [{ total: 0 }],
    ])
    return connectionOf(rows, page, count?.total ?? 0)
  }

  @Query(() => AuditLog, { description: 'The log that every record is sealed in.' })
  async auditLog(@Ctx() { graph }: Context): Promise<AuditLog> {
    const [state, [unproven]] = await Promise.all([stateOfLog(graph), graph.read(unprovenCount, {})])
    return { size: state?.size ?? 0, apart: unproven?.apart ?? 0, checkpoint: state?.note ?? null, verifierKey: state?.key ?? null }
  }

  @Query(() => [String], { description: 'RFC 6962 consistency proof (base64) between the log\'s sizes `before` and `size`.' })
  auditConsistency(@Ctx() { graph }: Context, @Arg('before', () => Int) before: number, @Arg('size', () => Int) size: number): Promise<string[]> {
    return proofOfGrowth(graph, before, size)
  }

  @Query(() => String, { nullable: true, description: 'That a record is in the log: C2SP tlog-proof, an RFC 6962 inclusion proof with its checkpoint; `extra` is the leaf. Only of the viewer\'s own organization\'s records.' })
  auditProof(@Ctx() { graph }: Context, @Arg('id', () => ID) id: string): Promise<string | null> {
    return proofOfRecord(graph, id)
  }
}
