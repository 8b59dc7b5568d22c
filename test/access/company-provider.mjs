// A company's own provider, small: discovery, keys, a token for each line of claims on its standard input, and a sign-in
// page (code flow with PKCE) at which whoever the line `{"login": claims}` named signs in at once.
import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { URLSearchParams } from 'node:url'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

const newKey = async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const kid = randomUUID()
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } }
}

let key = await newKey()
let issuer = ''
let login = {}
/** @type {Map<string, URLSearchParams>} */
const codes = new Map()

/** @param {{ iat?: number, [claim: string]: unknown }} claims @param {string} typ */
const sign = (claims, typ) => new SignJWT({ iss: issuer, ...claims }).setProtectedHeader({ alg: 'ES256', kid: key.kid, typ }).setIssuedAt(claims.iat).setExpirationTime('5m').sign(key.privateKey)

/** @param {URLSearchParams} asked */
const authorize = (asked) => {
  const code = randomUUID()
  codes.set(code, asked)
  return `${asked.get('redirect_uri')}?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`
}

/** @param {URLSearchParams} form */
const tokens = async (form) => {
  const asked = codes.get(form.get('code') ?? '')
  codes.delete(form.get('code') ?? '')
  const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url')
  if (!asked || asked.get('code_challenge') !== challenge || asked.get('redirect_uri') !== form.get('redirect_uri')) return { error: 'invalid_grant' }
  return { token_type: 'Bearer', id_token: await sign({ aud: asked.get('client_id'), nonce: asked.get('nonce'), auth_time: Math.floor(Date.now() / 1_000), ...login }, 'JWT') }
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
  if (pathname === '/authorize') return response.writeHead(302, { location: authorize(searchParams) }).end()
  const body = pathname === '/token' ? await tokens(new URLSearchParams(await text(request)))
    : pathname === '/jwks' ? { keys: [key.jwk] } : { issuer, jwks_uri: `${issuer}/jwks`, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` }
  return response.writeHead('error' in body ? 400 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})
server.listen(0, '127.0.0.1', () => {
  issuer = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`
  console.log(issuer)
})

for await (const line of createInterface(process.stdin)) {
  const { rotate, login: next, ...claims } = JSON.parse(line)
  if (rotate) key = await newKey()
  if (next) login = next
  console.log(await sign(claims, 'at+jwt'))
}
server.close()
server.closeAllConnections()
