/**
 * What a seed tells the loader: things and what happened to them. Custody, stock, genealogy and every other derived
 * edge follow from the events (custody.rules.ts), never from the seed's own word.
 * Organizations and sites are named by hub code, products by primary DI, the rest by `key`, unique within the seed.
 */
export interface History {
  readonly organizations?: readonly OrganizationSeed[]
  readonly sites?: readonly SiteSeed[]
  readonly products?: readonly ProductSeed[]
  readonly documents?: readonly DocumentSeed[]
  readonly batches?: readonly BatchSeed[]
  readonly serials?: readonly SerialSeed[]
  readonly logisticUnits?: readonly LogisticUnitSeed[]
  readonly events?: readonly EventSeed[]
  readonly recalls?: readonly RecallSeed[]
  readonly tickets?: readonly TicketSeed[]
  /**
   * Given, it says that no later chunk speaks of this chunk's things or of earlier ones, but for the batches named here,
   * by key: the loader may forget the rest, so that a history of any size takes little memory. Not given, the loader
   * remembers everything until the end.
   */
  readonly settledExcept?: readonly string[]
}

export interface OrganizationSeed {
  readonly code: string
  readonly name: string
  readonly nameZh?: string
  readonly kinds: readonly string[]
  readonly country: string
  readonly address?: string
  readonly phone?: string
  readonly gln?: string
  readonly uscc?: string
  /** GS1's, from which it numbers its cartons. */
  readonly companyPrefix?: string
  readonly srn?: string
  readonly onHub?: boolean
  readonly licences?: readonly { readonly number: string; readonly kind?: string; readonly validUntil?: string }[]
}

export interface SiteSeed {
  readonly code: string
  readonly organization: string
  readonly name: string
  readonly nameZh?: string
  readonly kind?: string
  readonly gln?: string
  readonly country: string
  readonly main?: boolean
  readonly partOf?: string
}

/** A material or device beside the imported catalogue. */
export interface ProductSeed {
  readonly di: string
  readonly scheme: string
  readonly kind: 'DEVICE' | 'MATERIAL'
  readonly maker: string
  readonly name: string
  readonly nameZh?: string
  readonly model?: string
  readonly riskClass?: string
  readonly implantable?: boolean
  readonly sterile?: boolean
  readonly singleUse?: boolean
  readonly lotControlled: boolean
  readonly serialControlled: boolean
  readonly identifiers?: readonly { readonly code: string; readonly type: string; readonly level?: string; readonly contains?: string; readonly units: number }[]
}

export interface DocumentSeed {
  readonly key: string
  readonly kind: string
  readonly title: string
  readonly titleZh?: string
  readonly mediaType: string
  readonly content: string
  readonly issuedOn?: string
  readonly issuer: string
  /** Things it proves, by key; products by DI. */
  readonly proves: readonly { readonly product?: string; readonly batch?: string; readonly serial?: string; readonly event?: string }[]
}

export interface BatchSeed {
  readonly key: string
  readonly product: string
  readonly lotNumber: string
  readonly kind: 'RAW' | 'COMPONENT' | 'FINISHED'
  readonly madeBy?: string
  readonly suppliedBy?: string
  readonly madeAt?: string
  readonly manufacturedOn?: string
  readonly expiresOn?: string
  readonly quantity?: number
  readonly unit?: string
}

export interface SerialSeed {
  readonly key: string
  readonly product: string
  readonly serialNumber: string
  readonly batch?: string
  readonly manufacturedOn?: string
  readonly expiresOn?: string
}

export interface LogisticUnitSeed {
  readonly key: string
  readonly sscc: string
  readonly kind: 'CARTON' | 'PALLET'
}

/** EPCIS 2.0 in short: type, action, CBV bizStep and disposition by their short names. Times ISO 8601 UTC with milliseconds. */
export interface EventSeed {
  readonly key: string
  readonly type: 'OBJECT' | 'AGGREGATION' | 'TRANSACTION' | 'TRANSFORMATION' | 'ASSOCIATION'
  readonly action?: 'ADD' | 'OBSERVE' | 'DELETE'
  readonly bizStep?: string
  readonly disposition?: string
  readonly eventTime: string
  readonly timeZoneOffset: string
  readonly recordTime?: string
  readonly site?: string
  /** possessing_party of the source and of the destination. */
  readonly from?: string
  readonly to?: string
  /** owning_party where it differs (consignment, loan). */
  readonly owner?: string
  readonly reportedBy: string
  readonly documentNumber?: string
  readonly procedureReference?: string
  readonly note?: string
  readonly noteZh?: string
  readonly errorDeclaredAt?: string
  readonly errorReason?: string
  readonly things: readonly ThingSeed[]
}

export interface ThingSeed {
  readonly role: 'EPC' | 'OUTPUT' | 'INPUT' | 'PARENT' | 'CHILD'
  readonly serial?: string
  readonly batch?: string
  readonly unit?: string
  readonly quantity?: number
  readonly measure?: string
  /** Where in the parent, for associations. */
  readonly position?: string
}

export interface RecallSeed {
  readonly reference: string
  readonly title: string
  readonly titleZh?: string
  readonly reason: string
  readonly status: string
  readonly classification: string
  readonly actions: readonly string[]
  readonly drill: boolean
  readonly maker: string
  readonly approvedAt?: string
  readonly closedAt?: string
  readonly respondBy?: string
  readonly covers: readonly { readonly batch?: string; readonly serial?: string }[]
}

export interface TicketSeed {
  readonly reference: string
  readonly kind: string
  readonly status: string
  readonly summary: string
  readonly summaryZh?: string
  readonly openedAt: string
  readonly closedAt?: string
  readonly organization: string
  readonly serial: string
}
