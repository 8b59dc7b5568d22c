import type { useWords } from '../../app/words.ts'
import type { KnownThing, Report, ReportFields, Task } from './report.ts'

type Words = ReturnType<typeof useWords>

/** A report in one line: its task, its document or its one device, and how many lines it has. */
export function reportTitle({ task, fields, lines }: Report, { t, count, localName }: Words): string {
  const [only] = lines
  if (task === 'problem') return [t('cases.report.title'), only?.code].filter(Boolean).join(' · ')
  const what = lines.length === 1 && only ? thingWords(only.known, only.code, localName) : count('outbox.lines', lines.length)
  return [t(`goods.title.${task}`), doneWords({ task, fields }, t), what].filter(Boolean).join(' · ')
}

/** What was done or found; of goods that come and go, their document. */
export function doneWords({ task, fields }: { task: Task, fields: ReportFields }, t: Words['t']): string {
  if (task === 'use') return t(`goods.kind.${fields.kind}`)
  return task === 'inspect' ? t(`goods.judgement.${fields.judgement}`) : fields.documentNumber
}

/** A device by its name and number; by its code where nobody was asked. */
export function thingWords(known: KnownThing | null, code: string, localName: Words['localName']): string {
  if (!known) return code
  return [localName(known), known.serial ?? known.lot].filter(Boolean).join(' ') || code
}
