import type { Context } from '../../kernel/context.ts'
import { lookOnce } from '../../record/look-once.ts'
import type { Document } from '../catalog/document.type.ts'
import { caseOfAttachment } from './attachment.cypher.ts'

/** A photo or paper of a case may show who the patient is: whoever opens it is on record with the case. */
export const recordAttachmentLook = async (context: Context, { id, kind }: Document): Promise<void> => {
  if (kind !== 'CASE_ATTACHMENT') return
  const [attached] = await context.graph.read(caseOfAttachment, { id })
  if (attached) await lookOnce(context, { subject: attached.case, field: `attachments.${id}` })
}
