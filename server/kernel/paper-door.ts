import type { FastifyReply } from 'fastify'
import type { Allowance } from './allowance.ts'

/**
 * A place among the papers that are made at once, until the answer has gone or the reader has.
 * @throws Busy where there is none
 */
export const takePlace = (reply: FastifyReply, papers: Allowance, organization: string): void => {
  const place = papers.hold(organization)
  place.take(1)
  reply.raw.once('finish', place.end).once('close', place.end)
}
