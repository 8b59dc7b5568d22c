import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { errorCode } from './failure.ts'

/** A link makes the file appear whole, and of two nodes that make one at once the first wins. */
const make = async (path: string, content: string | Buffer): Promise<void> => {
  const mine = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(mine, content, { mode: 0o600 })
  try {
    await link(mine, path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    await rm(mine, { force: true })
  }
}

/**
 * What the file of a key holds; where there is none, it is made with a new one, for its owner's eyes alone.
 * @param fresh a new key as the file keeps it, with the folder there to take it
 */
export const keyFile = async (path: string, fresh: () => Promise<string | Buffer>): Promise<Buffer> => {
  try {
    return await readFile(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    await make(path, await fresh())
    return readFile(path)
  }
}
