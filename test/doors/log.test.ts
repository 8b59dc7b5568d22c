import { errors } from 'jose'
import { describe, expect, it } from 'vitest'
import { openLog } from '../../server/log.ts'

const token = 'x7_Qk-2fT0aB9cD8eF7gH6iJ5kL4mN3oP2qR1sT0uV-'
const jwt = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ3YXJkIn0.c2lnbmF0dXJl'

/** What is written of a line, as text and as JSON. */
const written = (about: object, message = 'unexpected error') => {
  let text = ''
  openLog('info', { write: (line: string) => void (text += line) }).child({ requestId: 'r-1' }).error(about, message)
  return { text, line: JSON.parse(text) as Record<string, unknown> & { err: Record<string, unknown> } }
}

describe('the log keeps no secret', () => {
  it.each([
    ['a one-time link', `/sign-in/link/${token}?lang=en`, '/sign-in/link/…?lang=…'],
    ['a share', `/shares/${token}`, '/shares/…'],
    ['a file of a share', `/shares/${token}/sales.csv`, '/shares/…/sales.csv'],
    ['a share’s page in the portal', `/share/${token}`, '/share/…'],
    ['a sign-in under way', '/sign-in/abcdefghijklmnopqrstu', '/sign-in/…'],
    ['a code', `/sign-in/company/id.example?code=${token}&state=prove.${token}`, '/sign-in/company/id.example?code=…&state=…'],
    ['a query', '/graphql?query=%7Bviewer%7Bid%7D%7D&variables=%7B%7D', '/graphql?query=…&variables=…'],
    ['nothing of an address that has none', '/epcis/events/urn:uuid:1', '/epcis/events/urn:uuid:1'],
    ['nothing of a page’s own name', '/sign-in/forgotten', '/sign-in/forgotten'],
  ])('%s', (_what, url, shown) => {
    expect(written({ url }).line['url']).toBe(shown)
  })

  it.each([
    ['a token', `refused Bearer ${token}`, 'refused Bearer …'],
    ['a JWT without its word', `no key for ${jwt}`, 'no key for …'],
    ['a mail server’s password', 'smtps://hub:p4ss%40@mail.example refused', 'smtps://…@mail.example refused'],
    ['who a mail was for', '550 no such user <nurse.li@hospital.example>', '550 no such user <…>'],
    ['what a constraint refused', 'Node(7) already exists with label `Person` and property `username` = \'nurse li\'', 'Node(7) already exists with label `Person` and property `username` = …'],
    ['an address that was fetched', `GET https://id.example/token?code=${token} failed "so"`, 'GET https://id.example/token?code=… failed "so"'],
  ])('%s in an error, its stack, its cause and what is said of it', (_what, message, shown) => {
    const { text, line } = written({ err: new Error('outer', { cause: new Error(message) }), told: [message] }, message)
    expect(line).toMatchObject({ msg: shown, told: [shown], requestId: 'r-1', err: { message: `outer: ${shown}`, type: 'Error' } })
    expect(text).not.toContain(message)
  })

  it('what libraries hang on their errors, as the claims of a token', () => {
    const { line } = written({ err: Object.assign(new errors.JWTExpired('expired', { sub: 'Nurse Li' }), { answer: { body: 'Nurse Li' } }) })
    expect(Object.keys(line.err).sort()).toEqual(['code', 'message', 'stack', 'type'])
    expect(line.err).toMatchObject({ type: 'JWTExpired', code: 'ERR_JWT_EXPIRED', message: 'expired', stack: expect.stringContaining('log.test.ts') as string })
  })

  it('but where it happened', () => {
    const stack = 'Error: x\n    at f (/hub/node_modules/@apollo/server/dist/esm/a.js:7:3)\n    at g (file:///hub/server/http.ts?v=1:2:3)'
    const { line } = written({ err: Object.assign(new Error('x'), { stack }) })
    expect(line.err['stack']).toContain('/hub/node_modules/@apollo/server/dist/esm/a.js:7:3')
  })
})
