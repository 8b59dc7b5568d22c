import type { Writer } from '../../kernel/graph.ts'
import type { CourierTools } from './courier.type.ts'
import { type DueSteps, stepsDue } from './escalation.rules.ts'
import { markEscalated, markReminded, markToPhone, openNotices, type RemindedNotice } from './remind.cypher.ts'
import { actOfHub } from './tell-of-hub.ts'

/** Notices in one transaction. */
const atOnce = 200

type Due = RemindedNotice & { readonly due: DueSteps }

/** Recalls' words go to the recipient and to the maker alike; neither learns of others by them. */
const told = (type: string, organization: string, { id, recall, reference, title, titleZh, classification }: Due) =>
  ({ type, subject: id, organization, data: { notice: id, recall, reference, title, titleZh, classification } })

interface Step {
  readonly field: string
  readonly type: string
  readonly to: 'organization' | 'maker'
  readonly isDue: (due: DueSteps) => boolean
  /** Marks them, and answers which nobody had marked before. */
  readonly mark: (writer: Writer, notices: readonly Due[], at: string) => Promise<{ id: string }[]>
}

const idsOf = (notices: readonly Due[]): string[] => notices.map(({ id }) => id)

const steps: readonly Step[] = [
  { field: 'reminders', type: 'recall.notice.reminder', to: 'organization', isDue: ({ reminders }) => reminders !== null, mark: (writer, notices) => writer.run(markReminded, { rows: notices.map(({ id, due }) => ({ id, reminders: due.reminders ?? 0 })) }) },
  { field: 'escalatedAt', type: 'recall.notice.overdue', to: 'maker', isDue: ({ escalate }) => escalate, mark: (writer, notices, at) => writer.run(markEscalated, { ids: idsOf(notices), at }) },
  { field: 'phoneTaskAt', type: 'recall.notice.unreached', to: 'maker', isDue: ({ phone }) => phone, mark: (writer, notices, at) => writer.run(markToPhone, { ids: idsOf(notices), at }) },
]

const take = ({ graph, now }: Pick<CourierTools, 'graph' | 'now'>, { field, type, to, mark }: Step, notices: readonly Due[]): Promise<void> => graph.write(async (writer) => {
  const at = now().toISOString()
  const marked = new Set((await mark(writer, notices, at)).map(({ id }) => id))
  const done = notices.filter(({ id }) => marked.has(id))
  if (done.length === 0) return
  await actOfHub(writer, {
    action: 'REMIND_RECIPIENT', at,
    entries: done.map(({ id, maker }) => ({ subject: id, maker, changes: [{ field, before: null, after: at }] })),
    messages: done.map((notice) => told(type, notice[to], notice)),
  })
})

/** Reminds recipients, tells makers what was not answered in time, and makes a task to telephone of what reached nobody. */
export const remindOfNotices = async (tools: Pick<CourierTools, 'graph' | 'now'>): Promise<void> => {
  const now = tools.now()
  const notices = (await tools.graph.read(openNotices, {})).map(({ notice }) => ({ ...notice, due: stepsDue(notice, now) }))
  for (const step of steps) {
    const due = notices.filter((notice) => step.isDue(notice.due))
    for (let from = 0; from < due.length; from += atOnce) await take(tools, step, due.slice(from, from + atOnce))
  }
}
