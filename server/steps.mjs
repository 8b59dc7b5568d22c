// Node's own modules only: `npm start` uses this before the packages are there.

const out = process.stderr
const FIRST_WORD_MS = 2000
const NEXT_WORD_MS = 5000

/** @param {number} began milliseconds since the epoch */
const since = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`

/**
 * Says what is being done while it is done, and how long it took. A terminal gets one line that is redrawn, a log a
 * line after two seconds and then one every five.
 *
 * @template T
 * @param {string} label what is being done, as "Installing packages"
 * @param {(report: (detail: string) => void) => T | Promise<T>} work may report how far it is
 * @returns {Promise<T>} what the work returned; its error is passed on
 */
export async function step(label, work) {
  const began = Date.now()
  let detail = ''
  const show = () => `${label} … ${since(began)}${detail && `, ${detail}`}`
  const ticker = out.isTTY ? redraw(show) : repeat(label, show)
  let outcome = 'failed after'
  try {
    const result = await work((text) => { detail = text })
    outcome = 'done in'
    return result
  } finally {
    ticker.end()
    out.write(`${label}: ${outcome} ${since(began)}${detail && ` (${detail})`}\n`)
  }
}

/** @param {() => string} show */
function redraw(show) {
  const draw = () => out.write(`\r\x1b[K${show()}`)
  draw()
  const timer = setInterval(draw, 200)
  return { end: () => { clearInterval(timer); out.write('\r\x1b[K') } }
}

/**
 * @param {string} label
 * @param {() => string} show
 */
function repeat(label, show) {
  out.write(`${label} …\n`)
  const write = () => out.write(`  ${show()}\n`)
  let timer = setTimeout(() => { write(); timer = setInterval(write, NEXT_WORD_MS) }, FIRST_WORD_MS)
  return { end: () => clearTimeout(timer) }
}

/**
 * The same without a word, for tests and for work inside another step.
 *
 * @type {typeof step}
 */
export const silentStep = async (_label, work) => work(() => undefined)

/**
 * For scripts that run before the sources can: what `Failure` in server/kernel/failure.ts is.
 *
 * @param {string} sentence says what to do
 */
export function failure(sentence) {
  return Object.assign(new Error(sentence), { name: 'Failure' })
}

/**
 * Ends the process. A Failure is told in its one sentence; anything else is a defect and keeps its stack.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function endWith(error) {
  const isFailure = error instanceof Error && error.name === 'Failure'
  console.error(isFailure ? error.message : error)
  process.exit(1)
}
