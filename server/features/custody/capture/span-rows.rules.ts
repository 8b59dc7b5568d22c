import { labelOfId } from '../../../kernel/ids.ts'
import type { CustodyFinding } from '../custody-state.type.ts'
import { type Span, spansOf } from '../spans.rules.ts'
import { containersOf, type World } from '../timeline.rules.ts'

type Kind = 'AGGREGATION' | 'ASSOCIATION'
export type SpanRow = Span & { readonly thing: string }

export interface SpanRows {
  readonly gone: readonly SpanRow[]
  readonly come: readonly SpanRow[]
}

type State = { readonly findings: readonly CustodyFinding[] } | undefined

/** A thing before and after a report; undefined of cartons, which have no state. */
export type AdvanceOf = (thing: string) => { readonly before: State; readonly after: State } | undefined

const claimsIn = (state: State): Set<string> => new Set(state?.findings.filter(({ code }) => code === 'PACKED_BY_OTHER').map(({ event }) => event))

const spansIn = (thing: string, world: World, kind: Kind, state: State): SpanRow[] => {
  const own = world.involvements(thing)
  const emptied = containersOf(own).flatMap((parent) =>
    world.involvements(parent).filter(({ allChildren }) => allChildren).map((involvement) => ({ ...involvement, parent })))
  return spansOf(own, emptied, kind, labelOfId(thing) !== 'Batch', claimsIn(state)).map((span) => ({ ...span, thing }))
}

/** What was and is packed (Aggregation) or built in (Association), where a report changes it. */
export const spanRows = (things: Iterable<string>, before: World, after: World, kind: Kind, advanceOf: AdvanceOf): SpanRows => {
  const gone: SpanRow[] = []
  const come: SpanRow[] = []
  for (const thing of things) {
    const advance = advanceOf(thing)
    const [old, now] = [spansIn(thing, before, kind, advance?.before), spansIn(thing, after, kind, advance?.after)]
    const [was, is] = [new Set(old.map((span) => JSON.stringify(span))), new Set(now.map((span) => JSON.stringify(span)))]
    gone.push(...old.filter((span) => !is.has(JSON.stringify(span))))
    come.push(...now.filter((span) => !was.has(JSON.stringify(span))))
  }
  return { gone, come }
}
