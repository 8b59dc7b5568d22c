import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { expect } from 'vitest'
import { type Importer, type ImporterOptions, startImporter } from '../../../server/features/files/importer.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import type { TestDatabase } from '../../testkit/database.ts'
import { openDemoDatabase } from '../../testkit/demo-database.ts'
import { openTestHub, type TestHub } from '../../testkit/hub.ts'

export interface Job {
  readonly id: string
  readonly state: string
  readonly done: number
  readonly lines: number
  readonly accepted: number
  readonly rejected: number
  readonly code: string
  readonly reason: { readonly code: string; readonly messageZh: string } | null
  readonly problems: readonly { readonly line: number; readonly column: string; readonly value: string; readonly code: string; readonly messageZh: string }[]
  readonly columns: readonly { readonly name: string; readonly field: string | null; readonly samples: readonly string[] }[]
}

type Mode = 'GOOD_LINES' | 'ALL_OR_NOTHING'

/** A hub over a database of its own, workers on demand, and the door for files as partners use it. */
export class FilesKit {
  readonly #importers: Importer[] = []

  private constructor(readonly database: TestDatabase, readonly hub: TestHub, readonly graph: Graph) {}

  static async open(): Promise<FilesKit> {
    const database = await openDemoDatabase()
    return new FilesKit(database, await openTestHub(database, database.dataFolder), openGraph(database, { deadline: 60_000 }))
  }

  /** A node that works on imports. */
  work(options: Partial<ImporterOptions> = {}): Importer {
    const importer = startImporter({ graph: this.graph, logger: pino({ level: 'silent' }), dataFolder: this.database.dataFolder, rhythm: 10, ...options })
    this.#importers.push(importer)
    return importer
  }

  async rest(): Promise<void> {
    for (const one of this.#importers.splice(0)) await one.stop()
  }

  async ask(viewer: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object | string) {
    const headers = { ...await this.hub.headers(viewer), ...(typeof payload === 'string' && { 'content-type': 'text/csv' }) }
    const answer = await this.hub.app.inject({ method, url, headers, ...(payload !== undefined && { payload }) })
    return { status: answer.statusCode, text: answer.body, json: () => answer.json<Job>() }
  }

  async upload(viewer: string, report: string, csv: string): Promise<string> {
    const { status, json } = await this.ask(viewer, 'POST', `/files/imports/${report}?name=a.csv&timeZone=Asia%2FShanghai`, csv)
    expect(status).toBe(200)
    return json().id
  }

  async look(viewer: string, id: string): Promise<Job> {
    return (await this.ask(viewer, 'GET', `/files/imports/${id}`)).json()
  }

  /** Where it is once no worker has to do with it. */
  async settled(viewer: string, id: string): Promise<Job> {
    for (;;) {
      const job = await this.look(viewer, id)
      if (job.state !== 'CHECKING' && job.state !== 'RUNNING') return job
      await pause(20)
    }
  }

  commit(viewer: string, id: string, mode: Mode) {
    return this.ask(viewer, 'POST', `/files/imports/${id}/commit`, { mode })
  }

  async stop(): Promise<void> {
    await this.rest()
    await this.hub.stop()
    await this.graph.close()
    await this.database.stop()
  }
}
