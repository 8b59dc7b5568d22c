import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../kernel/failure.ts'
import { keyFile } from '../kernel/key-file.ts'

/** Keeps what the graph may hold, but whoever reads the graph may not: AES-256-GCM by a key that lies outside it. */
export interface Secrets {
  /** @param place what it belongs to, so that it cannot be put to another: a kid, a person */
  seal(text: string, place: string): string
  /** @throws Failure where it was sealed by another key, or for another place. What was never sealed is given as it is. */
  open(stored: string, place: string): string
  isSealed(stored: string): boolean
  /** A key of its own for another use (HKDF, RFC 5869): who learns it has neither this one nor those of other uses. */
  keyFor(use: string): Buffer
}

const mark = 'sealed-1.'
const keyBytes = 32
const [ivBytes, tagBytes] = [12, 16]

const secretsBy = (key: Buffer): Secrets => ({
  seal: (text, place) => {
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return mark + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
  },
  open: (stored, place) => {
    if (!stored.startsWith(mark)) return stored
    const bytes = Buffer.from(stored.slice(mark.length), 'base64url')
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes)).setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
    } catch (error) {
      throw new Failure('The graph holds secrets that were sealed by another key. Give DEVICETRAIL_SECRET_KEY, or bring back the file secret.key of the data folder.', { cause: error })
    }
  },
  isSealed: (stored) => stored.startsWith(mark),
  keyFor: (use) => Buffer.from(hkdfSync('sha256', key, '', `devicetrail/${use}`, keyBytes)),
})

const keyIn = (file: Buffer, path: string): Buffer => {
  const key = Buffer.from(file.toString('utf8').trim(), 'base64')
  if (key.length !== keyBytes) throw new Failure(`${path} does not hold a key of ${keyBytes} bytes in base64.`)
  return key
}

/**
 * The hub's secrets, by the key of the setting DEVICETRAIL_SECRET_KEY (base64), otherwise by `secret.key` in the data
 * folder, which is made where there is none.
 */
export const openSecrets = async (dataFolder: string, given?: string): Promise<Secrets> => {
  if (given !== undefined) return secretsBy(Buffer.from(given, 'base64'))
  const path = join(dataFolder, 'secret.key')
  return secretsBy(keyIn(await keyFile(path, async () => {
    await mkdir(dataFolder, { recursive: true })
    return `${randomBytes(keyBytes).toString('base64')}\n`
  }), path))
}
