import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import type { Role } from '../../server/access/roles.ts'
import { type IssuerSetting, ownAudience } from '../../server/kernel/issuer-setting.ts'

const issuer = 'https://testkit.example'

/** The roles of a viewer's key: what stands before its colon. Other words are roles themselves, as `hospital-user:CJUH`. */
const groups: Record<string, readonly Role[]> = {
  quality: ['QUALITY', 'REGULATORY', 'SUPPLY', 'SERVICE', 'ADMIN', 'AUDITOR'],
  // The one team alone, where `quality` is somebody who does everything in a small company.
  'quality-team': ['QUALITY'],
  hospital: ['HOSPITAL_ADMIN'],
  distributor: ['DISTRIBUTOR_ADMIN'],
  supplier: ['SUPPLIER_ADMIN'],
}

/** Who is meant where a key names no organization. */
const maker = 'NINGCHUAN-MAILAN-MEDICAL-DEVICES'

/** The claims of a viewer's key, as `hospital:CJUH`, `quality` or `auditor:ABBOTT-VASCULAR`. */
export const claimsOf = (viewer: string): JWTPayload => {
  const [role = '', organization = maker] = viewer.split(':', 2)
  return { sub: viewer, name: viewer, organization, roles: groups[role] ?? [role.toUpperCase().replaceAll('-', '_')] }
}

export interface TestIssuer {
  /** For the setting OIDC_ISSUERS. */
  readonly setting: IssuerSetting
  /** An access token of a viewer's key, kept for the next call; `Bearer …`. */
  authorization(viewer: string): Promise<string>
}

/** A company's provider that the tests are themselves: any hub that has its setting takes its tokens, for all organizations. */
export const openTestIssuer = async (): Promise<TestIssuer> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const key = { ...await exportJWK(publicKey), kid: 'testkit', alg: 'ES256' }
  const tokens = new Map<string, Promise<string>>()
  const sign = (viewer: string): Promise<string> =>
    new SignJWT(claimsOf(viewer)).setProtectedHeader({ alg: 'ES256', kid: 'testkit', typ: 'at+jwt' }).setIssuer(issuer).setAudience(ownAudience).setIssuedAt().setExpirationTime('2h').sign(privateKey)
  return {
    setting: { issuer, jwks: { keys: [key] }, audience: ownAudience, organizationClaim: 'organization', rolesClaim: 'roles', roleNames: {}, organizations: '*', tokenType: 'at+jwt' },
    authorization: async (viewer) => {
      const token = tokens.get(viewer) ?? sign(viewer)
      tokens.set(viewer, token)
      return `Bearer ${await token}`
    },
  }
}
