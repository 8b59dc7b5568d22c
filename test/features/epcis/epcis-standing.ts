import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openReceiver } from '../delivery/receiver.ts'
import { cjuh, type EpcisBench, kangluo } from './epcis-bench.ts'
import { documentOf } from './epcis-kit.ts'
import { signatureToken, tellDue, toldIn } from './telling-kit.ts'
import { lately } from '../../testkit/lately.ts'

const carrier = 'carrier:LANQIAO-COLDCHAIN'

const count = cypher<{ code: string }, { total: number }>()`
MATCH (organization:Organization {code: $in.code}) MATCH (query:EpcisQuery) WHERE query.organization = organization.id AND query.name > ''
MATCH (subscription:EpcisSubscription) WHERE subscription.query = query.id AND subscription.createdAt > '' RETURN count(*) AS total`
const leave = cypher<{ code: string; at: string | null }, never>()`MATCH (organization:Organization {code: $in.code}) SET organization.suspendedAt = $in.at`

const observed = (number: string): object => ({
  type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'https://standing.example/step', eventTime: lately('2026-11-21T01:00:00.000Z'), eventTimeZoneOffset: '+08:00', epcList: [`urn:epc:id:sgtin:6999900.112233.${number}`],
})
const query = { EQ_bizStep: ['https://standing.example/step'], eventType: ['ObjectEvent'] }

export const describeStanding = (of: () => EpcisBench): void => {
  describe('a query kept under a name', () => {
    it('is its organization’s own: answers as what it says does, and does not exist for others', async () => {
      const { epcis } = of()
      expect((await epcis.send(kangluo, 'POST', '/queries', { name: 'steps', query })).status).toBe(201)
      await epcis.capture(kangluo, documentOf(['N1', 'N2', 'N3'].map(observed)))
      expect(await epcis.events(kangluo, '/queries/steps/events')).toHaveLength(3)
      expect((await epcis.send(kangluo, 'GET', '/queries/steps/events?perPage=2')).headers['link']).toContain('/epcis/queries/steps/events?perPage=2&nextPageToken=')
      expect((await epcis.send(kangluo, 'GET', '/queries')).body).toEqual([{ name: 'steps', query }])
      for (const path of ['/queries/steps', '/queries/steps/events', '/queries/steps/subscriptions']) expect((await epcis.send(cjuh, 'GET', path)).status).toBe(404)
      expect((await epcis.send(cjuh, 'GET', '/queries')).body).toEqual([])
      expect((await epcis.send(cjuh, 'DELETE', '/queries/steps')).status).toBe(404)
      expect((await epcis.send(kangluo, 'POST', '/queries', { name: 'steps', query })).body).toMatchObject({ type: 'epcisException:ResourceAlreadyExistsException' })
      expect((await epcis.send(cjuh, 'POST', '/queries', { name: 'steps', query })).status).toBe(201)
      expect(await epcis.events(cjuh, '/queries/steps/events')).toEqual([])
    })

    it.each([[{ name: 'a b', query }], [{ name: 'wrong', query: { EQ_colour: 'red' } }], [{ name: 'wrong' }], [{ name: 'wrong', query: { EQ_bizStep: [{}] } }]])('%j is refused', async (body) =>
      expect((await of().epcis.send(kangluo, 'POST', '/queries', body)).status).toBe(400))

    it('is not made by whose role does not allow it', async () => expect((await of().epcis.send('auditor', 'POST', '/queries', { name: 'audited', query })).status).toBe(403))
  })

  describe('a subscription', () => {
    it('sends what is new, signed, once, and goes on only after a 2xx', async () => {
      const { epcis } = of()
      const receiver = await openReceiver()
      receiver.answer('/stream', (response, turn) => void response.writeHead(turn === 1 ? 500 : 204).end())
      const { status, headers, body } = await epcis.send(kangluo, 'POST', '/queries/steps/subscriptions', { dest: `${receiver.url}/stream`, signatureToken, stream: true })
      expect(status).toBe(201)
      expect(JSON.stringify(body)).not.toContain(signatureToken)
      const path = String(headers['location']).replace('/epcis', '')
      expect((await epcis.send(cjuh, 'GET', path)).status).toBe(404)
      await epcis.capture(kangluo, documentOf(['S1', 'S2'].map(observed)))
      await tellDue(of())
      await tellDue(of(), 120_000)
      const [first, again] = receiver.at('/stream')
      expect(toldIn(first!).sort()).toEqual(['S1', 'S2'])
      expect([again!.headers['webhook-id'], toldIn(again!)]).toEqual([first!.headers['webhook-id'], toldIn(first!)])
      const { 'webhook-id': id, 'webhook-timestamp': at, 'gs1-signature': signature } = again!.headers
      expect(signature).toBe(`v1,${createHmac('sha256', signatureToken).update(`${String(id)}.${String(at)}.${again!.body}`).digest('base64')}`)
      await epcis.capture(kangluo, documentOf(['S3'].map(observed)))
      await Promise.all(['one', 'two', 'three'].map((holder) => tellDue(of(), 180_000, holder)))
      expect(receiver.at('/stream').slice(2).map(toldIn)).toEqual([['S3']])
      expect((await epcis.send(kangluo, 'DELETE', path)).status).toBe(204)
      await receiver.stop()
    })

    it('by a schedule tells also that there is nothing, where that was asked for', async () => {
      const receiver = await openReceiver()
      const asked = { dest: `${receiver.url}/daily`, signatureToken, schedule: { hour: '1', minute: '5' }, reportIfEmpty: true }
      const { body, headers } = await of().epcis.send(cjuh, 'POST', '/queries/steps/subscriptions', asked)
      expect(body).toMatchObject({ queryName: 'steps', schedule: asked.schedule, reportIfEmpty: true })
      await tellDue(of(), 2 * 86_400_000)
      await tellDue(of(), 2 * 86_400_000)
      expect(receiver.at('/daily').map(toldIn)).toEqual([[]])
      expect((await of().epcis.send(cjuh, 'GET', String(headers['location']).replace('/epcis', ''))).body).toHaveProperty('lastNotifiedAt')
      expect((await of().epcis.send(cjuh, 'DELETE', '/queries/steps')).status).toBe(204)
      await receiver.stop()
    })

    it.each([
      ['within the network or no address', { dest: 'nowhere', signatureToken, stream: true }], ['too short a token', { dest: 'https://hooks.example', signatureToken: 'short', stream: true }],
      ['neither stream nor schedule', { dest: 'https://hooks.example', signatureToken }], ['both', { dest: 'https://hooks.example', signatureToken, stream: true, schedule: { hour: '1' } }],
    ])('is refused: %s', async (_name, body) => expect((await of().epcis.send(kangluo, 'POST', '/queries/steps/subscriptions', body)).status).toBe(400))

    it('ends when its subscriber may not act any more', async () => {
      const { epcis, graph } = of()
      const receiver = await openReceiver()
      await epcis.send(carrier, 'POST', '/queries', { name: 'left', query })
      await epcis.send(carrier, 'POST', '/queries/left/subscriptions', { dest: `${receiver.url}/left`, signatureToken, stream: true })
      await epcis.capture(carrier, documentOf(['L1'].map(observed)))
      const code = 'LANQIAO-COLDCHAIN'
      await graph.write((writer) => writer.run(leave, { code, at: new Date().toISOString() }))
      await tellDue(of(), 240_000)
      expect(receiver.received).toEqual([])
      expect(await graph.read(count, { code })).toEqual([{ total: 0 }])
      await graph.write((writer) => writer.run(leave, { code, at: null }))
      await receiver.stop()
    })
  })
}
