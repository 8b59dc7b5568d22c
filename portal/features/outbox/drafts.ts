import { keepDraft as putDraft, keepReports, readDraft as draftAt, takeBack as putBack } from './outbox-store.ts'
import type { Draft, Report } from './report.ts'
import { openWords, sealWords } from './words.ts'

let last: Promise<unknown> = Promise.resolve()

/** One after the other: what was sealed for longer must not be written over what came after it. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}

/** The set that is being collected under a key, with its words. */
export async function readDraft(key: string): Promise<Draft | undefined> {
  const kept = await draftAt(key)
  return kept && openWords(kept)
}

export const keepDraft = (draft: Draft): Promise<void> => inTurn(async () => putDraft(await sealWords(draft)))

/** Reports, and what remains of the set that they came from: both or neither. */
export const keepSet = (reports: readonly Report[], rest: Draft): Promise<void> =>
  inTurn(async () => keepReports(await Promise.all(reports.map(sealWords)), await sealWords(rest)))

/** What the hub did not take is in a set again. */
export const takeBack = (report: Report, draft: Draft): Promise<void> => inTurn(async () => putBack(report, await sealWords(draft)))
