import { returnedLines } from '../goods/goods-set.ts'
import { outbox } from './outbox.ts'
import { readDraft } from './outbox-store.ts'
import { noFields, type Report } from './report.ts'

/** Puts what the hub did not take back into the person's set for that task, with each reason, to be mended there. */
export async function addReturned(report: Report): Promise<void> {
  const key = `${report.person} ${report.task}`
  const draft = await readDraft(key) ?? { key, fields: { ...noFields, ...report.fields }, lines: [] }
  await outbox.takeBack(report, { ...draft, lines: [...returnedLines(report), ...draft.lines] })
}
