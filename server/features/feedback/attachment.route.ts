import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { change } from '../../record/change.ts'
import { saveDocument } from '../catalog/document-store.ts'
import { createAttachment } from './attachment.cypher.ts'
import { cleanFile, type CleanFile } from './strip-image.rules.ts'

const mostBytes = 10_000_000
const wrongKind = { code: 'INVALID_INPUT', error: 'Only whole JPEG and PNG photos and PDF files are taken.' }

const keep = async (context: Context, { mediaType, content }: CleanFile, title: string, dataFolder: string): Promise<object> => {
  const sha256 = createHash('sha256').update(content).digest('hex')
  return change(context, { action: 'UPLOAD_DOCUMENT', idempotencyKey: `${sha256}:${title}`, input: { sha256, title } }, async (changing) => {
    const row = { id: newId('doc'), kind: 'CASE_ATTACHMENT', title, sha256: await saveDocument(dataFolder, content), mediaType, size: content.length, issuedOn: changing.at.slice(0, 10) }
    await changing.run(createAttachment, { row })
    changing.audit({ subject: row.id, changes: [{ field: 'sha256', before: null, after: sha256 }] })
    return { id: row.id }
  })
}

/**
 * `POST /attachments?title=`: a photo or PDF of at most 10 MB, as the body, for `submitAdverseEvent`'s `attachments`. What
 * it is is told by its bytes; a photo is kept without its metadata. The same file twice is one document.
 */
export const attachmentRoute = (app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>, dataFolder: string): void => {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) => done(null, body))
    scope.post<{ Querystring: { title?: string } }>('/attachments', { bodyLimit: mostBytes }, async (request, reply) => {
      const context = await contextOf(request)
      const clean = Buffer.isBuffer(request.body) ? cleanFile(request.body) : undefined
      if (!clean) return reply.code(415).send(wrongKind)
      const answer = await keep(context, clean, (request.query.title ?? '').trim().slice(0, 200) || 'attachment', dataFolder)
      return reply.code('id' in answer ? 201 : 403).send(answer)
    })
  })
}
