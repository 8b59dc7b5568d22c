import { expect, inject, it } from 'vitest'
import { start } from '../../server/main.ts'

const environment = (more: Record<string, string>): NodeJS.ProcessEnv => {
  const { uri, user, password, database } = inject('database')
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database, DEVICETRAIL_DATA: inject('dataFolder'), PORT: '0', LOG_LEVEL: 'silent', ...more }
}

it.each([
  ['all addresses', { HOST: '0.0.0.0' }, '0.0.0.0'],
  ['all addresses of IPv6', { HOST: '::' }, '::'],
  ['a name in the world', { PUBLIC_URL: 'https://192.0.2.1' }, '127.0.0.1'],
])('a hub with demo sign-ins does not open to %s', async (_where, more, host) => {
  await expect(start(environment(more))).rejects.toEqual(expect.objectContaining({
    name: 'Failure',
    message: `This graph has the demo's sign-ins, whose passwords everybody knows, so the hub does not open to ${host}: set HOST to 127.0.0.1, or use a graph without the demo.`,
  }))
})

it('opens on loopback', async () => {
  const hub = await start(environment({ HOST: '127.0.0.1' }))
  expect((await fetch(`${hub.url}/readyz`)).status).toBe(200)
  await hub.stop()
})
