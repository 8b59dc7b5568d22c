import type { CombinedError } from '@urql/vue'
import type { HubAnswer, LineRejection } from './report.ts'

/**
 * What becomes of a report after a try. `later`: nothing is known to have been saved, the same is sent again with its
 * key; `away` for want of a network, `signedOut` until the person is back.
 */
export type Outcome = { kind: 'answered', answer: HubAnswer } | { kind: 'later', why: 'away' | 'busy' | 'signedOut' }

/** The union that each mutation answers, by `__typename`; fields that one of them lacks are left out. */
export interface MutationAnswer {
  __typename: string
  code?: string
  message?: string
  acceptedCount?: number
  adverseEvent?: { id: string }
  acceptanceId?: string | null
  rejected?: readonly { line: number, code: string, reason: { code: string, message: string } }[]
}

/** Reads the hub's answer to a mutation of so many lines. */
export function outcomeOf(answer: MutationAnswer, lineCount: number, at: string): Outcome {
  if (answer.code === 'IN_PROGRESS') return { kind: 'later', why: 'busy' }
  if (answer.code !== undefined) return { kind: 'answered', answer: { at, accepted: 0, rejected: [], refused: { code: answer.code, message: answer.message ?? '' } } }
  const rejected: LineRejection[] = (answer.rejected ?? []).map(({ line, reason }) => ({ line, code: reason.code, message: reason.message }))
  return { kind: 'answered', answer: { at, accepted: lineCount - rejected.length, rejected, refused: null, made: answer.adverseEvent?.id ?? answer.acceptanceId ?? undefined } }
}

/** A report of which the hub takes nothing, as it stands. */
export function refusedWith(code: string, message = ''): Outcome {
  return { kind: 'answered', answer: { at: new Date().toISOString(), accepted: 0, rejected: [], refused: { code, message } } }
}

const signedOut = ['UNAUTHENTICATED', 'NOT_SIGNED_IN']
/** What no repetition mends: the report itself is not understood, as after an update of the hub. */
const hopeless = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'FORBIDDEN']

/** Reads a failure to get an answer at all. */
export function outcomeOfError(error: CombinedError, at: string): Outcome {
  const [first] = error.graphQLErrors
  const code = String(first?.extensions['code'] ?? '')
  const status = error.response instanceof Response ? error.response.status : undefined
  if (signedOut.includes(code) || status === 401) return { kind: 'later', why: 'signedOut' }
  if (error.networkError && status === undefined) return { kind: 'later', why: 'away' }
  if (first && hopeless.includes(code)) return { kind: 'answered', answer: { at, accepted: 0, rejected: [], refused: { code, message: first.message } } }
  return { kind: 'later', why: 'busy' }
}
