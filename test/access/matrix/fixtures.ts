import { readFileSync } from 'node:fs'
import { canSign, newKey, signature } from '../../features/recalls/sign-kit.ts'
import type { TestDatabase } from '../../testkit/database.ts'
import type { TestHub } from '../../testkit/hub.ts'
import { coded, type Thing } from './things.ts'

const mailan = 'NINGCHUAN-MAILAN-MEDICAL-DEVICES'

/** Words that stand in one partner's business alone, with who may read them. */
export interface Taint {
  readonly text: string
  readonly seenBy: readonly string[]
}

export interface Fixtures {
  /** By code or id, all that the rows name. */
  readonly things: Readonly<Record<string, Thing>>
  readonly taints: readonly Taint[]
}

const operation = (name: string): string => readFileSync(new URL(`../../contract/operations/${name}.graphql`, import.meta.url), 'utf8')

/** An id of the same kind that nothing has. */
const nobodys = (id: string): string => `${id.slice(0, 4)}AAAAAAAAAAAAAAAAAAAAAA`

const thingOf = (id: string, ...seenBy: string[]): Thing => ({ real: id, fake: nobodys(id), seenBy })

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

  const adverseEvent = idIn(await say('hospital-user:CJUH', operation('submit-adverse-event'), {
    code: coded.pump.real, occurredOn: '2026-11-19', awareOn: '2026-11-20', description: 'TAINT-CASE alarm without a cause', outcomes: ['NO_HARM'], couldHaveCausedHarm: true,
    reporter: { name: 'TAINT-REPORTER', email: 'taint@example.org' },
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
      session: { real: 'ses_AAAAAAAAAAAAAAAAAAAAAB', fake: 'ses_AAAAAAAAAAAAAAAAAAAAAA', seenBy: [] },
      hold: { real: 'hld_AAAAAAAAAAAAAAAAAAAAAB', fake: 'hld_AAAAAAAAAAAAAAAAAAAAAA', seenBy: [] },
      request: { real: 'req_AAAAAAAAAAAAAAAAAAAAAB', fake: 'req_AAAAAAAAAAAAAAAAAAAAAA', seenBy: [] },
      finding: { real: 'fnd_AAAAAAAAAAAAAAAAAAAAAB', fake: 'fnd_AAAAAAAAAAAAAAAAAAAAAA', seenBy: [] },
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
      { text: 'TAINT-RECALL', seenBy: ['CJUH', 'KANGLUO', mailan] },
      { text: 'ML4-260311-0452', seenBy: ['CJUH', 'KANGLUO', mailan] },
      { text: '5031184', seenBy: ['CJUH', 'KANGLUO', 'ABBOTT-VASCULAR', 'NYHH'] },
      { text: 'R26-0118', seenBy: ['SULU-POLYMER', mailan] },
    ],
  }
}
