import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheExchange, Client, fetchExchange, formatDocument, gql } from '@urql/core'
import { parse } from 'graphql'
import { afterAll, describe, expect, it } from 'vitest'
import { canonical } from '../../portal/operations/canonical.ts'
import { persistedExchange } from '../../portal/app/persisted.ts'
import { allDefinitions, operationsOf } from '../../portal/operations/vite-operations.ts'
import { signInsQuery } from '../../portal/features/admin/admin.query.ts'
import { serialQuery } from '../../portal/features/custody/serial.query.ts'
import { openOperations } from '../../server/doors/operations.ts'

const folder = mkdtempSync(join(tmpdir(), 'devicetrail-operations-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fragment = 'fragment Party on Party { id ...Name }'
const inner = 'fragment Name on Party { name }'
const written = operationsOf(parse(`${inner} ${fragment} query One { viewer { organization { ...Party } } } subscription Two { recallNoticeIssued { id } } query Three { viewer { id } }`).definitions)
const path = join(folder, 'operations.json')
writeFileSync(path, JSON.stringify(written))

/** What the portal's client sends for a document, put together in another order. */
const sumOf = (text: string): string => createHash('sha256').update(canonical(formatDocument(gql(text)))).digest('hex')
const one = `query One { viewer { organization { ...Party } } } ${fragment} ${inner}`

describe('the portal’s operations', () => {
  const operations = openOperations({ only: true, path })

  it('are known by their sums, whatever the order of their fragments', () => {
    const body: { query?: string; extensions?: object } = { extensions: { persistedQuery: { version: 1, sha256Hash: sumOf(one) } } }
    operations.fill(body)
    expect(body.query).toContain('query One')
    expect(body.query).toContain('fragment Name')
    expect(body.query).toContain('__typename')
    expect(body.extensions).toBeUndefined()
  })

  it('are written as its client sends them, fragments and all', async () => {
    const { texts } = operationsOf(allDefinitions())
    for (const document of [signInsQuery, serialQuery]) expect(Object.values(texts)).toContain(canonical(formatDocument(document)))
    const sent: { query?: string; extensions?: { persistedQuery: { sha256Hash: string } } }[] = []
    const client = new Client({
      url: 'http://hub.example/graphql', preferGetMethod: false, exchanges: [cacheExchange, persistedExchange, fetchExchange],
      fetch: async (_address, init) => {
        sent.push(JSON.parse(String(init?.body)) as (typeof sent)[number])
        return new Response('{"data":{"auditRecords":null}}', { headers: { 'content-type': 'application/json' } })
      },
    })
    await client.query(signInsQuery, { action: 'SIGN_IN', first: 1 }).toPromise()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.query).toBeUndefined()
    expect(texts[sent[0]?.extensions?.persistedQuery.sha256Hash ?? '']).toContain('query PortalSignIns')
  })

  it('are all that a sum stands for', () => {
    expect(() => operations.fill({ extensions: { persistedQuery: { sha256Hash: 'f'.repeat(64) } } })).toThrow('does not know the operation')
    expect(() => operations.fill({ extensions: { persistedQuery: { sha256Hash: 'constructor' } } })).toThrow('does not know the operation')
    const own = { query: '{ viewer { id } }', extensions: { persistedQuery: { sha256Hash: sumOf(one) } } }
    operations.fill(own)
    expect(own.query).toBe('{ viewer { id } }')
  })

  it('are all that the portal’s token is good for, but for a maker’s own teams', () => {
    const [portal, team, client] = [{ portal: true, internal: false }, { portal: true, internal: true }, { internal: false }]
    for (const query of ['{ viewer { id } }', 'not GraphQL', undefined]) {
      expect(() => operations.check(portal, query)).toThrow('portal’s own operations')
      for (const viewer of [team, client]) expect(() => operations.check(viewer, query)).not.toThrow()
    }
    for (const query of [written.texts[sumOf(one)], 'subscription Two { recallNoticeIssued { id } }']) expect(() => operations.check(portal, query)).not.toThrow()
    expect(() => openOperations({ only: false, path }).check(portal, '{ viewer { id } }')).not.toThrow()
  })

  it('are none where the portal was not built', () => {
    expect(() => openOperations({ only: true, path: join(folder, 'missing.json') }).fill({ extensions: { persistedQuery: { sha256Hash: sumOf(one) } } })).toThrow('does not know')
  })
})
