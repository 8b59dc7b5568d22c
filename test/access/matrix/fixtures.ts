import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { openGraph } from '../../../server/kernel/graph.ts'
import { startKeeper } from '../../../server/record/keeper.ts'
import { canSign, newKey, signature } from '../../features/recalls/sign-kit.ts'
import type { TestDatabase } from '../../testkit/database.ts'
import type { TestHub } from '../../testkit/hub.ts'
import { makeRestFixtures } from './rest-fixtures.ts'
import { coded, type Thing, type ThingName } from './things.ts'
import { lately } from '../../testkit/lately.ts'

const mailan = 'NINGCHUAN-MAILAN-MEDICAL-DEVICES'

/** Words that stand in one partner's business alone, with who may read them. */
export interface Taint {
  readonly text: string
  readonly seenBy: readonly string[]
}

export interface Fixtures {
  /** By code or id, all that the rows name. */
  readonly things: Readonly<Record<ThingName, Thing>>
  readonly taints: readonly Taint[]
}

const operation = (name: string): string => readFileSync(new URL(`../../contract/operations/${name}.graphql`, import.meta.url), 'utf8')

/** An id of the same kind that nothing has. */
const nobodys = (id: string): string => `${id.slice(0, 4)}AAAAAAAAAAAAAAAAAAAAAA`

const thingOf = (id: string, ...seenBy: string[]): Thing => ({ real: id, fake: nobodys(id), seenBy })

/** A keeper that ends seals all that there is. */
const sealed = async (database: TestDatabase): Promise<void> => {
  const graph = openGraph(database)
  const keeper = await startKeeper({ graph, logger: pino({ level: 'silent' }), dataFolder: database.dataFolder, settings: { keyFile: undefined, url: undefined, keyDays: 30 } })
  await keeper.stop()
  await graph.close()
}

/** Makes what the demo lacks: a case, a ticket and an acceptance record of the university hospital, a draft, a signed recall with its notices. */
export const makeFixtures = async (database: TestDatabase, hub: TestHub): Promise<Fixtures> => {
  await canSign(database, hub, 'quality')
  const say = async (viewer: string, query: string, input: object): Promise<Record<string, Record<string, unknown>>> => {
    const { data, errors } = await hub.ask<Record<string, Record<string, Record<string, unknown>>>>(viewer, query, { input: { idempotencyKey: newKey(), ...input } })
    const answer = Object.values(data ?? {})[0]
    if (errors || !answer || 'message' in answer) throw new Error(`the fixtures were refused: ${JSON.stringify(errors ?? answer)}`)
    return answer
  }
  const idIn = (answer: Record<string, Record<string, unknown>>, field: string): string => String(answer[field]?.['id'])
  const ask = async <Data>(viewer: string, query: string, variables: object = {}): Promise<Data> => (await hub.ask<Data>(viewer, query, variables)).data as Data

  const rest = await makeRestFixtures(hub, thingOf)
  const found = await ask<{ findings: { edges: { node: { id: string } }[] } }>('distributor-user:KANGLUO', '{ findings(first: 1) { edges { node { id } } } }')
  const adverseEvent = idIn(await say('hospital-user:CJUH', operation('submit-adverse-event'), {
    code: coded.pump.real, occurredOn: lately('2026-11-19'), awareOn: lately('2026-11-20'), description: 'TAINT-CASE alarm without a cause', outcomes: ['NO_HARM'], couldHaveCausedHarm: true,
    reporter: { name: 'TAINT-REPORTER', email: 'taint@example.org' }, attachments: [rest.attachment.real],
  }), 'adverseEvent')
  const ticket = idIn(await say('hospital-user:CJUH', operation('open-service-ticket'), { code: coded.pump.real, kind: 'REPAIR', summary: 'TAINT-TICKET' }), 'ticket')
  const draftOf = async (title: string, scope: object): Promise<string> =>
    idIn(await say('quality', operation('draft-recall'), { title, reason: title, classification: 'II', actions: ['STOP_USE'], scope }), 'recall')
  const draft = await draftOf('TAINT-DRAFT', { serials: [coded.pump.real] })
  const recall = await draftOf('TAINT-RECALL', { serials: [coded.pump.real] })
  await say('quality', 'mutation ($input: RecallStepInput!) { submitRecallForReview(input: $input) { __typename ... on UserError { message } } }', { recall })
  await say('quality', operation('approve-recall'), { recall, signature })
  const notices = await ask<{ recallNotices: { edges: { node: { id: string; recall: { title: string } } }[] } }>('hospital-admin:CJUH', '{ recallNotices(first: 50) { edges { node { id recall { title } } } } }')
  const notice = notices.recallNotices.edges.find(({ node }) => node.recall.title === 'TAINT-RECALL')?.node.id
  const event = await ask<{ serial: { timeline: { edges: { node: { id: string } }[] } } }>('hospital-admin:CJUH', 'query ($code: String!) { serial(code: $code) { timeline(first: 1) { edges { node { id } } } } }', { code: coded.pump.real })
  const { viewer: person } = await ask<{ viewer: { id: string; organization: { id: string; sites: { id: string }[] } } }>('hospital-user:CJUH', '{ viewer { id organization { id sites { id } } } }')
  const client = idIn(await say('hospital-admin:CJUH', 'mutation ($input: CreateClientInput!) { createClient(input: $input) { ... on ClientProofSaved { client { id } } ... on UserError { message } } }', { name: 'TAINT-CLIENT', roles: ['HOSPITAL_USER'] }), 'client')
  const webhook = idIn(await say('hospital-admin:CJUH', 'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { ... on WebhookSecretSaved { webhook { id } } ... on UserError { message } } }', { url: 'http://127.0.0.1:9', description: 'TAINT-WEBHOOK' }), 'webhook')
  const delivery = String((await say('hospital-admin:CJUH', 'mutation ($input: TestWebhookInput!) { testWebhook(input: $input) { ... on DeliveryQueued { delivery } ... on UserError { message } } }', { webhook }))['delivery'])
  const share = idIn(await say('admin', 'mutation ($input: CreateShareInput!) { createShare(input: $input) { ... on ShareCreated { share { id } } ... on UserError { message } } }', { kind: 'SERIAL', subject: coded.pump.real, recipient: 'TAINT-SHARE', expiresAt: new Date(Date.now() + 86_400_000).toISOString() }), 'share')
  const loanSet = idIn(await say('distributor-admin:KANGLUO', 'mutation ($input: SendLoanSetInput!) { sendLoanSet(input: $input) { ... on LoanSetReported { loanSet { id } } ... on UserError { message } } }',
    { sscc: '106999900070009924', to: 'CJUH', documentNumber: 'TAINT-LOAN', at: new Date().toISOString(), dueOn: '2099-01-01', lines: [{ code: '26IS0413', quantity: 1 }] }), 'loanSet')
  await say('hospital-user:CJUH', operation('confirm-receipt'), { receivedAt: new Date().toISOString(), lines: [{ code: '(00)106999900070009924' }], acceptance: { temperature: 7, remark: 'TAINT-ACCEPTANCE' } })
  const hold = idIn(await say('quality', 'mutation ($input: HoldDevicesInput!) { holdDevices(input: $input) { ... on HoldDevicesSuccess { hold { id } } ... on UserError { message } } }', { reason: 'TAINT-HOLD', until: new Date(Date.now() + 864_000_000).toISOString().slice(0, 10), signature, scope: { serials: [coded.pump.real] } }), 'hold')
  await say('quality', 'mutation ($input: AskReporterInput!) { askReporter(input: $input) { __typename ... on UserError { message } } }', { adverseEvent, question: 'TAINT-QUESTION' })
  const asked = await ask<{ adverseEvent: { requests: { id: string }[] } }>('hospital-user:CJUH', 'query ($id: ID!) { adverseEvent(id: $id) { requests { id } } }', { id: adverseEvent })
  await say('quality', 'mutation ($input: RecordFilingInput!) { recordFiling(input: $input) { __typename ... on UserError { message } } }', { subject: adverseEvent, form: 'FDA_3500A', authority: 'FDA', filedOn: new Date().toISOString(), number: 'TAINT-FILING' })
  await sealed(database)
  const papers = await ask<{ serial: { id: string; documents: { id: string }[] }; acceptanceChecks: { edges: { node: { id: string } }[] } }>('hospital-admin:CJUH', 'query ($code: String!) { serial(code: $code) { id documents { id } } acceptanceChecks(first: 1) { edges { node { id } } } }', { code: coded.pump.real })
  const records = await ask<{ auditRecords: { edges: { node: { id: string } }[] } }>('hospital-admin:CJUH', '{ auditRecords(first: 1) { edges { node { id } } } }')
  const directory = await ask<{ organizations: { edges: { node: { id: string; code: string } }[] } }>('quality', '{ organizations(first: 200) { edges { node { id code } } } }')
  const carton = await ask<{ logisticUnit: { id: string } }>('distributor-admin:KANGLUO', 'query ($code: String!) { logisticUnit(code: $code) { id } }', { code: coded.carton.real })
  if (!notice) throw new Error('the holder of the pump got no notice')
  return {
    things: {
      ...coded,
      loanSet: thingOf(loanSet, 'KANGLUO', 'CJUH'),
      adverseEvent: thingOf(adverseEvent, 'CJUH', mailan),
      ticket: thingOf(ticket, 'CJUH', mailan),
      draft: thingOf(draft, mailan),
      recall: thingOf(recall, 'CJUH', 'KANGLUO', mailan),
      notice: thingOf(notice, 'CJUH', mailan),
      event: thingOf(event.serial.timeline.edges[0]?.node.id ?? '', 'CJUH', mailan),
      person: thingOf(person.id, 'CJUH'),
      organization: thingOf(person.organization.id, 'CJUH', 'HUB-OPERATIONS'),
      site: thingOf(person.organization.sites[0]?.id ?? '', 'CJUH', 'HUB-OPERATIONS'),
      client: thingOf(client, 'CJUH'),
      webhook: thingOf(webhook, 'CJUH'),
      delivery: thingOf(delivery, 'CJUH'),
      share: thingOf(share, mailan),
      ...rest,
      hold: thingOf(hold, mailan),
      request: thingOf(asked.adverseEvent.requests[0]?.id ?? '', 'CJUH', mailan),
      finding: thingOf(found.findings.edges[0]?.node.id ?? '', 'KANGLUO'),
      document: thingOf(papers.serial.documents[0]?.id ?? '', 'CJUH', 'KANGLUO', mailan),
      device: thingOf(papers.serial.id, 'CJUH', 'KANGLUO', mailan),
      epc: { real: encodeURIComponent('https://id.gs1.org/01/06972145030188/21/ML4-260311-0452'), fake: encodeURIComponent('https://id.gs1.org/01/06972145030188/21/ML4-260311-9999'), seenBy: coded.pump.seenBy },
      carriedUnit: thingOf(carton.logisticUnit.id, 'KANGLUO', 'NYHH', mailan),
      supplier: thingOf(directory.organizations.edges.find(({ node }) => node.code === 'SULU-POLYMER')?.node.id ?? '', 'SULU-POLYMER', mailan, 'HUB-OPERATIONS'),
      record: thingOf(records.auditRecords.edges[0]?.node.id ?? '', 'CJUH'),
      acceptance: thingOf(papers.acceptanceChecks.edges[0]?.node.id ?? '', 'CJUH'),
      nothing: { real: '-', fake: '-', seenBy: [] },
    },
    taints: [
      { text: 'TAINT-CASE', seenBy: ['CJUH', mailan] },
      { text: 'TAINT-REPORTER', seenBy: ['CJUH', mailan] },
      { text: 'TAINT-TICKET', seenBy: ['CJUH', mailan] },
      { text: 'TAINT-DRAFT', seenBy: [mailan] },
      { text: 'TAINT-LOAN', seenBy: ['KANGLUO', 'CJUH', mailan] },
      { text: 'TAINT-ACCEPTANCE', seenBy: ['CJUH'] },
      { text: 'TAINT-CLIENT', seenBy: ['CJUH'] },
      { text: 'TAINT-WEBHOOK', seenBy: ['CJUH'] },
      { text: 'TAINT-SHARE', seenBy: [mailan] },
      { text: 'TAINT-FILING', seenBy: [mailan] },
      { text: 'TAINT-HOLD', seenBy: [mailan] },
      { text: 'TAINT-QUESTION', seenBy: ['CJUH', mailan] },
      { text: 'TAINT-FILE', seenBy: ['CJUH'] },
      { text: 'TAINT-LINE', seenBy: ['CJUH'] },
      { text: 'matrix-real', seenBy: ['KANGLUO'] },
      { text: 'TAINT-RECALL', seenBy: ['CJUH', 'KANGLUO', mailan] },
      { text: 'ML4-260311-0452', seenBy: ['CJUH', 'KANGLUO', mailan] },
      { text: '5031184', seenBy: ['CJUH', 'KANGLUO', 'ABBOTT-VASCULAR', 'NYHH'] },
      { text: 'R26-0118', seenBy: ['SULU-POLYMER', mailan] },
    ],
  }
}
