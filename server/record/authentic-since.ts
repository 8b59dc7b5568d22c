import { writeFile, access } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Since when every record has to prove itself. A hub from before records did has left some in the tail that cannot: they
 * are sealed as they stand, once, until the tail's end was reached. That it was is kept in a file beside the checkpoints,
 * since what the database says of it could be put there by hand.
 */
export class AuthenticSince {
  readonly #file: string
  #begun = false

  constructor(dataFolder: string) {
    this.#file = join(dataFolder, 'record', 'authentic-since')
  }

  async hasBegun(): Promise<boolean> {
    this.#begun ||= await access(this.#file).then(() => true, () => false)
    return this.#begun
  }

  async begin(): Promise<void> {
    await writeFile(this.#file, `${new Date().toISOString()}\n`, { mode: 0o600, flush: true })
  }
}
