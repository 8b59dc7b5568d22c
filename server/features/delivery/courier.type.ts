import type { Graph } from '../../kernel/graph.ts'
import type { Outside } from '../../kernel/outside.ts'
import type { SendMail } from '../../access/mail.ts'
import type { Secrets } from '../../access/secrets.ts'

/** What the courier and its ways of delivering stand on; tests give their own clock and chance. */
export interface CourierTools {
  readonly graph: Graph
  readonly outside: Outside
  readonly sendMail: SendMail
  /** Opens what was sealed for a place: an endpoint's secret. */
  readonly open: Secrets['open']
  /** The hub's own address: source of its events, and where its mails lead. */
  readonly publicUrl: string
  /** Names this process among the nodes. */
  readonly holder: string
  readonly now: () => Date
  /** From 0 to 1. */
  readonly chance: () => number
  /** Milliseconds that a receiver has to answer. */
  readonly patience?: number
  /** What is being sent is given up when this process ends, and counts as a try. */
  readonly ending?: AbortSignal
}

/** One try of a delivery, as its log shows it. */
export interface Try {
  readonly status: number | null
  readonly milliseconds: number
  readonly words: string
}

export type Ending = Try & {
  /** GONE: the receiver wants nothing any more; WRITTEN: to a file, so that nobody has it yet. */
  readonly outcome: 'DELIVERED' | 'WRITTEN' | 'FAILED' | 'GONE' | 'GIVEN_UP'
}
