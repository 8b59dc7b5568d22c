import type { EventError } from '../problem.ts'
import type { JobRow } from './job.cypher.ts'

/** Nobody took it up for so long: its node, or what it had on its disk, is gone. Milliseconds. */
const silence = 900_000

const interrupted: EventError = {
  event: 0, type: 'epcisException:ImplementationException',
  detail: 'The node that had the document is gone. Send the document again: what was captured already changes nothing.',
}

/** A capture job as EPCIS shows it (12.6), with the hub's counts beside. */
export const shownJob = ({ id, createdAt, finishedAt, running, success, behaviour, total, captured, repeated, errors, until }: JobRow, now = Date.now()): object => {
  const lost = running && now - (until ?? 0) > silence && now - Date.parse(createdAt) > silence
  return {
    captureID: id, createdAt, ...(finishedAt !== null && { finishedAt }), running: running && !lost, success: success && !lost, captureErrorBehaviour: behaviour,
    eventCount: total, capturedCount: captured, repeatedCount: repeated, errors: lost ? [interrupted] : JSON.parse(errors) as EventError[],
  }
}
