import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../kernel/failure.ts'
import { keyFile } from '../kernel/key-file.ts'

/**
 * The key that signs the record's checkpoints, made where there is none. It lies outside the database, so that who
 * rewrites that cannot sign what came of it.
 * @throws Failure where the file holds another kind of key
 */
export const signingKey = async (path: string): Promise<KeyObject> => {
  const key = createPrivateKey(await keyFile(path, async () => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  }))
  if (key.asymmetricKeyType !== 'ed25519') throw new Failure(`${path} holds no Ed25519 key: the record is signed by one (openssl genpkey -algorithm ed25519).`)
  return key
}
