// Node's own modules only.
import { endWith } from './steps.mjs'

// npm passes on to its script the Ctrl-C that the terminal has already given to both: an echo, not impatience.
const ECHO_MS = 1000
const PARENT_CHECK_MS = 500
// For what has begun, and for a database that writes its last pages. Past it, exit handlers end the database.
const PATIENCE_MS = 20_000

/**
 * On Ctrl-C, SIGTERM or a closed terminal: stops in order, then ends the process. A second signal ends it at once, and so
 * does a stop that never comes to its end.
 *
 * @param {() => Promise<void> | undefined} stop
 */
export function endOnSignal(stop) {
  let first = 0
  const end = () => {
    if (first === 0) {
      first = Date.now()
      setTimeout(() => process.exit(1), PATIENCE_MS).unref()
      Promise.resolve(stop()).then(() => process.exit(0), endWith)
    } else if (Date.now() - first > ECHO_MS) {
      process.exit(1)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
  if (process.env.npm_lifecycle_event) onceOrphaned(end)
}

/**
 * npm runs its scripts through a shell, and a SIGTERM to npm ends that shell without reaching the script.
 *
 * @param {() => void} end
 */
function onceOrphaned(end) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, PARENT_CHECK_MS)
  timer.unref()
}
