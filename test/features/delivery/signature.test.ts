import { spawnSync } from 'node:child_process'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { newSecret, signedHeaders } from '../../../server/features/delivery/signature.ts'

type Headers = Record<string, string>
interface Verified { readonly secret: string; readonly headers: Headers; readonly body: string }
type Verify = (asked: Verified) => boolean

const byLibrary: Verify = ({ secret, headers, body }) => {
  try {
    new Webhook(secret).verify(body, headers)
    return true
  } catch {
    return false
  }
}

const program = new URL('verify_webhook.py', import.meta.url).pathname
const byPython: Verify = ({ secret, headers, body }) =>
  spawnSync('python3', [program], { input: JSON.stringify({ secret, headers, body, now: Date.now() / 1_000 }) }).status === 0
const hasPython = spawnSync('python3', ['--version']).status === 0

const body = JSON.stringify({ specversion: '1.0', data: { title: '召回 “Test”' } })
const secret = newSecret()
const signed = (at = new Date(), secrets = [secret]): Headers => signedHeaders({ id: 'msg_one', at, body }, secrets)
const minutes = (count: number): Date => new Date(Date.now() + count * 60_000)
const without = (headers: Headers, name: string): Headers => Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))

it('gives the signature of the specification’s own example', () => {
  const headers = signedHeaders({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: new Date(1_614_265_330_000), body: '{"test": 2432232314}' }, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])
  expect(headers).toEqual({ 'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' })
})

describe.each([
  { by: 'the library standardwebhooks of npm', verify: byLibrary, there: true },
  { by: 'a verifier in Python', verify: byPython, there: hasPython },
])('$by', ({ verify, there }) => {
  it.skipIf(!there)('takes what the hub signs', () => expect(verify({ secret, headers: signed(), body })).toBe(true))

  it.skipIf(!there)('takes it by the old and by the new secret while one is replaced', () => {
    const next = newSecret()
    const headers = signed(new Date(), [next, secret])
    expect([secret, next, newSecret()].map((one) => verify({ secret: one, headers, body }))).toEqual([true, true, false])
  })

  it.skipIf(!there).each([
    ['stale', { headers: signed(minutes(-6)) }],
    ['of the future', { headers: signed(minutes(6)) }],
    ['with another body', { body: body.replace('Test', 'Best') }],
    ['under another id', { headers: { ...signed(), 'webhook-id': 'msg_two' } }],
    ['at another time', { headers: { ...signed(), 'webhook-timestamp': String(Math.floor(Date.now() / 1_000) - 60) } }],
    ['without id', { headers: without(signed(), 'webhook-id') }],
    ['without time', { headers: without(signed(), 'webhook-timestamp') }],
    ['without signature', { headers: without(signed(), 'webhook-signature') }],
  ] as [string, Partial<Verified>][])('refuses it %s', (_what, change) => expect(verify({ secret, headers: signed(), body, ...change })).toBe(false))
})
