/**
 * A `fetch` that gives up: after `limit` milliseconds without the whole answer it fails with a `TimeoutError`,
 * so that a page never waits for ever. The caller's own signal still ends it sooner.
 */
export function fetchWithin(limit: number, ask: typeof fetch = fetch): typeof fetch {
  return (input, init) => {
    const late = AbortSignal.timeout(limit)
    return ask(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, late]) : late })
  }
}
