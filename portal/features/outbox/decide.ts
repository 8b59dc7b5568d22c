import { returnedLines } from '../goods/goods-set.ts'
import { readDraft } from './drafts.ts'
import { outbox } from './outbox.ts'
import { openProblem } from './problem.ts'
import { noFields, type Report } from './report.ts'
import { seal } from './sealing.ts'
import { openWords, sealWords } from './words.ts'

/** Puts what the hub did not take back into the person's set for that task, with each reason, to be mended there. */
export async function addReturned(report: Report): Promise<void> {
  const key = `${report.person} ${report.task}`
  const opened = await openWords(report)
  const draft = await readDraft(key) ?? { key, fields: { ...noFields, ...opened.fields }, lines: [] }
  await outbox.takeBack(report, { ...draft, lines: [...returnedLines(opened), ...draft.lines] })
}

/** The person has read that a text looks like a patient's identity, and means it as it is. */
async function meant(report: Report): Promise<Report> {
  const problem = await openProblem(report)
  return { ...report, sealed: problem && await seal(JSON.stringify({ ...problem, lookedAt: problem.description })) }
}

/** Sends what was not taken as it was, under a new key: the hub may know more by now. */
export async function sendAgain(report: Report): Promise<void> {
  const rejected = new Set(report.answer?.rejected.map(({ line }) => line))
  const again = await openWords(report.answer?.refused?.code === 'LOOKS_PRIVATE' ? await meant(report) : report)
  const lines = report.answer?.refused ? again.lines : again.lines.filter((_, i) => rejected.has(i + 1))
  await outbox.put(await sealWords({ ...again, id: crypto.randomUUID(), lines, state: 'waiting', answer: null }))
}
