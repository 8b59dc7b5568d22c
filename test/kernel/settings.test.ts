import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProject } from '../../server/kernel/project.ts'
import { readSettings, settingsTable } from '../../server/kernel/settings.ts'

test('an empty environment gives a hub on loopback with a managed Neo4j and the demo', () => {
  expect(readSettings({})).toMatchObject({
    port: 4000, host: '127.0.0.1', publicUrl: undefined, trustedProxies: [], issuers: [], mail: { smtp: undefined, from: 'devicetrail@localhost' }, dataFolder: inProject('.devicetrail'), cacheFolder: undefined, demo: true,
    quotas: { stored: 20 * 2 ** 30, waiting: 2 ** 30, papers: 4, allPapers: 12 }, heap: '1g', pageCache: '512m', neo4j: undefined, record: { keyFile: undefined, url: undefined, keyDays: 30 }, logLevel: 'info',
  })
})

test('an empty variable counts as not set', () => {
  expect(readSettings({ PORT: '', NEO4J_URI: '' })).toMatchObject({ port: 4000, neo4j: undefined })
})

test.each(['bolt://db:7687', 'neo4j://db', 'bolt+s://db.example', 'bolt+ssc://db', 'neo4j+s://1a2b.example', 'neo4j+ssc://[::1]:7687'])('%s is a database of others, without the demo', (uri) => {
  const settings = readSettings({ NEO4J_URI: uri, NEO4J_PASSWORD: 'secret' })
  expect(settings.neo4j).toEqual({ uri, user: 'neo4j', password: 'secret', database: 'neo4j' })
  expect(settings.demo).toBe(false)
  expect(readSettings({ NEO4J_URI: uri, DEVICETRAIL_DEMO: 'on' }).demo).toBe(true)
})

test('folders count from the project, wherever the process was started', () => {
  expect(readSettings({ DEVICETRAIL_DATA: 'here', DEVICETRAIL_CACHE: join(homedir(), 'cache') })).toMatchObject({ dataFolder: inProject('here'), cacheFolder: join(homedir(), 'cache') })
})

test.each([
  ['PORT', '65536', 'PORT is "65536": give a whole number from 0 (any free one) to 65535.'],
  ['PORT', '80 ', 'PORT is "80 ": give a whole number from 0 (any free one) to 65535.'],
  ['HOST', 'http://x', 'HOST is "http://x": give an address or name of this machine.'],
  ['NEO4J_URI', 'http://db:7474', 'NEO4J_URI is "http://db:7474": give a URI that begins with bolt://, neo4j://, or either with +s or +ssc.'],
  ['NEO4J_URI', 'bolt+x://db', 'NEO4J_URI is "bolt+x://db": give a URI that begins with bolt://, neo4j://, or either with +s or +ssc.'],
  ['DEVICETRAIL_DEMO', 'yes', 'DEVICETRAIL_DEMO is "yes": give on or off.'],
  ['DEVICETRAIL_NEO4J_HEAP', '1 GB', 'DEVICETRAIL_NEO4J_HEAP is "1 GB": give a size as 512m or 2g.'],
  ['DEVICETRAIL_RECORD_URL', 'ftp://x', 'DEVICETRAIL_RECORD_URL is "ftp://x": give an address that begins with http:// or https://.'],
  ['DEVICETRAIL_KEY_DAYS', '0', 'DEVICETRAIL_KEY_DAYS is "0": give a whole number from 1 to 3650.'],
  ['PUBLIC_URL', 'https://hub.example/portal', 'PUBLIC_URL is "https://hub.example/portal": give an address without a path, as https://hub.example.'],
  ['OIDC_ISSUERS', '{', 'OIDC_ISSUERS is "{": give a JSON list, as “Other providers” describes.'],
  ['OIDC_ISSUERS', '[{"issuer":"https://id.example"}]', 'OIDC_ISSUERS is "[{"issuer":"https://id.example"}]": give a JSON list, as “Other providers” describes.'],
  ['OIDC_ISSUERS', '[{"issuer":"https://id.example","organizations":"*"},{"issuer":"https://id.example/","organizations":"*"}]', 'OIDC_ISSUERS is "[{"issuer":"https://id.example","organizations":"*"},{"issuer":"https://id.example/","organizations":"*"}]": give a JSON list, as “Other providers” describes.'],
  ['QUOTA_WAITING', '0m', 'QUOTA_WAITING is "0m": give a size as 512m or 20g.'],
  ['QUOTA_PAPERS', '0', 'QUOTA_PAPERS is "0": give a whole number from 1 to 9999.'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud": give fatal, error, warn, info, debug, trace, silent.'],
])('%s %s is refused', (name, value, sentence) => {
  expect(() => readSettings({ [name]: value })).toThrow(expect.objectContaining({ name: 'Failure', message: sentence }))
})

test('the README has the table of all settings', () => {
  expect(readFileSync(inProject('README.md'), 'utf8')).toContain(settingsTable())
})
