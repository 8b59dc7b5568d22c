import { rename } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { documentPath } from '../../server/features/catalog/document-store.ts'
import { openTestHub, type TestHub } from '../testkit/hub.ts'
import { dataOf } from './questions.ts'

let hub: TestHub
beforeAll(async () => { hub = await openTestHub() })
afterAll(() => hub.stop())

describe('GET /documents/{id}', () => {
  interface Seen { serial: { timeline: { edges: { node: { documents: { id: string; title: string }[] } }[] }; documents: { id: string; title: string }[] } }
  const paper = async (viewer: string, title: string): Promise<string> => {
    const { serial } = await dataOf<Seen>(hub, viewer, 'serial', '(01)06972145030188(21)ML4-260311-0452')
    const found = [...serial.documents, ...serial.timeline.edges.flatMap(({ node }) => node.documents)].find((document) => document.title.endsWith(title))
    if (!found) throw new Error(`${viewer} sees no paper ${title}`)
    return found.id
  }
  const get = async (viewer: string, id: string) => hub.app.inject({ url: `/documents/${id}`, headers: await hub.headers(viewer) })

  it.each([
    ['SR-2026-0877', 'hospital:CJUH', ['distributor:KANGLUO', 'hospital:CZFP', 'quality:ABBOTT-VASCULAR']],
    ['KL-QC-0421', 'distributor:KANGLUO', ['hospital:CJUH', 'quality:ABBOTT-VASCULAR']],
    ['ML-260419-02', 'quality', ['hospital:CJUH', 'hospital:CZFP']],
    ['KL-0508-009', 'hospital:CJUH', ['hospital:CZFP', 'supplier:SULU-POLYMER']],
  ])('gives %s to %s, and to others the answer for no document', async (title, reader, strangers) => {
    const id = await paper(reader, title)
    const given = await get(reader, id)
    expect(given.statusCode).toBe(200)
    expect(given.body).toContain(title)
    for (const stranger of strangers) {
      const [refused, nothing] = [await get(stranger, id), await get(stranger, 'doc_AAAAAAAAAAAAAAAAAAAAAA')]
      expect([refused.statusCode, refused.body], stranger).toEqual([nothing.statusCode, nothing.body])
      expect(nothing.statusCode).toBe(404)
    }
  })

  it('tells no path of this machine where the content is missing', async () => {
    const id = await paper('hospital:CJUH', 'CAL-2026-0903-02')
    const sha256 = (await get('hospital:CJUH', id)).headers.etag?.replaceAll('"', '') ?? ''
    const path = documentPath(inject('dataFolder'), sha256)
    await rename(path, `${path}.away`)
    try {
      const answer = await get('hospital:CJUH', id)
      expect(answer.statusCode).toBe(500)
      expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', incident: expect.any(String) as string } }] })
      expect(answer.body).not.toContain(inject('dataFolder'))
    } finally {
      await rename(`${path}.away`, path)
    }
  })
})
