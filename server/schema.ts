import { isInterfaceType, isUnionType, type GraphQLSchema } from 'graphql'
import { buildSchema, type NonEmptyArray } from 'type-graphql'
import { AcceptanceResolver } from './features/acceptance/acceptance.resolver.ts'
import { ErasePersonResolver } from './features/exports/erase-person.resolver.ts'
import { EraseWordsResolver } from './features/exports/erase-words.resolver.ts'
import { AuditResolver } from './features/audit/audit.resolver.ts'
import { OrganizationProductsResolver, ProductResolver } from './features/catalog/product.resolver.ts'
import { BatchResolver, ProductBatchesResolver } from './features/custody/batch.resolver.ts'
import { EventResolver } from './features/custody/report/event.resolver.ts'
import { AssignFindingSuccessResolver, ClearFindingSuccessResolver, FindingResolver } from './features/custody/report/finding.resolver.ts'
import { GoodsActionResolver, GoodsReportedResolver } from './features/custody/report/goods-action.resolver.ts'
import { GoodsReportResolver, RecordUsageSuccessResolver, RegisterSupplierLotSuccessResolver } from './features/custody/report/goods-report.resolver.ts'
import { InventoryResolver } from './features/custody/inventory.resolver.ts'
import { LoanSetReportedResolver, LoanSetResolver } from './features/custody/loan/loan-set.resolver.ts'
import { SsccResolver } from './features/custody/packing/sscc.resolver.ts'
import { ShipmentResolver } from './features/custody/shipment/shipment.resolver.ts'
import { LogisticUnitResolver } from './features/custody/logistic-unit.resolver.ts'
import { SerialResolver } from './features/custody/serial.resolver.ts'
import { WhereaboutsResolver } from './features/custody/whereabouts.resolver.ts'
import { LiveResolver } from './features/delivery/live.resolver.ts'
import { MessageResolver } from './features/delivery/message.resolver.ts'
import { LoggedPhoneCallResolver, NoticePhoneResolver, PhoneContactResolver, PhoneTasksResolver } from './features/delivery/phone.resolver.ts'
import { WebhookResolver } from './features/delivery/webhook.resolver.ts'
import { DemoResolver } from './features/demo/demo.resolver.ts'
import { AdverseEventChangeResolver, HandledAdverseEventResolver, SubmittedAdverseEventResolver } from './features/feedback/adverse-event-change.resolver.ts'
import { AdverseEventResolver } from './features/feedback/adverse-event.resolver.ts'
import { CaseContextResolver, RelatedCaseResolver } from './features/feedback/case-context.resolver.ts'
import { CaseTicketResolver, TicketCasesResolver } from './features/feedback/ticket-cases.resolver.ts'
import { ClockRuleResolver, RevisedClockRuleResolver } from './features/clocks/clock-rule.resolver.ts'
import { FilingResolver, RecordedFilingResolver } from './features/filings/filing.resolver.ts'
import { GenealogyResolver } from './features/genealogy/genealogy.resolver.ts'
import { LookupResolver } from './features/lookup/lookup.resolver.ts'
import { ApiClientResolver } from './features/partners/api-client.resolver.ts'
import { OrganizationChangeResolver } from './features/partners/organization-change.resolver.ts'
import { OrganizationResolver } from './features/partners/organization.resolver.ts'
import { PersonResolver } from './features/partners/person.resolver.ts'
import { SecondFactorResolver } from './features/partners/second-factor.resolver.ts'
import { SessionResolver } from './features/partners/session.resolver.ts'
import { ViewerResolver } from './features/partners/viewer.resolver.ts'
import { RecallScopeResolver } from './features/recalls/recall-scope.resolver.ts'
import { HoldSignatureResolver, QualityHoldResolver } from './features/recalls/hold.resolver.ts'
import { AcknowledgedNoticeResolver, AnsweredNoticeResolver, CheckedNoticeResolver, NoticeChangeResolver } from './features/recalls/notice-change.resolver.ts'
import { RecallNoticeResolver } from './features/recalls/notice.resolver.ts'
import { NoticeSubscriptionResolver } from './features/recalls/notice-subscription.resolver.ts'
import { RecallPolicyResolver } from './features/recalls/policy.resolver.ts'
import { ApprovedRecallResolver, ChangedRecallResolver, ClosedRecallResolver, DraftedRecallResolver, RecallChangeResolver } from './features/recalls/recall-change.resolver.ts'
import { RecallAuthorityResolver } from './features/recalls/authority.resolver.ts'
import { RecallResolver } from './features/recalls/recall.resolver.ts'
import { BatchRecallsResolver, ItemRecallsResolver, SerialRecallsResolver } from './features/recalls/things-recalls.resolver.ts'
import { ShareResolver } from './features/shares/share.resolver.ts'
import { HandledTicketResolver, OpenedTicketResolver, TicketChangeResolver } from './features/service/ticket-change.resolver.ts'
import { OpenedSignalTaskResolver, SignalResolver } from './features/signals/signal.resolver.ts'
import { PlannedProductResolver, ProductPlanResolver, SerialDueResolver, ServiceDueResolver } from './features/service/service-plan.resolver.ts'
import { SerialTicketsResolver, ServiceTicketResolver } from './features/service/ticket.resolver.ts'
import { labelOfId } from './kernel/ids.ts'
import type { Node } from './kernel/node.ts'
import { NodeResolver } from './node.resolver.ts'

/** The features, each with what it adds to the API. A new one is one line here. */
const resolvers: NonEmptyArray<new () => object> = [
  NodeResolver,
  ViewerResolver,
  PersonResolver,
  SecondFactorResolver,
  SessionResolver,
  ApiClientResolver,
  ShareResolver,
  OrganizationResolver,
  OrganizationChangeResolver,
  ProductResolver,
  OrganizationProductsResolver,
  BatchResolver,
  ProductBatchesResolver,
  SerialResolver,
  WhereaboutsResolver,
  LogisticUnitResolver,
  InventoryResolver,
  ShipmentResolver,
  SsccResolver,
  AcceptanceResolver,
  LoanSetResolver,
  LoanSetReportedResolver,
  GoodsReportResolver,
  GoodsActionResolver,
  EventResolver,
  FindingResolver,
  AssignFindingSuccessResolver,
  ClearFindingSuccessResolver,
  GoodsReportedResolver,
  RecordUsageSuccessResolver,
  RegisterSupplierLotSuccessResolver,
  LookupResolver,
  GenealogyResolver,
  RecallResolver,
  RecallScopeResolver,
  SerialRecallsResolver,
  BatchRecallsResolver,
  ItemRecallsResolver,
  RecallNoticeResolver,
  NoticeSubscriptionResolver,
  RecallAuthorityResolver,
  RecallChangeResolver,
  DraftedRecallResolver,
  ApprovedRecallResolver,
  ClosedRecallResolver,
  ChangedRecallResolver,
  NoticeChangeResolver,
  AcknowledgedNoticeResolver,
  AnsweredNoticeResolver,
  CheckedNoticeResolver,
  QualityHoldResolver,
  HoldSignatureResolver,
  RecallPolicyResolver,
  ClockRuleResolver,
  RevisedClockRuleResolver,
  AdverseEventResolver,
  CaseContextResolver,
  SignalResolver,
  OpenedSignalTaskResolver,
  RelatedCaseResolver,
  AdverseEventChangeResolver,
  SubmittedAdverseEventResolver,
  HandledAdverseEventResolver,
  FilingResolver,
  RecordedFilingResolver,
  ServiceTicketResolver,
  SerialTicketsResolver,
  TicketChangeResolver,
  OpenedTicketResolver,
  HandledTicketResolver,
  TicketCasesResolver,
  CaseTicketResolver,
  ServiceDueResolver,
  PlannedProductResolver,
  ProductPlanResolver,
  SerialDueResolver,
  WebhookResolver,
  MessageResolver,
  LiveResolver,
  PhoneTasksResolver,
  NoticePhoneResolver,
  LoggedPhoneCallResolver,
  PhoneContactResolver,
  AuditResolver,
  ErasePersonResolver,
  EraseWordsResolver,
  DemoResolver,
]

/** type-graphql makes `resolveType` a promise, which graphql-jit does not wait for: a compiled `node(id:)` would fail. */
const resolvedAtOnce = (schema: GraphQLSchema): GraphQLSchema => {
  const node = schema.getType('Node')
  if (isInterfaceType(node)) node.resolveType = ({ id }: Node) => labelOfId(id)
  for (const type of Object.values(schema.getTypeMap())) if (isUnionType(type)) type.resolveType = ({ __typename }: { __typename: string }) => __typename
  return schema
}

/** type-graphql asks for one; here the outbox is what is listened to (kernel/live.ts). */
const noPubSub = {
  publish: (): never => { throw new Error('Messages go through the outbox') },
  subscribe: (): never => { throw new Error('Subscriptions follow the outbox') },
}

/** The published schema. Inputs are checked by the features themselves, which say what to do. */
export const openSchema = async (): Promise<GraphQLSchema> => resolvedAtOnce(await buildSchema({ resolvers, validate: false, pubSub: noPubSub }))
