// A company's own provider, small: discovery, keys, and a token for each line of claims on its standard input.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

const newKey = async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const kid = randomUUID()
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } }
}

let key = await newKey()
let issuer = ''
const server = createServer((request, response) => {
  const body = request.url === '/jwks' ? { keys: [key.jwk] } : { issuer, jwks_uri: `${issuer}/jwks` }
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
})
server.listen(0, '127.0.0.1', () => {
  issuer = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`
  console.log(issuer)
})

for await (const line of createInterface(process.stdin)) {
  const { rotate, ...claims } = JSON.parse(line)
  if (rotate) key = await newKey()
  console.log(await new SignJWT({ iss: issuer, ...claims }).setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'at+jwt' }).setIssuedAt().setExpirationTime('5m').sign(key.privateKey))
}
server.close()
server.closeAllConnections()
