import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { rename } from 'node:fs/promises'
import { pino } from 'pino'
import { documentPath } from '../../server/features/catalog/document-store.ts'
import { openDoors } from '../../server/http.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { openSchema } from '../../server/schema.ts'
import { openTestHub, type TestHub } from '../testkit/hub.ts'
import { dataOf } from './questions.ts'

let app: FastifyInstance
let graph: Graph
let hub: TestHub
beforeAll(async () => {
  graph = openGraph(inject('database'), { deadline: 60_000 })
  app = await openDoors({ schema: await openSchema(), graph, logger: pino({ level: 'silent' }), dataFolder: inject('dataFolder') })
  hub = await openTestHub()
})
afterAll(async () => {
  await hub.stop()
  await app.close()
  await graph.close()
})

const whoAmI = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
  app.inject({ method: 'POST', url: '/graphql', remoteAddress, headers, payload: { query: '{ viewer { id } }' } })

describe('a demo viewer', () => {
  it('is somebody on this machine', async () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect((await whoAmI({ 'x-demo-viewer': 'hospital:CJUH' }, address)).json()).toEqual({ data: { viewer: { id: 'usr_hospital:CJUH' } } })
  })

  it.each([
    ['another address', { 'x-demo-viewer': 'quality' }, '10.1.2.3'],
    ['a proxy', { 'x-demo-viewer': 'quality', 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1'],
    ['nobody', {}, '127.0.0.1'],
    ['an unknown role', { 'x-demo-viewer': 'constructor:CJUH' }, '127.0.0.1'],
    ['an unknown organization', { 'x-demo-viewer': 'hospital:NOWHERE' }, '127.0.0.1'],
    ['an organization of another kind', { 'x-demo-viewer': 'quality:CJUH' }, '127.0.0.1'],
  ])('is not %s', async (_who, headers, address) => {
    const answer = await whoAmI(headers, address)
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    expect(answer.json()).not.toHaveProperty('data')
  })
})

describe('GET /documents/{id}', () => {
  interface Seen { serial: { timeline: { edges: { node: { documents: { id: string; title: string }[] } }[] }; documents: { id: string; title: string }[] } }
  const paper = async (viewer: string, title: string): Promise<string> => {
    const { serial } = await dataOf<Seen>(hub, viewer, 'serial', '(01)06972145030188(21)ML4-260311-0452')
    const found = [...serial.documents, ...serial.timeline.edges.flatMap(({ node }) => node.documents)].find((document) => document.title.endsWith(title))
    if (!found) throw new Error(`${viewer} sees no paper ${title}`)
    return found.id
  }
  const get = (viewer: string, id: string) => app.inject({ url: `/documents/${id}`, headers: { 'x-demo-viewer': viewer } })

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
