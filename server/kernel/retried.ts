import { setTimeout as pause } from 'node:timers/promises'

// Milliseconds: two that got in each other's way are apart after the first, and a database that starts is not asked all the time.
const shortestPause = 10
const longestPause = 500

export interface Retries {
  /** Whether this may pass, so that the work is worth another try. */
  readonly mayPass: (error: unknown) => boolean
  /** How long it is begun again, in milliseconds. */
  readonly milliseconds: number
}

/** Runs work again while it fails by what may pass; the pauses grow, and differ by chance so that two do not meet again. */
export const retried = async <T>(work: () => Promise<T>, { mayPass, milliseconds }: Retries): Promise<T> => {
  const until = Date.now() + milliseconds
  for (let wait = shortestPause; ; wait = Math.min(2 * wait, longestPause)) {
    try {
      return await work()
    } catch (error) {
      if (!mayPass(error) || Date.now() + wait > until) throw error
      await pause(wait * (0.5 + Math.random()))
    }
  }
}
