/** Things that an event names in one of these roles, by canonical identifier or by how that begins (a pattern). */
export interface NameFilter {
  readonly uris: readonly string[]
  readonly prefixes: readonly string[]
  readonly roles: readonly string[]
  /** One by one, or by class and quantity; null for either. */
  readonly isClass: boolean | null
}

/** What is asked of events, in the forms of their columns; null where it is not asked. Within a list any counts, all lists count. */
export interface EventFilter {
  readonly types: readonly string[] | null
  readonly actions: readonly string[] | null
  readonly bizSteps: readonly string[] | null
  readonly dispositions: readonly string[] | null
  readonly dispositionsSet: readonly string[] | null
  readonly dispositionsUnset: readonly string[] | null
  readonly readPoints: readonly string[] | null
  readonly bizLocations: readonly string[] | null
  readonly transformationIds: readonly string[] | null
  readonly eventIds: readonly string[] | null
  readonly errorReasons: readonly string[] | null
  readonly correctiveEventIds: readonly string[] | null
  readonly declared: boolean | null
  readonly eventTime: Span
  readonly recordTime: Span
  readonly declaredAt: Span
  /** Each list as `type|identifier`. */
  readonly bizTransactions: readonly (readonly string[])[]
  readonly sources: readonly (readonly string[])[]
  readonly destinations: readonly (readonly string[])[]
  readonly names: readonly NameFilter[]
  /** Places that may be meant with all that is in them: taken into the lists of places before it is asked. */
  readonly readPointsWithin: readonly string[] | null
  readonly bizLocationsWithin: readonly string[] | null
  /** Of one of its quantity elements. */
  readonly quantity: QuantityFilter | null
}

export interface QuantityFilter {
  readonly is: number | null
  readonly above: number | null
  readonly least: number | null
  readonly below: number | null
  readonly most: number | null
}

export const anyQuantity: QuantityFilter = { is: null, above: null, least: null, below: null, most: null }

/** From a moment to before another; empty where it has no end. */
export interface Span {
  readonly from: string
  readonly until: string
}

export const anyTime: Span = { from: '', until: '~' }
export const never: Span = { from: '', until: '' }

/** Whether it leaves anything out. */
export const isAsked = ({ from, until }: Span): boolean => from !== anyTime.from || until !== anyTime.until

export const everything: EventFilter = {
  types: null, actions: null, bizSteps: null, dispositions: null, dispositionsSet: null, dispositionsUnset: null, readPoints: null, bizLocations: null, transformationIds: null,
  eventIds: null, errorReasons: null, correctiveEventIds: null, declared: null, eventTime: anyTime, recordTime: anyTime, declaredAt: anyTime,
  bizTransactions: [], sources: [], destinations: [], names: [], readPointsWithin: null, bizLocationsWithin: null, quantity: null,
}
