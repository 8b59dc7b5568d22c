import { rounded } from '../rounded.ts'

/** An event since a set was sent, of its tray or of something that was in it. */
export interface LoanEvent {
  readonly at: string
  readonly type: string
  readonly action: string | null
  readonly bizStep: string | null
  readonly disposition: string | null
  /** The lender gets what it names. */
  readonly isHome: boolean
  /** It is the loan's own: reported of this set. */
  readonly isOwn: boolean
  /** Unpacks all that is in the tray. */
  readonly emptiesTray: boolean
  readonly things: readonly { readonly id: string; readonly role: string; readonly quantity: number | null }[]
}

export interface LentThing {
  readonly id: string
  readonly isSerial: boolean
  readonly sent: number
}

export interface LoanAccount {
  readonly sent: number
  /** Of that, still packed in the tray. */
  readonly inside: number
  readonly used: number
  readonly openedUnused: number
  readonly discarded: number
  readonly returned: number
  readonly received: number
}

const ends: Readonly<Record<string, 'used' | 'discarded'>> = { implanting: 'used', dispensing: 'used', destroying: 'discarded' }
const leaves = new Set(['shipping', 'departing', 'consigning'])
const arrives = new Set(['receiving', 'accepting'])

const plus = (account: LoanAccount, field: keyof LoanAccount, quantity: number): LoanAccount => ({ ...account, [field]: rounded(account[field] + quantity) })

const endOf = ({ bizStep, disposition }: LoanEvent): 'used' | 'openedUnused' | 'discarded' | undefined => {
  if (disposition === 'partially_dispensed') return undefined
  return bizStep === 'dispensing' && disposition === 'non_sellable_other' ? 'openedUnused' : ends[bizStep ?? '']
}

const moved = (account: LoanAccount, event: LoanEvent, quantity: number): LoanAccount => {
  const end = endOf(event)
  if (end !== undefined) return plus(account, end, quantity)
  if (!event.isHome) return account
  if (leaves.has(event.bizStep ?? '')) return plus(account, 'returned', quantity)
  return arrives.has(event.bizStep ?? '') ? plus(account, 'received', quantity) : account
}

const unpacked = (account: LoanAccount, quantity: number): LoanAccount => ({ ...account, inside: Math.max(0, rounded(account.inside - quantity)) })

/** What an event of the tray does to what is in it. */
const withTray = (account: LoanAccount, event: LoanEvent): LoanAccount => {
  const after = moved(account, event, account.inside)
  return event.isHome && arrives.has(event.bizStep ?? '') ? unpacked(after, account.inside) : after
}

/** A serial is one thing: once it was used up or is back, what happens to it is no matter of this loan any more. */
const isSettled = ({ sent, used, openedUnused, discarded, received }: LoanAccount): boolean => used + openedUnused + discarded + received >= sent

/** Of a lot, what the lender may still get by such an event. */
const unsettled = ({ sent, used, openedUnused, discarded, returned, received }: LoanAccount, { bizStep }: LoanEvent): number =>
  Math.max(0, rounded(sent - used - openedUnused - discarded - (leaves.has(bizStep ?? '') ? returned : received)))

/** Units of a lot that come back by an ordinary return or receipt: no more than are out, those outside the tray first. */
const lotBack = (account: LoanAccount, event: LoanEvent, quantity: number): LoanAccount => {
  if (!event.isHome) return account
  const after = moved(account, event, Math.min(quantity, unsettled(account, event)))
  return { ...after, inside: Math.min(after.inside, unsettled(after, event)) }
}

const withThing = (account: LoanAccount, event: LoanEvent, { isSerial }: LentThing, told: LoanEvent['things'][number]): LoanAccount => {
  const quantity = told.quantity ?? (isSerial ? 1 : 0)
  if (told.role === 'CHILD') return event.action === 'DELETE' ? unpacked(account, told.quantity ?? account.inside) : account
  if (isSerial && isSettled(account)) return account
  if (!isSerial && !event.isOwn) return lotBack(account, event, quantity)
  const after = moved(account, event, quantity)
  return isSerial && after !== account ? unpacked(after, quantity) : after
}

/** A tray is unpacked before what was in it is used. */
const order = (one: LoanEvent, other: LoanEvent): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.type < other.type ? -1 : Number(one.type > other.type))

/** What became of one thing of a set, by the events of the tray and its own. Units of a lot have no names: of them counts what was reported of this set, and what came back by an ordinary return or receipt. */
export const accountOf = (lent: LentThing, unit: string, events: readonly LoanEvent[]): LoanAccount =>
  [...events].sort(order).reduce<LoanAccount>((account, event) => {
    const tray = event.things.find(({ id, role }) => id === unit && role === 'EPC')
    const own = event.things.find(({ id }) => id === lent.id)
    if (event.emptiesTray) return unpacked(account, account.inside)
    if (tray !== undefined) return withTray(account, event)
    return own === undefined ? account : withThing(account, event, lent, own)
  }, { sent: lent.sent, inside: lent.sent, used: 0, openedUnused: 0, discarded: 0, returned: 0, received: 0 })

/** Neither used up nor returned, whoever of the two said so. */
export const outOf = ({ sent, used, openedUnused, discarded, returned, received }: LoanAccount): number =>
  Math.max(0, rounded(sent - used - openedUnused - discarded - Math.max(returned, received)))
