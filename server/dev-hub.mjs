// The hub from its sources; server/dev.mjs starts and ends it.
import { openRunner } from './runner.mjs'
import { endOnSignal } from './signals.mjs'
import { endWith } from './steps.mjs'

/** @type {{ stop(): Promise<void> } | undefined} */
let hub
endOnSignal(() => hub?.stop())

try {
  const { runner } = await openRunner()
  const { start } = await runner.import('/server/main.ts')
  hub = await start()
} catch (error) {
  endWith(error)
}
