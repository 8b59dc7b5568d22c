import { stableId } from '../../../kernel/ids.ts'
import type { CustodyFinding } from '../custody-state.type.ts'
import type { Advance } from './advance.rules.ts'

type WithFindings = Advance<{ readonly findings: readonly CustodyFinding[] }>

export interface FindingRow extends CustodyFinding {
  readonly id: string
  readonly about: string
}

export interface FindingRows {
  readonly raised: readonly FindingRow[]
  /** Cleared by what was reported; at the event's time where a later event did it, else now. */
  readonly cleared: readonly { readonly id: string; readonly at: string }[]
}

const idOf = (about: string, { code, event }: CustodyFinding): string => stableId('fnd', `${code}|${about}|${event}`)

const rowsOf = (about: string, { before, after }: WithFindings, now: string): FindingRows => {
  const old = new Map((before?.findings ?? []).map((finding) => [idOf(about, finding), finding]))
  const current = new Map(after.findings.map((finding) => [idOf(about, finding), finding]))
  return {
    raised: [...current].filter(([id]) => !old.has(id)).map(([id, finding]) => ({ ...finding, id, about })),
    cleared: [...old].filter(([, { clearedAt }]) => clearedAt === undefined).flatMap(([id]) => {
      const finding = current.get(id)
      if (finding === undefined) return [{ id, at: now }]
      return finding.clearedAt === undefined ? [] : [{ id, at: finding.clearedAt }]
    }),
  }
}

/** Findings that a report raises, and those that it clears. */
export const findingRows = (advances: Iterable<readonly [about: string, advance: WithFindings]>, now: string): FindingRows => {
  const all = [...advances].map(([about, advance]) => rowsOf(about, advance, now))
  return { raised: all.flatMap(({ raised }) => raised), cleared: all.flatMap(({ cleared }) => cleared) }
}
