/** Who asks. Statements get it as `$viewer`; it comes from the sign-in and from nothing else. */
export interface Viewer {
  /** Global id of the person or client. */
  readonly person: string
  readonly name: string
  readonly nameZh: string | null
  readonly locale: string
  /** Id of the organization for which the viewer acts. */
  readonly organization: string
  /** What that organization is to this viewer's work. */
  readonly kind: 'MANUFACTURER' | 'HOSPITAL' | 'DISTRIBUTOR' | 'SUPPLIER' | 'CARRIER' | 'SERVICE_PROVIDER' | 'OPERATOR'
  /** One of the maker's own teams: sees everything of its own products, and nothing of another maker's. */
  readonly internal: boolean
  /** Names of access/roles.ts. */
  readonly roles: readonly string[]
  /** The API client's id where a system asks, null where a person does. */
  readonly client: string | null
  /** The sign-in that the token belongs to; null of systems and of companies' own providers. */
  readonly session?: string | null
  /** The token is the portal's own, got by a person's sign-in there. */
  readonly portal?: boolean
  /** Its organization no longer works with the hub: only what the law obliges it to is open. */
  readonly suspended?: boolean
  /** Kinds of organization that it may find in the directory. */
  readonly finds: readonly string[]
}
