import type { Change } from '../../../record/change.ts'
import type { KnownThings } from '../capture/known-things.ts'
import type { Transit } from '../custody-state.type.ts'
import { rounded } from '../rounded.ts'
import type { VoidShipmentInput } from './goods-action.input.ts'
import { reported } from './goods-action.ts'
import type { GoodsReported } from './goods-report.type.ts'
import { eventsOf } from './goods-event.rules.ts'
import { askingIn, happenedAt } from './keep-goods.ts'
import { type Goods, judged, type LineReason, type LineRules, type LotRule, reason, type SerialRule } from './line.rules.ts'
import { openLines } from './open-lines.ts'
import { ownSite, partyNamed } from './parties.ts'

const notSent = reason('NOT_ON_ITS_WAY', 'It is not on its way from you. What was received is returned by who has it.')
const leftLater = reason('LEFT_LATER', 'It left after that. Give the time when it came back.')
const several = reason('SEVERAL_ON_THEIR_WAY', 'Some of it are on their way to several partners. Name the one that did not get them.')

type Journey = Pick<Transit, 'from' | 'to'> & Partial<Pick<Transit, 'since'>> & { readonly quantity?: number; readonly via?: string }

const isOpen = (mine: string, to: string | undefined) => (journey: Journey): boolean => journey.from === mine && journey.to !== mine && (to === undefined || journey.to === to)

const against = (journeys: readonly Journey[], at: string): LineReason | undefined => {
  if (journeys.length === 0) return notSent
  return journeys.every(({ since = '' }) => since > at) ? leftLater : undefined
}

/** Sent off by who reports, to this partner where one is named, and not received. */
const rulesTo = (to: string | undefined): LineRules => {
  const serial: SerialRule = ({ transit, state }, { organization, at }) => against([state?.transit ?? transit].filter((one) => one !== null).filter(isOpen(organization, to)), at)
  const lot: LotRule = ({ state, own, unit }, quantity, { organization, at }, carton) => {
    const open = (state?.transit ?? []).filter(isOpen(organization, to)).filter(({ via }) => carton === undefined || via === carton)
    const why = state === undefined ? undefined : against(open, at)
    const sent = state === undefined ? own.leaving : rounded(open.reduce((sum, one) => sum + (one.since > at ? 0 : one.quantity), 0))
    if (why !== undefined || quantity <= sent) return why
    return reason('NOT_ON_ITS_WAY', `${sent} ${unit ?? 'EA'} of this lot are on their way from you. Report no more than these.`)
  }
  return { serial: [serial], lot: [lot] }
}

/** To whom a line's goods are on their way. */
const recipientsOf = ({ id, contents }: Goods, known: KnownThings, mine: string): string[] => {
  const journeys = [id, ...contents].flatMap((one): Journey[] => {
    const transit = known.serials.get(one)?.transit
    return [...(transit ? [transit] : []), ...(known.batches.get(one)?.state?.transit ?? []).filter(({ via }) => one === id || via === id)]
  })
  return [...new Set(journeys.filter(isOpen(mine, undefined)).map(({ to }) => to))]
}

/** CBV void_shipping: as if it had not left, custody and stock as before; who was to get it is told. Whatever is known against it, it may come back. */
export const voidShipment = async (change: Change, input: VoidShipmentInput): Promise<GoodsReported> => {
  const sender = change.viewer.organization
  const eventTime = happenedAt(change, input.at, 'at')
  const site = await ownSite(change, input.site)
  const to = await partyNamed(change, input.to, 'to')
  const { known, goods, rejected } = await openLines(change, input.lines)
  const { kept, rejected: refused } = judged(goods, rulesTo(to?.id), askingIn(change, known, { at: eventTime }), known)
  const recipientOf = new Map(kept.map((one) => [one.line, to === undefined ? recipientsOf(one, known, sender) : [to.id]]))
  const clear = kept.filter(({ line }) => (recipientOf.get(line) ?? []).length < 2)
  const unclear = kept.filter((one) => !clear.includes(one)).map(({ line, code }) => ({ line, code, reason: several }))
  const events = eventsOf(clear, sender, ({ line }) => ({ bizStep: 'void_shipping', eventTime, site, from: sender, to: recipientOf.get(line)?.[0], note: input.note, documentNumber: input.documentNumber }))
  return reported(change, clear, [...rejected, ...refused, ...unclear], { events }, known)
}
