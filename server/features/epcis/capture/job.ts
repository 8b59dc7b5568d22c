import type { EventError } from '../problem.ts'
import type { JobRow } from './job.cypher.ts'

/** A job that says nothing for so long has lost the hub that ran it. */
const silence = 120_000

export const interrupted: EventError = {
  event: 0, type: 'epcisException:ImplementationException',
  detail: 'The hub was stopped before all was captured. Send the document again: what was captured already changes nothing.',
}

/** A capture job as EPCIS shows it (12.6), with the hub's counts beside. */
export const shownJob = ({ id, createdAt, finishedAt, running, success, behaviour, total, captured, repeated, errors, touchedAt }: JobRow, now = Date.now()): object => {
  const lost = running && now - Date.parse(touchedAt) > silence
  return {
    captureID: id, createdAt, ...(finishedAt !== null && { finishedAt }), running: running && !lost, success: success && !lost, captureErrorBehaviour: behaviour,
    eventCount: total, capturedCount: captured, repeatedCount: repeated, errors: lost ? [interrupted] : JSON.parse(errors) as EventError[],
  }
}
