import type { GraphOptions } from '../../server/kernel/graph.ts'

/** The time of a hub in this process: tenths of a second in which it waited for nothing. A machine or a database that is busy with other things does not make it go faster. */
export interface HubClock {
  /** For the hub's statements. */
  readonly watch: GraphOptions['onStatement']
  /** Begins anew. */
  start(): void
  seconds(): number
  /** Statements that are not answered yet: the clock stands still meanwhile. */
  waiting(): number
  stop(): void
}

export const openHubClock = (): HubClock => {
  let [ticks, waiting] = [0, 0]
  const timer = setInterval(() => { if (waiting === 0) ticks += 1 }, 100)
  return {
    watch: () => {
      waiting += 1
      return () => void (waiting -= 1)
    },
    start: () => void (ticks = 0),
    seconds: () => ticks / 10,
    waiting: () => waiting,
    stop: () => clearInterval(timer),
  }
}
