import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { demoHistory, loadDemo } from '../../seeds/demo.ts'
import { companyViewer } from '../../server/access/actor.ts'
import { trusted } from '../../server/access/issuers.ts'
import type { Claims } from '../../server/access/token.ts'
import { codeOfLabel } from '../../server/features/custody/scanned-code.ts'
import { demoPeople, demoStops } from '../../server/features/demo/demo.cypher.ts'
import { readLabel } from '../../server/features/identify/read-label.ts'
import { lookupOf } from '../../server/features/lookup/lookup.cypher.ts'
import { verdictOf } from '../../server/features/lookup/verdict.rules.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { claimsOf, openTestIssuer } from '../testkit/issuer.ts'
import { consigned, demoDocuments, demoFindings, demoUnit, finishedFrom, holdersOf } from './demo-questions.cypher.ts'

let graph: Graph
const dataFolder = inject('dataFolder')

beforeAll(() => {
  graph = openGraph(inject('database'), { deadline: 60_000 })
})

afterAll(() => graph.close())

const issuer = trusted((await openTestIssuer()).setting)

const verdictFor = async (key: string, code: string): Promise<string> => {
  const viewer = await companyViewer(graph, issuer, claimsOf(key) as Claims)
  const now = new Date()
  const label = readLabel(code, now)
  const scanned = codeOfLabel(label)
  const [row] = await graph.as(viewer).read(lookupOf(scanned), { ...scanned, stock: false })
  if (!row) throw new Error(`no answer for ${code}`)
  return verdictOf({ label, row, today: now.toISOString().slice(0, 10) }).verdict
}

describe('the demo in the graph', () => {
  it('is loaded once', async () => {
    expect(await loadDemo(graph, { dataFolder })).toBe(false)
    expect((await graph.read(demoPeople, {})).length).toBeGreaterThan(8)
  })

  it('gives each stop of the tour its verdict', async () => {
    const stops = (await graph.read(demoStops, {})).map(({ stop }) => stop)
    const given = await Promise.all(stops.map(async ({ code, viewer }) => ({ code, verdict: await verdictFor(viewer, code) })))
    expect(given).toEqual(stops.map(({ code, verdict }) => ({ code, verdict })))
  })

  it('raises no finding: its events fit together', async () => {
    expect(await graph.read(demoFindings, {})).toEqual([])
  })

  it('leads from one raw lot to five finished ones', async () => {
    const rows = await graph.read(finishedFrom, { lotNumber: 'R26-0118' })
    expect(rows.map(({ lotNumber }) => lotNumber)).toEqual(['2603B01', '2604B02', '2606B03', '2608B04', '2609B05'])
  })

  it('has the recalled lots used, held and under way', async () => {
    const rows = await graph.read(holdersOf, { lotNumbers: ['2608B04', '2609B05'] })
    const total = (name: 'held' | 'transit' | 'used'): number => rows.reduce((sum, row) => sum + row[name], 0)
    expect({ held: total('held'), transit: total('transit'), used: total('used') }).toEqual({ held: 76, transit: 14, used: 4 })
  })

  it('keeps a consigned port’s owner apart from its holder', async () => {
    const rows = await graph.read(consigned, {})
    expect(rows).toEqual([{ holder: 'CJUH', owner: 'KANGLUO', serials: 2 }, { holder: 'NYHH', owner: 'KANGLUO', serials: 6 }])
  })

  it('has serials and a lot in the carton under way', async () => {
    expect(await graph.read(demoUnit, { sscc: '106999900070000013' })).toEqual([{ serials: 6, lots: [{ lotNumber: '26IS0413', quantity: 200 }], to: ['NYHH'] }])
  })

  it('stores what each document says under its SHA-256', async () => {
    const documents = await graph.read(demoDocuments, { titles: demoHistory().documents?.map(({ title }) => title) ?? [] })
    expect(documents.length).toBe(demoHistory().documents?.length)
    for (const { sha256, size } of documents) {
      const content = await readFile(join(dataFolder, 'documents', sha256.slice(0, 2), sha256))
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
      expect(content.byteLength).toBe(size)
    }
  })
})
