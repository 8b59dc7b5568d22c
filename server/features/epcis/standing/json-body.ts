import type { FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { textOf } from '../intake/take-in.ts'
import { Problem } from '../problem.ts'

/** Bytes of a query or of where it is sent. */
const most = 65_536

/** The JSON of a small body. @throws Problem where it is none */
export const jsonBody = async ({ body, headers }: FastifyRequest): Promise<unknown> => {
  if (!/^application\/(ld\+)?json\b/.test(headers['content-type'] ?? '')) throw new Problem('UnsupportedMediaTypeException', 'Unknown media type', 'Send application/json.')
  let text = ''
  for await (const piece of textOf(body as Readable, most)) text += piece
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem('ValidationException', 'The body cannot be read', error instanceof Error ? error.message : String(error))
  }
}
