import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Quotas } from '../../kernel/quotas.ts'
import { countStored, roomLeft } from '../../kernel/storage.ts'
import { change } from '../../record/change.ts'
import { saveDocument, sha256Of } from '../catalog/document-store.ts'
import { createAttachment } from './attachment.cypher.ts'
import { cleanFile, type CleanFile } from './strip-image.rules.ts'

const mostBytes = 10_000_000
const tooLarge = { code: 'TOO_LARGE', error: 'A photo or PDF has at most 10 MB. Send a smaller one.' }
const wrongKind = { code: 'INVALID_INPUT', error: 'Only whole JPEG and PNG photos and PDF files are taken.' }

/** Undefined where there are too many bytes. */
const wholeOf = async (body: AsyncIterable<Buffer> | Iterable<Buffer>, most: number): Promise<Buffer | undefined> => {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of body) {
    bytes += piece.length
    if (bytes > most) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const keep = async (context: Context, { mediaType, content }: CleanFile, title: string, dataFolder: string): Promise<object> => {
  const sha256 = sha256Of(content)
  return change(context, { action: 'UPLOAD_DOCUMENT', idempotencyKey: `${sha256}:${sha256Of(Buffer.from(title))}`, input: { sha256, title } }, async (changing) => {
    const row = { id: newId('doc'), kind: 'CASE_ATTACHMENT', title, sha256: await saveDocument(dataFolder, content), mediaType, size: content.length, issuedOn: changing.at.slice(0, 10) }
    await changing.run(createAttachment, { row })
    await countStored(changing, content.length)
    changing.audit({ subject: row.id, changes: [{ field: 'sha256', before: null, after: sha256 }] })
    return { id: row.id }
  })
}

/**
 * `POST /attachments?title=`: a photo or PDF of at most 10 MB, as the body, for `submitAdverseEvent`'s `attachments`. What
 * it is is told by its bytes; a photo is kept without its metadata. The same file twice is one document.
 */
export const attachmentRoute = (app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>, { dataFolder, quotas }: { dataFolder: string; quotas: Quotas }): void => {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // Nothing is read into the memory before it is known who sends it.
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.post<{ Querystring: { title?: string }; Body: Readable | undefined }>('/attachments', async (request, reply) => {
      const context = await contextOf(request)
      const room = await roomLeft(context.graph, quotas.stored).catch((error: unknown) => {
        if (error instanceof Refusal) return error
        throw error
      })
      if (room instanceof Refusal) return reply.code(413).header('connection', 'close').send({ code: room.code, error: room.message })
      const most = Math.min(mostBytes, room)
      const content = Number(request.headers['content-length'] ?? 0) > most ? undefined : await wholeOf(request.body ?? [], most)
      if (!content) return reply.code(413).header('connection', 'close').send(tooLarge)
      const clean = cleanFile(content)
      if (!clean) return reply.code(415).send(wrongKind)
      const answer = await keep(context, clean, (request.query.title ?? '').trim().slice(0, 200) || 'attachment', dataFolder)
      return reply.code('id' in answer ? 201 : 403).send(answer)
    })
  })
}
