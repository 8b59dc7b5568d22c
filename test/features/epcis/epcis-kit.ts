import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { TestHub } from '../../testkit/hub.ts'

export type Event = Readonly<Record<string, unknown>>

export interface Document {
  readonly '@context': unknown
  readonly epcisBody: { readonly eventList?: readonly Event[]; readonly queryResults?: { readonly resultsBody: { readonly eventList: readonly Event[] } } }
}

export interface Job {
  readonly captureID: string
  readonly running: boolean
  readonly success: boolean
  readonly eventCount: number
  readonly capturedCount: number
  readonly repeatedCount: number
  readonly errors: readonly { readonly event: number; readonly type: string; readonly detail: string }[]
}

const folder = new URL('./documents/', import.meta.url)

/** The documents of a folder, by name. */
export const documentsIn = (name: string): [name: string, text: string][] =>
  readdirSync(new URL(`${name}/`, folder)).map((file) => [file, readFileSync(new URL(`${name}/${file}`, folder), 'utf8')])

export const eventsIn = ({ epcisBody: { eventList, queryResults } }: Document): readonly Event[] => eventList ?? queryResults?.resultsBody.eventList ?? []

const context = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'

/** A document of these events. */
export const documentOf = (eventList: readonly object[], more: object = {}): object =>
  ({ '@context': [context, { example: 'https://ns.example.com/epcis/' }, more], type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-11-22T04:00:00Z', epcisBody: { eventList } })

/** The door `/epcis` of a hub, as a viewer knocks at it. */
export const epcisOf = (hub: TestHub) => {
  const send = async (viewer: string | undefined, method: 'GET' | 'POST' | 'DELETE' | 'OPTIONS', path: string, body?: object | string, headers: Record<string, string> = {}) => {
    const answer = await hub.app.inject({ method, url: `/epcis${path}`, headers: { ...(await hub.headers(viewer)), ...headers }, ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }) })
    return { status: answer.statusCode, headers: answer.headers, body: answer.body === '' ? null : JSON.parse(answer.body) as Record<string, unknown> }
  }
  const jobAt = async (viewer: string, location: string): Promise<Job> => {
    for (;;) {
      const job = (await send(viewer, 'GET', location.replace('/epcis', ''))).body as unknown as Job
      if (!job.running) return job
      await pause(20)
    }
  }
  return {
    send,
    /** Captures a document and waits until its job is done. */
    capture: async (viewer: string, document: object | string, headers: Record<string, string> = {}): Promise<Job> => {
      const { status, headers: answered, body } = await send(viewer, 'POST', '/capture', document, headers)
      if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`)
      return jobAt(viewer, String(answered['location']))
    },
    /** The events of a query. */
    events: async (viewer: string, path: string, headers: Record<string, string> = {}): Promise<readonly Event[]> => {
      const { status, body } = await send(viewer, 'GET', path, undefined, headers)
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
      return eventsIn(body as unknown as Document)
    },
  }
}
