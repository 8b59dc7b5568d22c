import type { Logger } from 'pino'

/** Logs an error that nobody expected, and gives what the caller may know of it: a number to quote. */
export const incidentOf = (logger: Pick<Logger, 'error'>, error: unknown, where: object): { readonly incident: string; readonly message: string } => {
  const incident = crypto.randomUUID()
  logger.error({ err: error, incident, ...where }, 'unexpected error')
  return { incident, message: `Something went wrong. Nothing was saved. Quote ${incident} when you report it.` }
}
