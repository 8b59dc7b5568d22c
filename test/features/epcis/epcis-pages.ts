import { describe, expect, it } from 'vitest'
import { directory } from '../../../server/access/directory.ts'
import { findEvents } from '../../../server/features/epcis/query/find-events.ts'
import { queryOf } from '../../../server/features/epcis/query/parameters.ts'
import type { Bounds } from '../../../server/features/epcis/query/reach.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { must } from '../../../server/kernel/must.ts'
import type { Viewer } from '../../../server/kernel/viewer.ts'
import { type EpcisBench, serial } from './epcis-bench.ts'
import { lately } from '../../testkit/lately.ts'

const organization = cypher<{ code: string }, { id: string }>()`MATCH (one:Organization {code: $in.code}) RETURN one.id AS id`

const viewers = [['NINGCHUAN-MAILAN-MEDICAL-DEVICES', 'MANUFACTURER', true], ['SULU-POLYMER', 'SUPPLIER', false], ['KANGLUO', 'DISTRIBUTOR', false], ['CJUH', 'HOSPITAL', false]] as const

const orders = ['eventTime', 'recordTime'].flatMap((by) => ['ASC', 'DESC'].map((direction) => `orderBy=${by}&orderDirection=${direction}`))
const questions = [
  '', 'EQ_bizStep=receiving|shipping', 'eventType=TransformationEvent', 'EXISTS_errorDeclaration=true', 'EXISTS_errorDeclaration=false&EQ_disposition=in_progress', 'GE_errorDeclarationTime=2026-01-01T00:00:00Z', 'EQ_bizStep=https://nobody.example/step',
  lately('GE_eventTime=2026-11-20T00:00:00Z'), lately('GE_recordTime=2026-11-20T00:00:00Z&LT_recordTime=2099-01-01T00:00:00Z'), 'LT_eventTime=2026-06-01T00:00:00Z&GE_recordTime=2026-01-01T00:00:00Z',
  `MATCH_epc=${encodeURIComponent(serial('B03-021'))}|${encodeURIComponent(serial('B01-021'))}`, 'MATCH_epc=urn:epc:idpat:sgtin:697214503.0056.*', 'EQ_destination_possessing_party=https://id.gs1.org/417/6999900110008',
]
/** Each question for one of the viewers, and the viewers in several orders. */
const cases = questions.map((question, index) => [...must(viewers[index % viewers.length], 'a viewer'), `${question}&${orders[(index + Math.floor(index / 4)) % orders.length] ?? ''}`] as const)

/** All that is there at once; and a little at a time, by indexes in their order and never gathered. */
const whole: Bounds = { read: 1e6, candidates: 1e6, gathered: 1e6 }
const little: Bounds = { read: 401, candidates: 151, gathered: 0 }

export const describePages = (of: () => EpcisBench): void => {
  describe('however little is looked at for a page', () => {
    const found = async (viewer: Viewer, question: string, bounds: Bounds, limit: number): Promise<{ places: string[]; pages: number }> => {
      const [query, asking] = [queryOf(new URLSearchParams(question)), { graph: of().graph.as(viewer), viewer }]
      const places: string[] = []
      let [pages, after]: [number, string | undefined] = [0, '']
      for (; after !== undefined; pages += 1) {
        const page: Awaited<ReturnType<typeof findEvents>> = await findEvents(asking, query, { after, limit }, bounds)
        places.push(...page.rows.map(({ place, content }) => `${place} ${content}`))
        after = page.next
      }
      return { places, pages }
    }

    it.each(cases)('%s (%s, own teams %s) finds by %s every event once, in order', async (code, kind, internal, question) => {
      const { id } = must((await of().graph.read(organization, { code }))[0], code)
      const viewer: Viewer = { person: 'usr_test', name: 'Test', nameZh: null, locale: 'en', organization: id, kind, internal, roles: [], client: null, finds: directory[kind] }
      const all = await found(viewer, question, whole, 10_000)
      expect(all.pages).toBe(1)
      expect((await found(viewer, question, little, 97)).places).toEqual(all.places)
      const counting = (most: number) => findEvents({ graph: of().graph.as(viewer), viewer }, queryOf(new URLSearchParams(`${question}&maxEventCount=${most}`)), { after: '', limit: 1 }, { ...little, read: 1_500, candidates: 1_500 })
      await expect(counting(Math.max(1, all.places.length))).resolves.toHaveProperty('rows')
      if (all.places.length > 1) await expect(counting(all.places.length - 1)).rejects.toThrow('These are more')
    })
  })
}
