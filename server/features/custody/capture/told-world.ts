import type { Involvement, Places } from '../custody-event.type.ts'
import type { World } from '../timeline.rules.ts'
import type { EventColumns } from './involvement-columns.ts'
import { involvementOf } from './involvement-columns.ts'
import type { ErrorDeclaration } from './report.type.ts'

/** What was told of things before this report, and with it. */
export class ToldWorld implements World {
  constructor(readonly places: Places, private readonly told: ReadonlyMap<string, readonly Involvement[]>) {}

  involvements(thing: string): readonly Involvement[] {
    return this.told.get(thing) ?? []
  }

  /** The same with more: new events, and what is declared wrong. */
  with(involvements: Iterable<readonly [thing: string, involvement: Involvement]>, errors: readonly ErrorDeclaration[]): ToldWorld {
    const declared = new Map(errors.map(({ event, at }) => [event, at]))
    const told = new Map([...this.told].map(([thing, list]): [string, Involvement[]] => [thing, list.map((one) => marked(one, declared))]))
    for (const [thing, involvement] of involvements) {
      const list = told.get(thing)
      if (list === undefined) told.set(thing, [involvement])
      else list.push(involvement)
    }
    return new ToldWorld(this.places, told)
  }
}

const marked = (involvement: Involvement, declared: ReadonlyMap<string, string>): Involvement => {
  const errorDeclaredAt = declared.get(involvement.event.id)
  return errorDeclaredAt === undefined ? involvement : { ...involvement, event: { ...involvement.event, errorDeclaredAt } }
}

/** Rows of historyOf, by thing. */
export const toldBy = (rows: readonly { readonly id: string; readonly events: readonly EventColumns[] }[]): Map<string, Involvement[]> =>
  new Map(rows.map(({ id, events }) => [id, events.map(involvementOf)]))
