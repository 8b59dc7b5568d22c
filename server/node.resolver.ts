import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import type DataLoader from 'dataloader'
import { documentById, productById } from './features/catalog/product.loader.ts'
import { batchById, logisticUnitById, serialById } from './features/custody/custody.loader.ts'
import { loanSetById } from './features/custody/loan/loan-set.loader.ts'
import { caseById } from './features/feedback/adverse-event.loader.ts'
import { eventById, sellThroughById } from './features/custody/report/report.loader.ts'
import { organizationById, siteById } from './features/partners/organization.loader.ts'
import { noticeById } from './features/recalls/notice.loader.ts'
import { recallById } from './features/recalls/recall.loader.ts'
import { ticketById } from './features/service/ticket.loader.ts'
import type { Context } from './kernel/context.ts'
import { labelOfId, type NodeLabel } from './kernel/ids.ts'
import { Node } from './kernel/node.ts'

type ById = (context: Context) => Pick<DataLoader<string, Node | null>, 'load'>

/** How each kind is found by its global id, under the viewer's own rights. */
const byId: Partial<Record<NodeLabel, ById>> = {
  Organization: organizationById,
  Site: siteById,
  Product: productById,
  Batch: batchById,
  Serial: serialById,
  LogisticUnit: logisticUnitById,
  LoanSet: loanSetById,
  Event: eventById,
  SellThroughReport: sellThroughById,
  Document: documentById,
  Recall: recallById,
  RecallNotice: noticeById,
  ServiceTicket: ticketById,
  AdverseEvent: caseById,
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Any object by its global id; null where there is none, or none for this viewer.' })
  async node(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<Node | null> {
    const label = labelOfId(id)
    const find = label && byId[label]
    return find ? find(context).load(id) : null
  }
}
