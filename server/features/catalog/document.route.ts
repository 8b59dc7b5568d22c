import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Context } from '../../kernel/context.ts'
import { recordAttachmentLook } from '../feedback/attachment-look.ts'
import { documentPath } from './document-store.ts'
import type { Document } from './document.type.ts'
import { documentById } from './product.loader.ts'

const nothing = 'There is no such document.'

const send = async (reply: FastifyReply, document: Document, dataFolder: string): Promise<FastifyReply> => {
  const path = documentPath(dataFolder, document.sha256)
  const { size } = await stat(path)
  return reply
    .header('content-type', document.mediaType)
    .header('content-length', size)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(document.title)}`)
    .header('content-security-policy', 'sandbox')
    .header('etag', `"${document.sha256}"`)
    .send(createReadStream(path))
}

/** `GET /documents/{id}`: the content of a document that the viewer may read; for others it does not exist. */
export const documentRoute = (app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>, dataFolder: string): void => {
  app.get<{ Params: { id: string } }>('/documents/:id', async (request, reply) => {
    const context = await contextOf(request)
    const document = await documentById(context).load(request.params.id)
    if (!document) return reply.code(404).send({ error: nothing })
    await recordAttachmentLook(context, document)
    return send(reply, document, dataFolder)
  })
}
