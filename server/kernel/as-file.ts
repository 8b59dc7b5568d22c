import type { FastifyReply } from 'fastify'

/** Answers with something to keep as a file of this name, in ASCII; no cache holds it. */
export const asFile = (reply: FastifyReply, name: string, mediaType: string): FastifyReply =>
  reply.header('content-type', mediaType).header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store')
