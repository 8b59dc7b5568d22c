import { z } from 'zod'

/** What tokens are for: the `aud` claim that the hub's own provider writes, and that others are asked to. */
export const ownAudience = 'urn:devicetrail:api'

const webAddress = z.string().regex(/^https?:\/\/[^\s]+$/)

const issuer = z.strictObject({
  /** Its name, exactly as in the tokens' `iss`. */
  issuer: webAddress,
  /** Where its keys are; found by OpenID Connect discovery where neither this nor `jwks` is given. */
  jwksUri: webAddress.optional(),
  jwks: z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1) }).optional(),
  audience: z.string().min(1).default(ownAudience),
  /** The claim with the organization's hub code or id; dots lead into objects. */
  organizationClaim: z.string().min(1).default('organization'),
  /** The claim with the roles, a text or a list. */
  rolesClaim: z.string().min(1).default('roles'),
  /** Its names for roles, as `{"qa-team": "QUALITY"}`; the hub's own names need none. */
  roleNames: z.record(z.string(), z.string()).default({}),
  /** Hub codes of the organizations that it may speak for; `"*"` for an issuer that speaks for all. */
  organizations: z.union([z.literal('*'), z.array(z.string()).min(1)]),
  /** The `typ` of its access tokens: RFC 9068's, or `JWT` where the provider cannot write that. */
  tokenType: z.string().min(1).default('at+jwt'),
  /** The hub as a client of it: then people sign in to the portal there. Its redirect address is PUBLIC_URL with redirectPath. */
  clientId: z.string().min(1).optional(),
  /** Where it is none, the code is proved by PKCE alone. */
  clientSecret: z.string().min(1).optional(),
  /** What the button on the sign-in page says. */
  name: z.string().min(1).max(80).optional(),
  scope: z.string().min(1).default('openid profile'),
})

/** Where companies' providers send people back to; each has an address of its own beneath it. */
export const companyPath = '/sign-in/company'

/** What an issuer is called in an address: `https://id.example/realms/a` is `id.example-realms-a`. */
export const issuerSlug = (name: string): string => name.replace(/^https?:\/\//, '').replace(/\/+$/, '').replace(/[^\w.]+/g, '-')

/**
 * The address to be registered with a company's provider, and with no other: by where an answer arrives it is known who
 * gives it (RFC 9700, 2.1 and 4.4), so that one provider cannot send people on to another's and be given that one's code.
 */
export const redirectPath = (name: string): string => `${companyPath}/${issuerSlug(name)}`

/** As it is used: what has a default may be left out. */
export type IssuerSetting = Omit<z.infer<typeof issuer>, 'scope'> & { readonly scope?: string }

const parsed = (text: string, context: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
}

const ownAddresses = (issuers: readonly { issuer: string }[]): boolean => new Set(issuers.map((one) => issuerSlug(one.issuer))).size === issuers.length

/** The setting OIDC_ISSUERS: a JSON list of trusted issuers, each once. */
export const issuersSetting = z.string().default('[]').transform(parsed).pipe(z.array(issuer).refine(ownAddresses))
