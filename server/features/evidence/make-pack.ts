import type { Language } from '../../paper/paper.ts'
import { verifierKey } from '../../record/note.ts'
import { signingKey } from '../../record/signing-key.ts'
import { stateOfLog } from '../audit/audit-proof.ts'
import { collected, type Found } from './pack-content.ts'
import { evidencePdf, mostShown } from './evidence-pdf.ts'
import { addLeftOut } from './left-out.ts'
import { type Manifest, manifestPath, signaturePath, signManifest } from './manifest.ts'
import { addPapers } from './pack-papers.ts'
import { addRecord, type PackedRecord } from './pack-record.ts'
import type { PackSubject } from './pack-subject.ts'
import type { PackWriter } from './pack-writer.ts'
import type { Asking } from './pages.ts'
import { rowsIn } from './row-text.ts'

export interface PackOrder {
  readonly pack: string
  readonly madeAt: string
  /** Printed name of who asked for it. */
  readonly madeFor: string
  readonly language: Language
  readonly subject: PackSubject
}

/** Where the documents and the key of the record lie. */
export interface PackStores {
  readonly dataFolder: string
  readonly keyFile: string
}

/** A record of the hub that has sealed nothing yet has no name. */
const unnamed = 'devicetrail/record/unsealed'

const sealManifest = async (pack: PackWriter, { context }: Asking, order: PackOrder, { keyFile }: PackStores, { record }: PackedRecord): Promise<void> => {
  const [key, state] = await Promise.all([signingKey(keyFile), stateOfLog(context.graph)])
  const name = state?.origin ?? unnamed
  const { subject: { id, kind, label }, pack: packId, madeAt, madeFor, language } = order
  const manifest: Manifest = { format: 'devicetrail-evidence-1', pack: packId, subject: { id, kind, label }, madeAt, madeFor, language, files: pack.files, record: { key: verifierKey({ name, key }), ...record } }
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  await pack.add(manifestPath, [bytes], { listed: false })
  await pack.add(signaturePath, [signManifest(bytes, name, key)], { listed: false })
}

const pdfOf = (order: PackOrder, found: Found, record: PackedRecord) =>
  evidencePdf({ ...order, timeline: found.timeline, genealogies: found.genealogies, documents: found.papers, filings: found.filings, leftOut: found.leftOut, signatures: rowsIn(order.subject.facts, 'signatures'), record })

/**
 * Writes everything that the hub shows its reader of one thing: facts and lists as JSON and CSV, original documents, the
 * record with its proofs, all of it as a PDF, and last the manifest with its signature. The record of the making stands
 * in it, since it was written before.
 */
export const makePack = async (pack: PackWriter, asking: Asking, order: PackOrder, stores: PackStores): Promise<void> => {
  const found = await collected(pack, asking, order.subject)
  found.leftOut.originals.push(...await addPapers(pack, found.papers, stores.dataFolder))
  await addLeftOut(pack, found.leftOut)
  const record = await addRecord(pack, asking, order.subject.id, mostShown)
  await pack.add('evidence.pdf', pdfOf(order, found, record))
  await sealManifest(pack, asking, order, stores, record)
  pack.end()
}
