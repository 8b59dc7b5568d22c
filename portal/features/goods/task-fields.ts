import type { ReportFields, Task } from '../outbox/report.ts'

type Field = 'acceptance' | 'carton' | 'consignment' | 'document' | 'judgement' | 'kind' | 'partner' | 'reason' | 'reference' | 'site'

/** What each task asks once, for the whole set. */
const asked: Record<Task, readonly Field[]> = {
  receive: ['document', 'partner', 'site', 'acceptance'],
  ship: ['document', 'partner', 'carton', 'site', 'consignment'],
  sell: ['document', 'partner', 'consignment'],
  use: ['kind', 'site', 'reference'],
  return: ['document', 'partner', 'site', 'reason'],
  inspect: ['judgement', 'reason', 'site'],
}

export const asksFor = (task: Task, field: Field): boolean => asked[task].includes(field)

const addressed: readonly Task[] = ['ship', 'sell', 'return']

/** Whether a field must be filled in before the hub can take it. */
export function isNeeded(task: Task, field: Field, { judgement }: Pick<ReportFields, 'judgement'>): boolean {
  if (field === 'reason') return task === 'inspect' && judgement === 'SCRAP'
  return (field === 'document' || field === 'partner') && addressed.includes(task)
}

const filled = { document: 'documentNumber', partner: 'partner', reason: 'reason' } as const

/** Whether something is still missing that the hub needs. */
export const isMissing = (task: Task, fields: ReportFields): boolean =>
  (['document', 'partner', 'reason'] as const).some((field) => isNeeded(task, field, fields) && !fields[filled[field]])
