import { createHmac, generateKeyPairSync } from 'node:crypto'
import { exportJWK, importJWK, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { ownAudience } from '../../server/kernel/issuer-setting.ts'

/** A company's provider in a test: what it is called, and its key. */
export interface Company {
  readonly issuer: string
  readonly key: JWK
  readonly publicKey: JWK
}

export const newCompany = async (issuer: string, kid = 'company'): Promise<Company> => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = { ...(await exportJWK(privateKey)), kid, alg: 'ES256' }
  const { d: _, ...publicKey } = key
  return { issuer, key, publicKey }
}

interface Written {
  readonly claims?: JWTPayload
  readonly type?: string
  readonly kid?: string
  /** Seconds from now. */
  readonly from?: number
  readonly until?: number
}

const claimsFor = (issuer: string, { claims, from = -10, until = 290 }: Written): JWTPayload => {
  const now = Math.floor(Date.now() / 1_000)
  return { iss: issuer, aud: ownAudience, sub: 'somebody', organization: 'CJUH', roles: ['HOSPITAL_USER'], iat: now + Math.min(from, 0), nbf: now + from, exp: now + until, ...claims }
}

/** A token of the company, as it should be unless said otherwise. */
export const tokenOf = async ({ issuer, key }: Company, written: Written = {}): Promise<string> =>
  new SignJWT(claimsFor(issuer, written)).setProtectedHeader({ alg: 'ES256', kid: written.kid ?? key.kid, typ: written.type ?? 'at+jwt' }).sign(await importJWK(key, 'ES256'))

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** With the public key as the secret of an HMAC: what a verifier that asks the token for the algorithm would take. */
const confused = ({ issuer, publicKey }: Company): string => {
  const head = `${part({ alg: 'HS256', kid: publicKey.kid, typ: 'at+jwt' })}.${part(claimsFor(issuer, {}))}`
  return `${head}.${createHmac('sha256', JSON.stringify(publicKey)).update(head).digest('base64url')}`
}

const tampered = (token: string): string => {
  const [header, payload = '', signature] = token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
  return [header, part({ ...claims, roles: ['HOSPITAL_ADMIN'] }), signature].join('.')
}

/** The nine bad tokens of the company, by what is wrong with each. */
export const badTokens = async (company: Company): Promise<readonly (readonly [string, string])[]> => {
  const stranger = await newCompany(company.issuer)
  return [
    ['expired', await tokenOf(company, { from: -400, until: -60 })],
    ['not yet valid', await tokenOf(company, { from: 60 })],
    ['of another issuer', await tokenOf({ ...company, issuer: 'https://elsewhere.example' })],
    ['for another audience', await tokenOf(company, { claims: { aud: 'https://other.example' } })],
    ['of another algorithm', confused(company)],
    ['unsigned', new UnsecuredJWT(claimsFor(company.issuer, {})).encode()],
    ['of another key', await tokenOf(stranger)],
    ['of another type', await tokenOf(company, { type: 'JWT' })],
    ['tampered with', tampered(await tokenOf(company))],
  ]
}
