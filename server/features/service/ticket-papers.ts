import { Refusal } from '../../kernel/errors.ts'
import type { Change } from '../../record/change.ts'
import { attachToTicket, certifyByDocuments } from './ticket-write.cypher.ts'

const most = 50

const refuseUnlessAll = (found: readonly object[], asked: readonly string[], field: string): void => {
  if (found.length !== asked.length) throw new Refusal('NOT_FOUND', 'One of these is none of your documents, or is attached to a case.', [field])
}

const each = (documents: readonly string[], field: string): string[] => {
  if (documents.length > most) throw new Refusal('INVALID_INPUT', `At most ${most} documents at once.`, [field])
  return [...new Set(documents)]
}

/** Photos and papers for both sides of a ticket. @throws Refusal NOT_FOUND for what is none of the viewer's documents */
export const attachPapers = async (change: Change, ticket: string, documents: readonly string[]): Promise<void> => {
  const asked = each(documents, 'documents')
  if (asked.length > 0) refuseUnlessAll(await change.run(attachToTicket, { ticket, documents: asked }), asked, 'documents')
}

/** Certificates and reports of the work, which become papers of the device. @throws Refusal NOT_FOUND for what is none of the viewer's documents */
export const certify = async (change: Change, ticket: { readonly id: string; readonly kind: string }, documents: readonly string[]): Promise<void> => {
  const asked = each(documents, 'certificates')
  const kind = ticket.kind === 'CALIBRATION' ? 'CALIBRATION_CERTIFICATE' : 'SERVICE_REPORT'
  if (asked.length > 0) refuseUnlessAll(await change.run(certifyByDocuments, { ticket: ticket.id, kind, documents: asked }), asked, 'certificates')
}
