/** Runs so many jobs at a time, in the order in which they came: a long paste does not crowd out the rest of the app. */
export function useQueue(atATime: number) {
  const jobs: (() => Promise<void>)[] = []
  let running = 0

  async function next(): Promise<void> {
    const job = jobs.shift()
    if (!job || running >= atATime) { if (job) jobs.unshift(job); return }
    running += 1
    await job().finally(() => { running -= 1 })
    await next()
  }

  return (job: () => Promise<void>) => {
    jobs.push(job)
    void next()
  }
}
