/** Milliseconds: half of the calls were quicker, 95 of 100 were. */
export interface Spread {
  readonly p50: number
  readonly p95: number
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const spreadOf = (times: readonly number[]): Spread => {
  const sorted = [...times].sort((one, other) => one - other)
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) }
}

/** How long it took, in milliseconds. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

interface Calls {
  readonly most: number
  readonly milliseconds: number
}

/** Two ways to the same answer, in turn, one call at a time: what slows the machine slows both. */
export const inTurn = async (one: () => Promise<unknown>, other: () => Promise<unknown>, { most, milliseconds }: Calls): Promise<[Spread, Spread]> => {
  const times: [number[], number[]] = [[], []]
  const end = performance.now() + milliseconds
  for (let call = 0; call < most && performance.now() < end; call += 1) {
    times[0].push(await timed(one))
    times[1].push(await timed(other))
  }
  return [spreadOf(times[0]), spreadOf(times[1])]
}

export interface Throughput {
  /** Calls a second. */
  readonly rate: number
  /** Milliseconds of processor time that one call took of the process that `processorTime` tells of. */
  readonly processor: number
}

/** So many calls under way at once. On a busy machine their processor time still tells what a call costs, when no clock does. */
export const throughput = async (work: () => Promise<unknown>, atOnce: number, milliseconds: number, processorTime: () => Promise<number>): Promise<Throughput> => {
  const [began, before] = [performance.now(), await processorTime()]
  const end = began + milliseconds
  let done = 0
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (performance.now() < end) {
      await work()
      done += 1
    }
  }))
  return { rate: (done * 1_000) / (performance.now() - began), processor: ((await processorTime()) - before) / done }
}
