import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { sendSigned } from '../../../server/features/delivery/send-signed.ts'
import { newSecret } from '../../../server/features/delivery/signature.ts'
import { isOutside, openOutside, type Resolve } from '../../../server/kernel/outside.ts'

const named = (...addresses: readonly string[]): Resolve => async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

it.each(['8.8.8.8', '1.1.1.1', '100.63.255.255', '172.15.0.1', '172.32.0.1', '192.167.1.1', '223.255.255.255', '2606:4700::1111', '2a00:1450:4001::1'])('%s is outside', (address) => expect(isOutside(address)).toBe(true))

it.each([
  '0.0.0.0', '10.0.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.8.8.8', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.51.100.1', '203.0.113.1',
  '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:8.8.8.8', '::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::a00:1', 'fc00::1', 'fd12::1', 'fe80::1', 'fec0::1', 'ff02::1', '2001::1', '2001:db8::1', '2002:a00:1::', '3fff::1', '100::1', 'nothing',
])('%s is inside, or no address', (address) => expect(isOutside(address)).toBe(false))

it.each([
  'https://127.0.0.1/', 'https://127.1/', 'https://0x7f.0.0.1/', 'https://2130706433/', 'https://017700000001/', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://[fe80::1]/', 'https://169.254.169.254/latest', 'https://100.64.1.1/',
  'http://8.8.8.8/', 'ftp://8.8.8.8/', 'https://user:word@8.8.8.8/', 'hello', `https://8.8.8.8/${'a'.repeat(2_000)}`,
])('%s is refused', async (address) => {
  const { refused } = await openOutside({ allowPrivate: false, resolve: named('8.8.8.8') }).destinationOf(address)
  expect(refused).toMatch(/^(Give|The address|Leave)/)
})

it('a name is refused where any of its addresses is inside, or it has none', async () => {
  const answers = async (...addresses: readonly string[]) => (await openOutside({ allowPrivate: false, resolve: named(...addresses) }).destinationOf('https://hooks.example/')).refused
  expect(await answers('8.8.8.8', '10.0.0.1')).toContain('within the hub')
  expect(await answers('8.8.8.8', '::1')).toContain('within the hub')
  expect(await answers()).toContain('no address behind the name')
  expect(await answers('8.8.8.8', '2606:4700::1')).toBeNull()
})

it('a name that points elsewhere by the time of sending is not followed, and what was checked is what is connected to', async () => {
  const reached: string[] = []
  const server = createServer((request, response) => {
    reached.push(request.headers.host ?? '')
    response.writeHead(302, { location: '/elsewhere' }).end('moved')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const lookups: string[] = []
    const rebinding: Resolve = async (name) => [{ address: lookups.push(name) === 1 ? '8.8.8.8' : '127.0.0.1', family: 4 }]
    const request = { url: `https://hooks.example:${port}/`, secrets: [newSecret()], id: 'msg_one', at: new Date(), body: '{}', contentType: 'application/json' }
    const guard = openOutside({ allowPrivate: false, resolve: rebinding })
    expect((await guard.destinationOf(request.url)).refused).toBeNull()
    expect(await sendSigned(request, guard)).toMatchObject({ status: null, words: expect.stringContaining('within the hub') })
    expect(reached).toEqual([])

    const pinned = openOutside({ allowPrivate: true, resolve: named('127.0.0.1') })
    expect(await sendSigned({ ...request, url: `http://no-such-name.invalid:${port}/` }, pinned)).toMatchObject({ status: 302, words: 'moved' })
    expect(reached).toEqual([`no-such-name.invalid:${port}`])
  } finally {
    server.close()
  }
})
