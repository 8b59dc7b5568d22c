import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Draft, Report, Sealed } from './report.ts'

interface OutboxSchema extends DBSchema {
  reports: { key: number, value: Report, indexes: { id: string } }
  drafts: { key: string, value: Draft }
  /** By key, whatever of an adverse event is not sent yet: its form while it is filled in, its photos and files. */
  sealed: { key: string, value: Sealed }
  /** The key that seals references, and lists that are of use without a network. */
  memory: { key: string, value: unknown }
}
export type OutboxDatabase = IDBPDatabase<OutboxSchema>

let opened: Promise<OutboxDatabase> | undefined

/** The device's own store. It outlives the tab, the browser and every update of the app. */
export function openOutbox(): Promise<OutboxDatabase> {
  opened ??= openDB<OutboxSchema>('devicetrail', 2, {
    upgrade(database, before) {
      if (before < 2) database.createObjectStore('sealed')
      if (before > 0) return
      database.createObjectStore('reports', { keyPath: 'order', autoIncrement: true }).createIndex('id', 'id', { unique: true })
      database.createObjectStore('drafts', { keyPath: 'key' })
      database.createObjectStore('memory')
    },
    // A newer app in another tab needs the store: it is opened again when next asked for.
    blocking: (_current, _blocked, event) => { (event.target as IDBDatabase).close(); opened = undefined },
    terminated: () => { opened = undefined },
  })
  return opened
}

/** Keeps reports and what remains of the set that they came from, both or neither: a scan is never in two places, nor in none. */
export async function keepReports(reports: readonly Report[], rest: Draft): Promise<void> {
  const transaction = (await openOutbox()).transaction(['reports', 'drafts'], 'readwrite', { durability: 'strict' })
  await Promise.all([...reports.map((report) => transaction.objectStore('reports').add(report)), transaction.objectStore('drafts').put(rest), transaction.done])
}

/** Moves lines that the hub did not take back into a set; the report counts as done. */
export async function takeBack(report: Report, draft: Draft): Promise<void> {
  const transaction = (await openOutbox()).transaction(['reports', 'drafts'], 'readwrite', { durability: 'strict' })
  await Promise.all([transaction.objectStore('reports').put({ ...report, state: 'done', sealed: null, words: null }), transaction.objectStore('drafts').put(draft), transaction.done])
}

/** Keeps an adverse event in the place of its form, and of the report that it replaces: all or nothing. */
export async function keepProblem(report: Report, form: string, replaced: Report | null): Promise<void> {
  const transaction = (await openOutbox()).transaction(['reports', 'sealed'], 'readwrite', { durability: 'strict' })
  const reports = transaction.objectStore('reports')
  await Promise.all([reports.add(report), transaction.objectStore('sealed').delete(form), replaced && reports.put({ ...replaced, state: 'done', sealed: null, files: {} }), transaction.done])
}

export async function putReport(report: Report): Promise<void> {
  await (await openOutbox()).put('reports', report)
}

/** A report that needs nobody any more: what was sealed goes, with its files. */
export async function settleReport(report: Report): Promise<void> {
  const transaction = (await openOutbox()).transaction(['reports', 'sealed'], 'readwrite')
  const files = Object.keys(report.files ?? {}).map((key) => transaction.objectStore('sealed').delete(key))
  await Promise.all([transaction.objectStore('reports').put({ ...report, state: 'done', sealed: null, words: null, files: {} }), ...files, transaction.done])
}

export async function allReports(): Promise<Report[]> {
  return (await openOutbox()).getAll('reports')
}

export async function readDraft(key: string): Promise<Draft | undefined> {
  return (await openOutbox()).get('drafts', key)
}

export async function readSealed(key: string): Promise<Sealed | undefined> {
  return (await openOutbox()).get('sealed', key)
}

/** Under a key; null takes away what was there. */
export async function keepSealed(key: string, sealed: Sealed | null): Promise<void> {
  const database = await openOutbox()
  await (sealed ? database.put('sealed', sealed, key) : database.delete('sealed', key))
}

export async function keepDraft(draft: Draft): Promise<void> {
  await (await openOutbox()).put('drafts', draft)
}

const keptDays = 7

/** Forgets what the hub took more than a week ago. */
export async function forgetOld(now = Date.now()): Promise<void> {
  const database = await openOutbox()
  const old = (await database.getAll('reports')).filter(({ state, answer }) => state === 'done' && Date.parse(answer?.at ?? '') < now - keptDays * 86_400_000)
  await Promise.all(old.map(({ order }) => order === undefined ? undefined : database.delete('reports', order)))
}
