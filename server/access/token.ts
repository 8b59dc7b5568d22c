import { decodeJwt, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { NotSignedIn } from '../kernel/errors.ts'

/** Signatures of a private key alone: whoever can check a token must not be able to make one. */
export const algorithms = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512', 'EdDSA', 'Ed25519']

/** Seconds that two clocks may differ. */
export const clockTolerance = 5

export interface TokenRule {
  readonly issuer: string
  readonly audience: string
  readonly tokenType: string
  readonly keyOf: JWTVerifyGetKey
}

export interface Claims extends JWTPayload {
  readonly sub: string
  readonly exp: number
}

/** The token of an Authorization header. @throws NotSignedIn where there is none */
export const bearerOf = (authorization: string | undefined): string => {
  const token = /^Bearer ([\w.~+/=-]{1,16384})$/i.exec(authorization ?? '')?.[1]
  if (!token) throw new NotSignedIn('Nobody is signed in. Send an access token: Authorization: Bearer …')
  return token
}

/** Who says that it wrote the token; nothing is believed before `verify`. */
export const claimedIssuer = (token: string): string | undefined => {
  try {
    return decodeJwt(token).iss
  } catch {
    return undefined
  }
}

const why = (error: unknown): string | undefined => {
  if (error instanceof errors.JWTExpired) return 'The access token has expired. Get a new one.'
  if (error instanceof errors.JOSEError) return 'The access token is not valid here. Get one from an issuer that the hub trusts, for its audience.'
  return undefined
}

/**
 * The claims of a token that holds: RFC 9068, with the keys, audience and type that its issuer has.
 * @throws NotSignedIn where it does not, whatever is wrong with it
 */
export const verify = async (token: string, { issuer, audience, tokenType, keyOf }: TokenRule): Promise<Claims> => {
  try {
    const { payload } = await jwtVerify<Claims>(token, keyOf, { issuer, audience, typ: tokenType, algorithms, clockTolerance, requiredClaims: ['sub', 'exp', 'iat'] })
    // A token bound to a key or certificate is more than its bearer: the hub cannot check that, so it does not take it.
    if (payload['cnf'] !== undefined) throw new NotSignedIn('The access token is bound to a key. Ask for a bearer token.')
    return payload
  } catch (error) {
    const reason = why(error)
    throw reason === undefined ? error : new NotSignedIn(reason, { cause: error })
  }
}
