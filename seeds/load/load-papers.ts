import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileFailure } from '../../server/kernel/failure.ts'
import { stableId } from '../../server/kernel/ids.ts'
import type { DocumentSeed, History } from '../history.ts'
import type { BulkWriter } from './bulk-writer.ts'
import type { Directory } from './directory.ts'
import type { Ledger } from './ledger.ts'
import { writeCovers, writeDocuments, writeProves, writeRecalls, writeTickets } from './paper.cypher.ts'

const documentRow = (seedName: string, { key, kind, title, titleZh, mediaType, content, issuedOn, issuer }: DocumentSeed, directory: Directory) => {
  const organization = directory.organization(issuer)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const id = stableId('doc', `${seedName}|${key}`)
  return { content, issuer: organization, properties: { id, kind, title, titleZh, sha256, mediaType, size: Buffer.byteLength(content), issuedOn, organization } }
}

const store = async (dataFolder: string, sha256: string, content: string): Promise<void> => {
  const folder = join(dataFolder, 'documents', sha256.slice(0, 2))
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, sha256), content)
  } catch (error) {
    throw fileFailure(error, dataFolder, 'DEVICETRAIL_DATA')
  }
}

/** The parts of a seed's load that its papers need. */
export interface PaperContext {
  readonly seedName: string
  readonly dataFolder: string
  readonly directory: Directory
  readonly ledger: Ledger
  readonly eventId: (key: string) => string
  readonly writer: BulkWriter
}

const provenThing = ({ product, batch, serial, event }: DocumentSeed['proves'][number], { directory, ledger, eventId }: PaperContext): string => {
  if (product !== undefined) return directory.product(product).id
  if (batch !== undefined) return ledger.batch(batch).id
  return serial !== undefined ? ledger.serial(serial).id : eventId(event ?? '')
}

/** Writes documents: what they are and prove to the graph, what they say to `<data folder>/documents/<2 hex>/<sha256>`. */
export const loadDocuments = async (documents: readonly DocumentSeed[], context: PaperContext): Promise<void> => {
  const rows = documents.map((document) => documentRow(context.seedName, document, context.directory))
  for (const { content, properties } of rows) await store(context.dataFolder, properties.sha256, content)
  await context.writer.write(writeDocuments, rows.map(({ issuer, properties }) => ({ issuer, properties })))
  const proofs = documents.flatMap(({ proves }, index) => proves.map((proof) => ({ document: rows[index]?.properties.id, thing: provenThing(proof, context) })))
  await context.writer.write(writeProves, proofs)
}

/** Writes recalls with what they cover, and service tickets. */
export const loadCases = async ({ recalls = [], tickets = [] }: History, { directory, ledger, writer }: PaperContext): Promise<void> => {
  await writer.write(writeRecalls, recalls.map(({ covers: _, maker, ...recall }) =>
    ({ properties: { ...recall, id: stableId('rcl', recall.reference), place: `${recall.approvedAt ?? ''}|${stableId('rcl', recall.reference)}`, maker: directory.organization(maker) } })))
  await writer.write(writeCovers, recalls.flatMap(({ reference, covers }) => covers.map(({ batch, serial }) =>
    ({ recall: stableId('rcl', reference), thing: batch === undefined ? ledger.serial(serial ?? '').id : ledger.batch(batch).id }))))
  await writer.write(writeTickets, tickets.map(({ serial, organization, ...ticket }) =>
    ({ serial: ledger.serial(serial).id, properties: { ...ticket, id: stableId('tkt', ticket.reference), organization: directory.organization(organization) } })))
}
