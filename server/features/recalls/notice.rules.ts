/** Why a device is on a notice, the nearest to the device first: who has several reasons is told the first. */
export const noticeRoles = {
  HOLDER: { answers: true },
  USER: { answers: true },
  /** It is on its way to this one. */
  RECIPIENT: { answers: true },
  /** Not listed when the notice was issued, and found by the recipient. */
  FOUND: { answers: true },
  /** Its goods, in another's hands. */
  OWNER: { answers: false },
  /** Sold it on: asked to forward. */
  FORWARDER: { answers: false },
  /** Its own lot is what the recall stems from. */
  ORIGIN: { answers: false },
} as const satisfies Record<string, { answers: boolean }>

export type NoticeRole = keyof typeof noticeRoles

/** What each answer means: whether the device is accounted for by it, and what it adds to. */
export const dispositions = {
  QUARANTINED: { accounts: true, counts: null },
  RETURNED: { accounts: true, counts: 'RETURNED' },
  DESTROYED: { accounts: true, counts: null },
  CORRECTED: { accounts: true, counts: 'CORRECTED' },
  REPLACED: { accounts: true, counts: 'CORRECTED' },
  IN_SERVICE: { accounts: true, counts: null },
  IMPLANTED: { accounts: true, counts: null },
  CONSUMED: { accounts: true, counts: null },
  /** Somebody else has to answer for it now. */
  FORWARDED: { accounts: false, counts: null },
  NOT_FOUND: { accounts: false, counts: null },
  NEVER_RECEIVED: { accounts: false, counts: null },
} as const satisfies Record<string, { accounts: boolean; counts: 'RETURNED' | 'CORRECTED' | null }>

export type Disposition = keyof typeof dispositions

const named = (holds: (disposition: Disposition) => boolean): Disposition[] => (Object.keys(dispositions) as Disposition[]).filter(holds)

/** By what they mean, as statements take them. */
export const dispositionsBy = {
  accounting: named((disposition) => dispositions[disposition].accounts),
  returned: named((disposition) => dispositions[disposition].counts === 'RETURNED'),
  corrected: named((disposition) => dispositions[disposition].counts === 'CORRECTED'),
  /** It went to somebody else, whose line it is on from then on. */
  movedOn: ['RETURNED', 'FORWARDED'] satisfies Disposition[] as Disposition[],
} as const

export type NoticeStatus = 'ISSUED' | 'ACKNOWLEDGED' | 'PARTLY_RESPONDED' | 'RESPONDED' | 'OVERDUE'

export interface NoticeFacts {
  readonly acknowledgedAt: string | null
  readonly respondedAt: string | null
  readonly completedAt: string | null
  readonly respondBy: string | null
}

/** What a notice's dates say at a moment: an answer that is complete is never late any more. */
export const noticeStatusOf = ({ acknowledgedAt, respondedAt, completedAt, respondBy }: NoticeFacts, now: string): NoticeStatus => {
  if (completedAt !== null) return 'RESPONDED'
  if (respondBy !== null && respondBy < now) return 'OVERDUE'
  if (respondedAt !== null) return 'PARTLY_RESPONDED'
  return acknowledgedAt === null ? 'ISSUED' : 'ACKNOWLEDGED'
}
