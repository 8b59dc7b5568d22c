import { Allowance } from './allowance.ts'

/** What the hub lets one organization have, by the settings QUOTA_…. */
export interface QuotaSettings {
  /** Bytes of uploads that are kept. */
  readonly stored: number
  /** Bytes on one node's disk of what comes in or waits. */
  readonly waiting: number
  /** Packs and PDFs that one node makes at once for one organization, and for all. */
  readonly papers: number
  readonly allPapers: number
}

export interface Quotas {
  readonly stored: number
  readonly waiting: Allowance
  readonly papers: Allowance
}

export const openQuotas = ({ stored, waiting, papers, allPapers }: QuotaSettings): Quotas => ({
  stored,
  waiting: new Allowance({ one: waiting, all: Infinity, refusal: 'What your organization sent and is not yet worked on takes all the room that it may.', seconds: 30 }),
  papers: new Allowance({ one: papers, all: allPapers, refusal: 'The hub makes as many papers as it can at once, for your organization or for all.', seconds: 5 }),
})
