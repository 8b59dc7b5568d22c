import { describe, expect, it } from 'vitest'
import { openSocket, type TestSocket } from '../../doors/socket-kit.ts'
import { type DeliveryStage, mutation } from './delivery-kit.ts'

/** Over the database of delivery.db.test.ts: subscriptions, and what a person has read. */
export const liveSuite = (of: () => DeliveryStage): void => void describe('live', () => {
  const subscriptions = {
    message: 'subscription { messageArrived { type subject read } }', case: 'subscription { adverseEventChanged { id status } }',
    ticket: 'subscription { serviceTicketChanged { id } }', finding: 'subscription { findingRaised { id code } }',
  }
  const listen = async (viewer: string, ...names: readonly (keyof typeof subscriptions)[]): Promise<TestSocket> => {
    const socket = await openSocket(of().hub.url)
    socket.send({ type: 'connection_init', payload: { authorization: (await of().hub.headers(viewer))['authorization'] } })
    expect(await socket.next()).toMatchObject({ type: 'connection_ack' })
    for (const name of names) socket.send({ id: name, type: 'subscribe', payload: { query: subscriptions[name] } })
    return socket
  }
  /** What came, by subscription, until each has said something. */
  const heard = async (socket: TestSocket, ...names: readonly string[]): Promise<Record<string, unknown>> => {
    const said: Record<string, unknown> = {}
    while (names.some((name) => !(name in said))) {
      const { id, payload } = await socket.next() as { id: string; payload: { data: Record<string, unknown> } }
      said[id] ??= Object.values(payload.data)[0]
    }
    return said
  }
  const nothingMore = async (socket: TestSocket): Promise<void> => {
    socket.send({ type: 'ping' })
    expect(await socket.next()).toMatchObject({ type: 'pong' })
  }
  const page = '{ unreadMessages messages(first: 5, unread: true) { edges { node { id type subject } } } }'
  interface Page { unreadMessages: number; messages: { edges: { node: { id: string; type: string; subject: string } }[] } }
  const pump = '(01)06972145030188(21)ML4-260311-0452'

  it('a report, a ticket and what does not fit come to the other side at once, and to nobody else; what was read stays read', async () => {
    const names = ['message', 'case', 'ticket', 'finding'] as const
    const [maker, stranger] = [await listen('quality', ...names), await listen('quality:ABBOTT-VASCULAR', ...names)]
    // Subscriptions begin in the order in which a socket asks for them, before this is answered.
    await of().ask('quality', '{ viewer { id } }')
    const before = (await of().ask<Page>('quality', page)).unreadMessages
    const today = new Date().toISOString().slice(0, 10)
    const { adverseEvent } = await of().say<{ adverseEvent: { id: string } }>('hospital:CJUH', 'submit-adverse-event', { code: pump, occurredOn: today, awareOn: today, description: 'Alarm', outcomes: ['NO_HARM'], couldHaveCausedHarm: true, reporter: { name: 'N', email: 'n@cjuh.example' } })
    const { ticket } = await of().say<{ ticket: { id: string } }>('hospital:CJUH', 'open-service-ticket', { code: pump, kind: 'REPAIR', summary: 'S' })
    expect(await heard(maker, 'message', 'case', 'ticket')).toMatchObject({ message: { type: 'adverseEvent.submitted', subject: adverseEvent.id, read: false }, case: { id: adverseEvent.id }, ticket: { id: ticket.id } })

    expect(await of().say('hospital:CJUH', 'confirm-receipt', { receivedAt: new Date().toISOString(), lines: [{ code: pump, condition: 'DAMAGED' }] })).toMatchObject({ acceptedCount: 1 })
    expect(await heard(maker, 'finding')).toMatchObject({ finding: { code: 'RECEIVED_DAMAGED' } })
    await nothingMore(stranger)

    const unread = await of().ask<Page>('quality', page)
    expect(unread.unreadMessages).toBe(before + 3)
    const [newest] = unread.messages.edges
    expect(unread.messages.edges.slice(0, 3).map(({ node }) => node.type)).toEqual(['finding.raised', 'serviceTicket.opened', 'adverseEvent.submitted'])
    const read = (messages: string[] | null) => of().mutate<{ unreadCount: number }>('quality', mutation('ReadMessagesInput', 'MessagesRead', 'unreadCount', 'readMessages'), { messages })
    expect(await read([newest!.node.id])).toMatchObject({ unreadCount: before + 2 })
    expect(await read(['anything'])).toMatchObject({ code: 'INVALID_INPUT' })
    expect((await of().ask<Page>('regulatory', page)).unreadMessages, 'a colleague has not read it').toBeGreaterThan(0)
    expect(await read(null)).toMatchObject({ unreadCount: 0 })
    expect((await of().ask<Page>('quality:ABBOTT-VASCULAR', page)).unreadMessages).toBe(0)
    for (const socket of [maker, stranger]) socket.close()
  })
})
