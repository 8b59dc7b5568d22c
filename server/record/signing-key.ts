import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errorCode, Failure } from '../kernel/failure.ts'

const read = async (path: string): Promise<KeyObject> => {
  const key = createPrivateKey(await readFile(path))
  if (key.asymmetricKeyType !== 'ed25519') throw new Failure(`${path} holds no Ed25519 key: the record is signed by one (openssl genpkey -algorithm ed25519).`)
  return key
}

/** A link makes the key appear whole, and of two nodes that make one at once the first wins. */
const make = async (path: string): Promise<void> => {
  const mine = `${path}.${process.pid}`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(mine, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  try {
    await link(mine, path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    await rm(mine, { force: true })
  }
}

/**
 * The key that signs the record's checkpoints, made where there is none. It lies outside the database, so that who
 * rewrites that cannot sign what came of it.
 * @throws Failure where the file holds another kind of key
 */
export const signingKey = async (path: string): Promise<KeyObject> => {
  try {
    return await read(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    await make(path)
    return read(path)
  }
}
