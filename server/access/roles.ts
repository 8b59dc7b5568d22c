import type { Viewer } from '../kernel/viewer.ts'

interface RoleFacts {
  /** What the viewer's organization is to its work in this role. */
  readonly kind: Viewer['kind']
  /** Of a manufacturer's own teams: sees everything of its own products. */
  readonly internal?: true
  /** May manage the people and clients of its own organization. */
  readonly administers?: true
}

/** Every role there is. A token that names another one gives nothing. */
export const roles = {
  HOSPITAL_USER: { kind: 'HOSPITAL' },
  HOSPITAL_ADMIN: { kind: 'HOSPITAL', administers: true },
  DISTRIBUTOR_USER: { kind: 'DISTRIBUTOR' },
  DISTRIBUTOR_ADMIN: { kind: 'DISTRIBUTOR', administers: true },
  SUPPLIER_USER: { kind: 'SUPPLIER' },
  SUPPLIER_ADMIN: { kind: 'SUPPLIER', administers: true },
  // These have one role: whoever has it minds the organization's people and systems, too.
  CARRIER: { kind: 'CARRIER', administers: true },
  SERVICE_PROVIDER: { kind: 'SERVICE_PROVIDER', administers: true },
  QUALITY: { kind: 'MANUFACTURER', internal: true },
  REGULATORY: { kind: 'MANUFACTURER', internal: true },
  SUPPLY: { kind: 'MANUFACTURER', internal: true },
  SERVICE: { kind: 'MANUFACTURER', internal: true },
  ADMIN: { kind: 'MANUFACTURER', internal: true, administers: true },
  AUDITOR: { kind: 'MANUFACTURER', internal: true },
  OPERATOR: { kind: 'OPERATOR' },
} as const satisfies Record<string, RoleFacts>

export type Role = keyof typeof roles

export const isRole = (text: string): text is Role => Object.hasOwn(roles, text)

export const factsOf = (role: Role): RoleFacts => roles[role]
