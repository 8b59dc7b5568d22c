import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { fileURLToPath } from 'node:url'
import { expect, inject, it } from 'vitest'
import { readTls } from '../../server/doors/tls.ts'
import { openHubOn } from '../testkit/hub-on.ts'

/** Made for this test alone, for localhost. */
const file = (name: string): string => fileURLToPath(new URL(`tls/${name}.pem`, import.meta.url))

it('a hub with a certificate of its own serves HTTPS, and says that nothing else is to be tried', async () => {
  const hub = await openHubOn(inject('database'), inject('dataFolder'), { tls: await readTls({ cert: file('cert'), key: file('key') }), publicUrl: 'https://localhost' })
  const asking = request(`${hub.url}/healthz`, { ca: readFileSync(file('cert')), servername: 'localhost' }).end()
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['strict-transport-security']).toContain('max-age=31536000')
  answer.resume()
  asking.destroy()
  await hub.stop()
})

it('over plain HTTP no browser is told to insist on HTTPS', async () => {
  const hub = await openHubOn(inject('database'), inject('dataFolder'))
  expect((await fetch(`${hub.url}/healthz`)).headers.get('strict-transport-security')).toBeNull()
  await hub.stop()
})

it('files that do not fit are told by the setting to put right', async () => {
  await expect(readTls({ cert: file('cert'), key: file('no-such') })).rejects.toThrow('TLS_KEY')
  await expect(readTls({ cert: file('key'), key: file('cert') })).rejects.toThrow('TLS_CERT and TLS_KEY are not')
})
