import { describe, expect, it } from 'vitest'
import { codeIn } from '../../server/access/company-sign-in.ts'

const asked = { issuer: 'https://login.example.org' }

describe('the answer of a company\'s provider', () => {
  it.each([{ code: 'c' }, { code: 'c', iss: asked.issuer }])('%o gives its code', (query) => expect(codeIn(asked, query)).toBe('c'))
  it.each([{}, { error: 'access_denied' }, { code: 'c', iss: 'https://login.other.example' }])('%o gives none', (query) => expect(() => codeIn(asked, query)).toThrow(asked.issuer))
})
