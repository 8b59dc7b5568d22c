import { describe, expect, it } from 'vitest'
import { demoHistory, demoTour, demoViewers } from '../../seeds/demo.ts'
import type { EventSeed } from '../../seeds/history.ts'
import { readLabel } from '../../server/features/identify/read-label.ts'
import { gs1CheckFits, usccFits } from './check-characters.ts'
import { catalogueIdentifiers, indexOf } from './demo-index.ts'

const demo = indexOf(demoHistory())
const { history } = demo

const repeated = (keys: readonly string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index)

describe('the demo’s keys', () => {
  it('are the same each time, and the same on another day', () => {
    expect(demoHistory()).toEqual(history)
    const later = demoHistory('2031-02-28')
    expect(later.events?.map(({ key }) => key).sort()).toEqual(history.events.map(({ key }) => key).sort())
    expect(later.documents?.map(({ key }) => key).sort()).toEqual(history.documents.map(({ key }) => key).sort())
  })

  it('are unique', () => {
    const { organizations, sites, documents, batches, serials, logisticUnits, events, recalls, tickets } = history
    for (const things of [documents, batches, serials, logisticUnits, events]) expect(repeated(things.map(({ key }) => key))).toEqual([])
    for (const codes of [organizations, sites]) expect(repeated(codes.map(({ code }) => code))).toEqual([])
    expect(repeated([...recalls, ...tickets].map(({ reference }) => reference))).toEqual([])
  })
})

describe('what the demo speaks of', () => {
  it('is there: organizations and sites', () => {
    const parties = history.events.flatMap(({ from, to, owner, reportedBy }) => [from, to, owner, reportedBy])
    const makers = history.batches.flatMap(({ madeBy, suppliedBy }) => [madeBy, suppliedBy])
    const others = [...history.tickets.map(({ organization }) => organization), ...history.recalls.map(({ maker }) => maker), ...history.sites.map(({ organization }) => organization)]
    const issuers = history.documents.map(({ issuer }) => issuer)
    const spoken = [...parties, ...makers, ...others, ...issuers].filter((code) => code !== undefined)
    expect(spoken.filter((code) => !demo.organizations.has(code))).toEqual([])
    const places = [...history.events.map(({ site }) => site), ...history.batches.map(({ madeAt }) => madeAt), ...history.sites.map(({ partOf }) => partOf)]
    expect(places.filter((site) => site !== undefined && !demo.sites.has(site))).toEqual([])
  })

  it('is there: products, of the catalogue or its own', () => {
    const known = new Set([...catalogueIdentifiers(), ...history.products.map(({ di }) => di)])
    const spoken = [...history.batches, ...history.serials].map(({ product }) => product)
    expect([...new Set(spoken)].filter((di) => !known.has(di))).toEqual([])
  })

  it('is there: batches, serials, units and events', () => {
    const things = history.events.flatMap((event) => event.things)
    const proven = history.documents.flatMap(({ proves }) => proves)
    const spoken = [...things, ...proven, ...history.recalls.flatMap(({ covers }) => covers), ...history.tickets]
    for (const one of spoken) {
      const named = { batch: undefined, serial: undefined, unit: undefined, event: undefined, ...one }
      if (named.batch !== undefined) expect(demo.batches.has(named.batch), named.batch).toBe(true)
      if (named.serial !== undefined) expect(demo.serials.has(named.serial), named.serial).toBe(true)
      if (named.unit !== undefined) expect(demo.units.has(named.unit), named.unit).toBe(true)
      if (named.event !== undefined) expect(demo.events.has(named.event), named.event).toBe(true)
    }
    expect(history.serials.filter(({ batch }) => batch !== undefined && !demo.batches.has(batch))).toEqual([])
  })

  it('has a name in both languages', () => {
    const nameless = [...history.organizations, ...history.sites, ...history.products].filter(({ name, nameZh }) => !name || !/\p{Script=Han}/u.test(nameZh ?? ''))
    expect(nameless).toEqual([])
    expect(history.documents.filter(({ titleZh }) => !titleZh)).toEqual([])
    expect(history.events.filter(({ note, noteZh }) => (note === undefined) !== (noteZh === undefined))).toEqual([])
  })

  it('has right check digits', () => {
    const glns = [...history.organizations, ...history.sites].flatMap(({ gln }) => gln ?? [])
    const gtins = history.products.filter(({ scheme }) => scheme === 'GS1').flatMap(({ di, identifiers = [] }) => [di, ...identifiers.map(({ code }) => code)])
    const ssccs = history.logisticUnits.map(({ sscc }) => sscc)
    expect([...glns, ...gtins, ...ssccs].filter((code) => !gs1CheckFits(code))).toEqual([])
    expect(history.organizations.flatMap(({ uscc }) => uscc ?? []).filter((code) => !usccFits(code))).toEqual([])
  })
})

describe('the order of events', () => {
  const about = (key: string): readonly EventSeed[] => demo.eventsOf.get(key) ?? []

  it('makes every serial before anything else happens to it', () => {
    for (const { key } of history.serials) {
      const [first] = about(key)
      expect(['commissioning'], key).toContain(first?.bizStep)
    }
  })

  it('receives nothing that was not shipped before to the same organization', () => {
    for (const receipt of history.events.filter(({ bizStep }) => bizStep === 'receiving')) {
      const shipped = history.events.some(({ bizStep, to, from, documentNumber, eventTime }) =>
        bizStep === 'shipping' && to === receipt.to && from === receipt.from && documentNumber === receipt.documentNumber && eventTime < receipt.eventTime)
      expect(shipped, receipt.key).toBe(true)
    }
  })

  it('lets a serial leave only from where it is', () => {
    for (const { key } of history.serials) {
      let holder: string | undefined
      for (const event of about(key)) {
        if (event.bizStep === 'commissioning') holder = demo.operatorOf(event.site)
        if (event.bizStep === 'shipping') expect(event.from, event.key).toBe(holder)
        if (event.bizStep === 'receiving') holder = event.to
      }
    }
  })

  it('happens before today', () => {
    expect(history.events.filter(({ eventTime }) => eventTime > '2026-11-22T00:00:00.000Z')).toEqual([])
  })
})

describe('people and tour', () => {
  it('are of organizations that are there, each with its own key', () => {
    expect(demoViewers.filter(({ organizationCode }) => !demo.organizations.has(organizationCode))).toEqual([])
    expect(repeated(demoViewers.map(({ key }) => key))).toEqual([])
  })

  it('shows every verdict of the demo, to people that are there', () => {
    const tour = demoTour()
    expect(tour.filter(({ viewer }) => !demoViewers.some(({ key }) => key === viewer))).toEqual([])
    expect(new Set(tour.map(({ verdict }) => verdict))).toEqual(new Set(['CLEAR', 'RECALLED', 'EXPIRED', 'QUARANTINED', 'USED', 'RETIRED', 'OVERDUE', 'UNKNOWN']))
  })

  it.each(['2026-11-22', '2026-11-23', '2028-02-29', '2031-12-31'])('prints on its labels what the things of the demo say, on %s too', (today) => {
    const { batches = [] } = demoHistory(today)
    const labels = demoTour(today).map(({ code }) => readLabel(code, new Date(today))).filter(({ expiresOn, lot }) => expiresOn && batches.some(({ lotNumber }) => lotNumber === lot))
    expect(labels.map(({ standard }) => standard)).toContain('HIBC')
    expect(labels.length).toBeGreaterThan(4)
    for (const { lot, expiresOn, warnings } of labels) expect([lot, expiresOn, warnings]).toEqual([lot, batches.find(({ lotNumber }) => lotNumber === lot)?.expiresOn, []])
  })
})
