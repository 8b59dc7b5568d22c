// node server/run.mjs FILE.ts args… : runs a TypeScript entry of the project (seed, schema, check:graph, bench).
import { resolve } from 'node:path'
import { ensurePackages } from './packages.mjs'
import { endWith } from './steps.mjs'

try {
  await ensurePackages()
  const { openRunner } = await import('./runner.mjs')
  const { runner, close } = await openRunner()
  // The entry sees its own name and arguments, as if Node had run it.
  process.argv.splice(1, 1)
  await runner.import(resolve(process.argv[1] ?? ''))
  await close()
} catch (error) {
  endWith(error)
}
