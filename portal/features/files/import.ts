import { fetchWithin } from '../../app/fetch-within.ts'
import { signedFetch } from '../../app/session.ts'
import type { Trouble } from '../../ui/use-change.ts'

export type ImportState = 'NEEDS_COLUMNS' | 'CHECKING' | 'CHECKED' | 'RUNNING' | 'STOPPED' | 'DONE' | 'FAILED'
export type ImportMode = 'GOOD_LINES' | 'ALL_OR_NOTHING'

interface Told { code: string, message: string, messageZh: string }

export interface ImportJob {
  id: string
  report: Report
  fileName: string
  createdAt: string
  state: ImportState
  done: number
  /** Lines of what goes on, once that is known. */
  total: number | null
  lines: number | null
  accepted: number
  rejected: number
  canBeWhole: boolean
  timeZone: string
  reason: Told | null
}

export interface Problem extends Told { line: number, column: string | null, value: string | null }
export interface ImportPage extends ImportJob { problems: Problem[], next: number | null }

export interface FileColumns {
  columns: { name: string, samples: string[], field: string | null }[]
  fields: { field: string, en: string, zh: string, required: boolean }[]
  problems: Told[]
  timeZone: string
}

const hospital = ['HOSPITAL_USER', 'HOSPITAL_ADMIN']
const distributor = ['DISTRIBUTOR_USER', 'DISTRIBUTOR_ADMIN']
const supplier = ['SUPPLIER_USER', 'SUPPLIER_ADMIN']

/** Which roles are offered which report by file. The hub decides; this only spares people what would refuse them. */
const roles = {
  confirmReceipt: [...hospital, ...distributor, ...supplier, 'SUPPLY', 'SERVICE', 'QUALITY', 'CARRIER', 'SERVICE_PROVIDER'],
  reportSellThrough: [...distributor, ...supplier, 'SUPPLY'],
  reportShipment: [...distributor, ...hospital, ...supplier, 'SUPPLY'],
  reportReturn: [...distributor, ...hospital, 'SUPPLY', 'SERVICE'],
  recordUsage: [...hospital, 'SERVICE', 'SERVICE_PROVIDER'],
  registerSupplierLot: [...supplier, 'SUPPLY'],
  voidShipment: [...distributor, ...hospital, ...supplier, 'SUPPLY', 'SERVICE'],
  reportInspection: [...distributor, ...hospital, ...supplier, 'QUALITY', 'SUPPLY'],
  setQuarantine: [...distributor, ...hospital, 'QUALITY'],
  scrap: [...distributor, ...hospital, ...supplier, 'QUALITY', 'SUPPLY', 'SERVICE'],
  registerProduction: ['SUPPLY', 'QUALITY', ...supplier],
  pack: [...distributor, ...hospital, ...supplier, 'SUPPLY'],
  unpack: [...distributor, ...hospital, ...supplier, 'SUPPLY'],
  swapPart: ['SERVICE', 'SERVICE_PROVIDER', 'SUPPLY'],
} satisfies Record<string, readonly string[]>
export type Report = keyof typeof roles

export const reportsFor = (own: readonly string[]): Report[] => (Object.keys(roles) as Report[]).filter((report) => roles[report].some((role: string) => own.includes(role)))

/** Why the hub did not do it, in the words of its answer. */
export class NotDone extends Error {
  readonly trouble: Trouble
  constructor({ code = 'SERVER', error = '', errorZh = '' }: { code?: string, error?: string, errorZh?: string }, isZh: boolean) {
    super(error)
    this.trouble = { code, message: isZh && errorZh ? errorZh : error }
  }
}

const minutes = 10 * 60_000

/** Asks a door for files. @throws NotDone where it refused, or did not answer */
export async function askFiles<Answer>(path: string, init: RequestInit = {}, isZh = false): Promise<Answer> {
  const response = await fetchWithin(minutes, signedFetch)(`/files/${path}`, init).catch(() => { throw new NotDone({ code: 'NETWORK' }, isZh) })
  const answer: unknown = await response.json().catch(() => ({}))
  if (!response.ok) throw new NotDone(answer as object, isZh)
  return answer as Answer
}

const json = (method: 'POST' | 'PUT', body: object): RequestInit => ({ method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

export const listImports = () => askFiles<{ imports: ImportJob[] }>('imports')
export const readImport = (id: string, from = 0) => askFiles<ImportPage>(`imports/${id}?from=${from}`)
export const readColumns = (id: string) => askFiles<FileColumns>(`imports/${id}/columns`)
export const mapColumns = (id: string, columns: Record<string, string | null>, timeZone: string, isZh: boolean) => askFiles(`imports/${id}/columns`, json('PUT', { columns, timeZone }), isZh)
export const commitImport = (id: string, mode: ImportMode, isZh: boolean) => askFiles(`imports/${id}/commit`, json('POST', { mode }), isZh)

/** Sends a file; what the hub makes of it is at the id that it answers. Times without a zone are meant here. */
export function uploadFile(report: Report, file: File, isZh: boolean): Promise<{ id: string }> {
  const query = new URLSearchParams({ name: file.name, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
  return askFiles(`imports/${report}?${query}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file }, isZh)
}

/** A template, or the lines that were not taken. */
export async function fetchFile(path: string): Promise<Blob> {
  const response = await fetchWithin(minutes, signedFetch)(`/files/${path}`)
  if (!response.ok) throw new NotDone({}, false)
  return response.blob()
}
