import { describe, expect, it } from 'vitest'
import { codeIn } from '../../server/access/company-sign-in.ts'
import { issuerSlug } from '../../server/kernel/issuer-setting.ts'

const asked = { issuer: 'https://login.example.org' }

describe('the answer of a company\'s provider', () => {
  it.each([{ code: 'c' }, { code: 'c', iss: asked.issuer }])('%o gives its code', (query) => expect(codeIn(asked, 'login.example.org', query)).toBe('c'))
  it.each([{}, { error: 'access_denied' }, { code: 'c', iss: 'https://login.other.example' }])('%o gives none', (query) => expect(() => codeIn(asked, 'login.example.org', query)).toThrow(asked.issuer))
  it('gives none at another\'s address', () => expect(() => codeIn(asked, 'login.other.example', { code: 'c' })).toThrow('login.other.example'))
  it('has an address by the name of its issuer', () => expect(issuerSlug('https://kc.example:8443/realms/a_b/')).toBe('kc.example-8443-realms-a_b'))
})
