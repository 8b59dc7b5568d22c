import type { Step } from '../../../server/features/custody/custody-event.type.ts'

/** What the naive replay knows of a serial. */
export interface NaiveSerial {
  status: string
  holder: string | null
  site: string | null
  transit: string | null
  used: string | null
  passed: string[]
}

const order = ['commissioning', 'shipping', 'consigning', 'void_shipping', 'receiving', 'storing', 'explanting', 'implanting', 'destroying']

const sorted = (steps: readonly Step[]): Step[] => {
  const place = ({ event }: Step): string => `${event.eventTime} ${stage(event.bizStep ?? '')} ${event.hash}`
  return [...steps].sort((one, other) => (place(one) < place(other) ? -1 : 1))
}

const stage = (bizStep: string): number =>
  ({ commissioning: 0, shipping: 2, consigning: 2, void_shipping: 3, receiving: 4, storing: 5, explanting: 5, implanting: 6, destroying: 7 })[bizStep] ?? 5

const operator = (site: string): string => site.split('-')[0] ?? ''

/**
 * The table from events to custody once more, for a serial that moves by itself: one loop, one mutable state, no
 * helpers shared with the server. Slow to read on purpose in another way than the rules are.
 */
export const naiveReplay = (steps: readonly Step[]): NaiveSerial => {
  const now: NaiveSerial = { status: 'MADE', holder: null, site: null, transit: null, used: null, passed: [] }
  let since = ''
  let before: (NaiveSerial & { since: string }) | null = null
  let returned = false
  const move = (to: string | null, site: string | null, at: string, status: string): void => {
    if (now.holder !== null && now.holder !== to) now.passed.push(`${now.holder} ${since} ${at} ${status}`)
    if (now.holder !== to) since = at
    now.holder = to
    now.site = site
    if (to !== null) now.used = null
  }
  const all = sorted(steps)
  const birth = all.findIndex(({ event }) => event.bizStep === 'commissioning' && event.errorDeclaredAt === undefined)
  for (const { event } of all.slice(Math.max(birth, 0))) {
    const { bizStep, eventTime: at, site = '', from, to } = event
    if (event.errorDeclaredAt !== undefined || !order.includes(bizStep ?? '')) continue
    const gone = ['IMPLANTED', 'DESTROYED'].includes(now.status)
    const own = (party: string): string => (operator(site) === party ? site : `${party}-main`)
    if (gone && bizStep !== 'destroying' && !(bizStep === 'explanting' && now.status === 'IMPLANTED')) continue
    if (bizStep === 'commissioning' && now.holder === null && now.passed.length === 0) {
      move(operator(site), site, at, 'MADE')
      now.status = 'MADE'
    }
    if (bizStep === 'shipping' && now.transit !== `${from} ${to}`) {
      before = { ...now, passed: [...now.passed], since }
      now.status = 'IN_TRANSIT'
      now.transit = `${from} ${to}`
      returned = event.disposition === 'returned'
    }
    if (bizStep === 'consigning') {
      before = { ...now, passed: [...now.passed], since }
      now.status = 'IN_TRANSIT'
      now.transit = `${from} ${to}`
      returned = false
      move(to ?? '', `${to}-main`, at, 'IN_TRANSIT')
    }
    if (bizStep === 'void_shipping' && before !== null && now.transit?.startsWith(`${operator(site)} `)) {
      Object.assign(now, { status: before.status, holder: before.holder, site: before.site, passed: before.passed, transit: null })
      since = before.since
      before = null
    }
    if (bizStep === 'receiving') {
      const taker = to ?? operator(site)
      const again = now.transit === null && now.holder === taker
      move(taker, own(taker), at, now.status)
      if (!again) now.status = now.transit !== null && returned ? 'RETURNED' : 'IN_STOCK'
      now.transit = null
      before = null
    }
    if (bizStep === 'storing' && now.holder === operator(site)) {
      if (now.transit?.endsWith(` ${now.holder}`)) {
        now.transit = null
        before = null
      }
      now.site = site
      if (now.transit === null && now.status !== 'MADE' && now.status !== 'RETURNED') now.status = 'IN_STOCK'
    }
    if (bizStep === 'implanting' || bizStep === 'destroying') {
      if (now.status === 'DESTROYED') continue
      now.status = bizStep === 'implanting' ? 'IMPLANTED' : 'DESTROYED'
      move(null, null, at, now.status)
      now.used = bizStep === 'implanting' ? `${site} ${at}` : null
      now.transit = null
      before = null
    }
    if (bizStep === 'explanting') {
      now.status = 'RETURNED'
      move(operator(site), site, at, 'RETURNED')
    }
  }
  return now
}
