export type EventType = 'OBJECT' | 'AGGREGATION' | 'TRANSACTION' | 'TRANSFORMATION' | 'ASSOCIATION'
export type EventAction = 'ADD' | 'OBSERVE' | 'DELETE'
export type ThingRole = 'EPC' | 'OUTPUT' | 'INPUT' | 'PARENT' | 'CHILD'

/** What custody needs to know of an event. Organizations and sites by id, bizStep and disposition by CBV short name. */
export interface CustodyEvent {
  readonly id: string
  readonly type: EventType
  readonly action?: EventAction
  readonly bizStep?: string
  readonly disposition?: string
  /** persistentDisposition: what stays true of the things until it is taken back. */
  readonly dispositionsSet?: readonly string[]
  readonly dispositionsUnset?: readonly string[]
  readonly eventTime: string
  readonly hash: string
  readonly errorDeclaredAt?: string
  readonly site?: string
  /** possessing_party of the source. */
  readonly from?: string
  /** possessing_party of the destination. */
  readonly to?: string
  /** owning_party of the destination, where it is told. */
  readonly owner?: string
  /** Delivery note or order. */
  readonly document?: string
  readonly reportedBy: string
}

/** How one thing takes part in one event. */
export interface Involvement {
  readonly event: CustodyEvent
  readonly role: ThingRole
  readonly quantity?: number
  readonly unit?: string
  /** Where in the parent (Association). */
  readonly position?: string
  /** What it went into or came out of, where its role is CHILD. */
  readonly parent?: string
  /** The event is about a parent and lists no children: DELETE then means all of them. */
  readonly allChildren?: boolean
}

/** An involvement as the fold takes it. */
export interface Step extends Involvement {
  /** The container through which the thing was reached; undefined where the event names the thing itself. */
  readonly via?: string
  /** Who held the device that a part is put into, when it was. */
  readonly parentHolder?: string
  /** Told of a time before the thing was made. */
  readonly tooEarly?: boolean
}

/** Who operates which site, and where an organization's things are when nothing else is known. */
export interface Places {
  operator(site: string): string | undefined
  /** Every organization has one. */
  mainSite(organization: string): string
  /** ISO 3166-1 alpha-2, where it is on record. */
  country(site: string): string | undefined
}

/** What a fold knows beside the events. */
export interface CustodyContext {
  readonly places: Places
  /** Whose product it is: may lift any hold, and alone may say that it is recalled. */
  readonly maker: string
}
