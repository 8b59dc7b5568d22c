import { isAlive, type ProcessIdentity } from './process-identity.ts'

const rhythm = 500

export interface Reviver {
  /** Resolves when nothing is being started any more. */
  stop(): Promise<void>
}

/**
 * Starts the server again where its process has gone though nobody told it to go: killed by a hand, or by the system
 * for its memory. What fails is tried again.
 * @param again finds another's new one, or starts one
 */
export const reviveWhereGone = (server: ProcessIdentity, again: () => Promise<ProcessIdentity>): Reviver => {
  let current = server
  let reviving: Promise<void> | undefined
  const look = (): void => {
    if (reviving || isAlive(current)) return
    reviving = again().then((revived) => { current = revived }, () => undefined).finally(() => { reviving = undefined })
  }
  const timer = setInterval(look, rhythm).unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await reviving
    },
  }
}
