import type { RejectedLine } from '../../../record/rejected-line.type.ts'

/** Why a line is not taken, and what to do. */
export type LineReason = RejectedLine['reason']

export const reason = (code: string, message: string): LineReason => ({ code, message })
