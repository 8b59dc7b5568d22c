import { demoPassword } from '../../../server/access/demo-accounts.ts'
import type { TestHub } from '../../testkit/hub.ts'
import { openVisitor } from '../../testkit/cookie-visitor.ts'
import type { Thing } from './things.ts'
import { lately } from '../../testkit/lately.ts'

const idIn = (answer: string): string => (JSON.parse(answer) as { id: string }).id

/** Makes what comes in by REST: a file, a document of EPCIS, a named query and where its answers go, a photo, a sign-in. */
export const makeRestFixtures = async (hub: TestHub, thingOf: (id: string, ...seenBy: string[]) => Thing): Promise<Record<'import' | 'capture' | 'namedQuery' | 'subscription' | 'epcisEvent' | 'attachment' | 'session', Thing>> => {
  const post = async (viewer: string, url: string, payload: string | Buffer, type = 'application/json'): Promise<{ body: string; location: string }> => {
    const { statusCode, body, headers } = await hub.app.inject({ method: 'POST', url, payload, headers: { ...await hub.headers(viewer), 'content-type': type } })
    if (statusCode > 299) throw new Error(`${url}: ${statusCode} ${body}`)
    return { body, location: String(headers['location']).split('/').at(-1) ?? '' }
  }
  const eventID = 'urn:uuid:9b6e33b2-0f1c-4c7e-8a48-0000000000aa'
  const event = {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'], type: 'ObjectEvent', eventID, action: 'OBSERVE', bizStep: 'inspecting',
    eventTime: lately('2026-11-20T08:00:00Z'), eventTimeZoneOffset: '+00:00', epcList: ['https://id.gs1.org/01/09520000059991/21/MATRIX'],
  }
  await post('distributor-user:KANGLUO', '/epcis/events', JSON.stringify(event))
  const capture = await post('distributor-user:KANGLUO', '/epcis/capture', JSON.stringify({ '@context': event['@context'], type: 'EPCISDocument', schemaVersion: '2.0', creationDate: lately('2026-11-22T04:00:00Z'), epcisBody: { eventList: [{ ...event, eventID: eventID.replace('aa', 'ab') }] } }))
  await post('distributor-user:KANGLUO', '/epcis/queries', JSON.stringify({ name: 'matrix-real', query: { eventType: ['ObjectEvent'] } }))
  const subscription = await post('distributor-user:KANGLUO', '/epcis/queries/matrix-real/subscriptions', JSON.stringify({ dest: 'http://127.0.0.1:9/', signatureToken: 'a token that nobody else has', schedule: { hour: '3' } }))
  const file = await post('hospital-user:CJUH', '/files/imports/confirmReceipt?name=TAINT-FILE.csv', lately('code,quantity,receivedAt\nTAINT-LINE,1,2026-11-20T08:00:00Z\n'), 'text/csv')
  const photo = await post('hospital-user:CJUH', '/attachments?title=TAINT-PHOTO', Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'), 'application/pdf')
  const visitor = openVisitor(hub.url)
  await visitor.begin()
  await visitor.post({ username: 'ward.cjuh', password: demoPassword })
  const token = await visitor.token()
  const sessions = await hub.app.inject({ method: 'POST', url: '/graphql', headers: { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' }, payload: '{"query":"{ sessions { id } }"}' })
  const [session] = (JSON.parse(sessions.body) as { data: { sessions: { id: string }[] } }).data.sessions
  return {
    import: thingOf(idIn(file.body), 'CJUH'),
    capture: thingOf(capture.location, 'KANGLUO'),
    namedQuery: { real: 'matrix-real', fake: 'matrix-fake', seenBy: ['KANGLUO'] },
    subscription: thingOf(subscription.location, 'KANGLUO'),
    epcisEvent: { real: encodeURIComponent(eventID), fake: encodeURIComponent(eventID.replace('aa', 'zz')), seenBy: ['KANGLUO'] },
    attachment: thingOf(idIn(photo.body), 'CJUH', 'NINGCHUAN-MAILAN-MEDICAL-DEVICES'),
    // Each ends its own alone, colleagues' not.
    session: { real: session?.id ?? '', fake: 'AAAAAAAAAAAAAAAAAAAAA', seenBy: [] },
  }
}
