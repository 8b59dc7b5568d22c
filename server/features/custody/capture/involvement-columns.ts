import type { EventAction, EventType, Involvement, ThingRole } from '../custody-event.type.ts'

type Text = string | null

/** A row of involvementsOfThing. */
export type EventColumns = readonly [
  id: string, type: EventType, action: EventAction | null, bizStep: Text, disposition: Text, dispositionsSet: readonly string[] | null, dispositionsUnset: readonly string[] | null, eventTime: string, hash: string, errorDeclaredAt: Text, owner: Text, document: Text,
  site: Text, from: Text, to: Text, reportedBy: Text,
  role: ThingRole, quantity: number | null, unit: Text, position: Text, parent: Text, allChildren: boolean,
]

const told = <Value>(value: Value | null): Value | undefined => value ?? undefined

/** What the fold takes, of what the graph has. */
export const involvementOf = (columns: EventColumns): Involvement => {
  const [id, type, action, bizStep, disposition, dispositionsSet, dispositionsUnset, eventTime, hash, errorDeclaredAt, owner, document, site, from, to, reportedBy, role, quantity, unit, position, parent, allChildren] = columns
  return {
    event: {
      id, type, eventTime, hash, action: told(action), bizStep: told(bizStep), disposition: told(disposition), dispositionsSet: told(dispositionsSet), dispositionsUnset: told(dispositionsUnset),
      errorDeclaredAt: told(errorDeclaredAt), owner: told(owner), document: told(document), site: told(site), from: told(from), to: told(to),
      reportedBy: reportedBy ?? '',
    },
    role, quantity: quantity ?? undefined, unit: unit ?? undefined, position: position ?? undefined,
    ...(parent !== null && { parent }), ...(allChildren && { allChildren }),
  }
}
