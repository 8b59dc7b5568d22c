const hour = 3_600_000
const day = 24 * hour

interface Escalation {
  /** After so long without a sign that anybody has the notice it becomes a task to telephone; null: not by this class. */
  readonly phone: number | null
  /** Reminders of an answer that is not complete. */
  readonly reminders: readonly number[]
}

/** Milliseconds from the notice on, by class: defaults of ours, within the days that holders have to answer (recalls/recall.rules.ts). */
const escalations: Readonly<Record<string, Escalation>> = {
  I: { phone: 4 * hour, reminders: [day, 2 * day] },
  II: { phone: null, reminders: [3 * day, 6 * day] },
  III: { phone: null, reminders: [7 * day, 13 * day] },
}

export interface OpenNotice {
  readonly classification: string
  readonly issuedAt: string
  /** When its recipient was last told of devices: at the notice, or at what was added to it. */
  readonly toldAt: string
  /** False: it only informs, as who passed everything on. */
  readonly toAnswer: boolean
  readonly respondBy: string | null
  /** How many reminders were sent. */
  readonly reminders: number
  readonly escalatedAt: string | null
  readonly phoneTaskAt: string | null
}

export interface DueSteps {
  /** Reminders that should have been sent by now, where that is more than were: one is sent, however many were missed. */
  readonly reminders: number | null
  /** The maker is told that nobody answered in time. */
  readonly escalate: boolean
  /** To telephone, unless some channel has delivered it. */
  readonly phone: boolean
}

/** What is due about a notice that is not answered completely. What was added to it has to reach somebody too, whoever had the notice before. */
export const stepsDue = ({ classification, issuedAt, toldAt, toAnswer, respondBy, reminders, escalatedAt, phoneTaskAt }: OpenNotice, now: Date): DueSteps => {
  const { phone, reminders: after } = escalations[classification] ?? { phone: null, reminders: [] }
  const age = now.getTime() - Date.parse(issuedAt)
  const sent = after.filter((pause) => pause <= age).length
  return {
    reminders: toAnswer && sent > reminders ? sent : null,
    escalate: toAnswer && escalatedAt === null && respondBy !== null && Date.parse(respondBy) < now.getTime(),
    phone: phone !== null && (phoneTaskAt === null || phoneTaskAt < toldAt) && now.getTime() - Date.parse(toldAt) >= phone,
  }
}
