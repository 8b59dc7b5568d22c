import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openReceiver } from '../delivery/receiver.ts'
import { cjuh, type EpcisBench, kangluo } from './epcis-bench.ts'
import { documentOf } from './epcis-kit.ts'
import { openTestTelling, signatureToken, tellDue, toldIn } from './telling-kit.ts'
import { lately } from '../../testkit/lately.ts'

const step = 'https://telling.example/step'
const observed = (number: string): object => ({
  type: 'ObjectEvent', action: 'OBSERVE', bizStep: step, eventTime: lately('2026-11-21T01:00:00.000Z'), eventTimeZoneOffset: '+08:00', epcList: [`urn:epc:id:sgtin:6999900.112244.${number}`],
})

const define = cypher<{ name: string; definition: string }, never>()`MATCH (query:EpcisQuery) WHERE query.name = $in.name SET query.definition = $in.definition`
const words = cypher<object, { type: string; data: string }>()`MATCH (message:OutboxMessage) WHERE message.type STARTS WITH 'subscription.' RETURN message.type AS type, message.data AS data ORDER BY message.at, message.id`

/** Whom something keeps from being told, and what becomes of the others. */
export const describeTelling = (of: () => EpcisBench): void => {
  const subscribe = async (viewer: string, name: string, more: object): Promise<string> => {
    await of().epcis.send(viewer, 'POST', '/queries', { name, query: { EQ_bizStep: [step] } })
    const { headers } = await of().epcis.send(viewer, 'POST', `/queries/${name}/subscriptions`, { signatureToken, ...more })
    return String(headers['location']).replace('/epcis', '')
  }
  const remove = async (viewer: string, ...names: string[]): Promise<void> => { for (const name of names) await of().epcis.send(viewer, 'DELETE', `/queries/${name}`) }

  describe('a subscriber', () => {
    it('is not held up by another whose addresses are slow', async () => {
      const receiver = await openReceiver()
      const held: ServerResponse[] = []
      receiver.answer('/slow', (response) => void held.push(response))
      const told = new Promise<void>((resolve) => receiver.answer('/quick', (response) => { response.writeHead(204).end(); resolve() }))
      for (let index = 0; index < 9; index += 1) await subscribe(kangluo, 'slow', { dest: `${receiver.url}/slow`, stream: true })
      await of().epcis.capture(kangluo, documentOf([observed('F1')]))
      await subscribe(cjuh, 'quick', { dest: `${receiver.url}/quick`, stream: true })
      await of().epcis.capture(cjuh, documentOf([observed('F2')]))
      const telling = openTestTelling(of())
      await telling.look()
      await told
      expect(await telling.look()).toBe(0)
      expect(receiver.at('/slow').length).toBeLessThanOrEqual(2)
      receiver.answer('/slow', (response) => void response.writeHead(204).end())
      for (const response of held) response.writeHead(204).end()
      await telling.idle()
      while (await telling.look() > 0) await telling.idle()
      expect(receiver.at('/slow')).toHaveLength(9)
      await remove(kangluo, 'slow')
      await remove(cjuh, 'quick')
      await receiver.stop()
    })

    it('is told what could not be found out, and later what is new', async () => {
      const receiver = await openReceiver()
      const path = await subscribe(kangluo, 'odd', { dest: `${receiver.url}/odd`, stream: true })
      await of().epcis.capture(kangluo, documentOf([observed('G1')]))
      const redefine = (query: object): Promise<unknown> => of().graph.write((writer) => writer.run(define, { name: 'odd', definition: JSON.stringify(query) }))
      const shown = async (): Promise<unknown> => (await of().epcis.send(kangluo, 'GET', path)).body?.['devicetrail:failing']
      // As a later version of the hub finds what an earlier one kept.
      await redefine({ EQ_colour: 'red' })
      for (let hours = 1; hours <= 4; hours += 1) await tellDue(of(), hours * 3_600_000)
      const why = 'The hub knows no query parameter EQ_colour.'
      expect(await shown()).toMatchObject({ times: 4, why })
      expect((await of().graph.read(words, {})).filter(({ type }) => type === 'subscription.failing').map(({ data }) => JSON.parse(data) as unknown)).toMatchObject([{ query: 'odd', why }])
      await redefine({ EQ_bizStep: [step] })
      await tellDue(of(), 6 * 3_600_000)
      expect(receiver.at('/odd').map(toldIn)).toEqual([['G1']])
      expect(await shown()).toBeUndefined()
      await remove(kangluo, 'odd')
      await receiver.stop()
    })

    it('who asks for all from long ago by a schedule gets it in messages of their usual size, each event once', async () => {
      const receiver = await openReceiver()
      const numbers = Array.from({ length: 450 }, (_, index) => `H${index}`)
      await of().epcis.capture(kangluo, documentOf(numbers.map(observed)))
      await subscribe(kangluo, 'history', { dest: `${receiver.url}/history`, schedule: { hour: '1', minute: '5' }, reportIfEmpty: true, initialRecordTime: '2000-01-01T00:00:00Z' })
      const telling = openTestTelling(of(), 2 * 86_400_000)
      while (await telling.look() > 0) await telling.idle()
      const messages = receiver.at('/history').map(toldIn)
      const told = messages.flat().filter((number) => number.startsWith('H'))
      expect(Math.max(...messages.map((message) => message.length))).toBe(200)
      expect(messages.length).toBeGreaterThan(2)
      expect([...told].sort()).toEqual([...numbers].sort())
      await remove(kangluo, 'history')
      await receiver.stop()
    })

    it('whose address is gone is told so by the bell: the subscription is at an end', async () => {
      const receiver = await openReceiver()
      receiver.answer('/gone', (response) => void response.writeHead(410).end())
      await of().epcis.capture(kangluo, documentOf([observed('I1')]))
      const path = await subscribe(kangluo, 'gone', { dest: `${receiver.url}/gone`, stream: true, initialRecordTime: '2000-01-01T00:00:00Z' })
      await tellDue(of(), 3_600_000)
      expect((await of().epcis.send(kangluo, 'GET', path)).status).toBe(404)
      expect(await of().graph.read(words, {})).toContainEqual({ type: 'subscription.ended', data: expect.stringContaining('410') as unknown })
      await remove(kangluo, 'gone')
      await receiver.stop()
    })
  })
}
