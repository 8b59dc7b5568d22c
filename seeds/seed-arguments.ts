import { parseArgs } from 'node:util'
import { Failure } from '../server/kernel/failure.ts'

/** What to load. */
export type SeedWish =
  | { readonly kind: 'generated'; readonly serials: number; readonly seed: number }
  | { readonly kind: 'gudid' | 'udid'; readonly path: string }
  | { readonly kind: 'demo' }

export const usage = 'npm run seed -- --serials N [--seed S] | --gudid FILE | --udid FILE | --demo'

const largest = 10_000_000

const wholeNumber = (name: string, text: string, least: number, most: number): number => {
  const value = Number(text.replaceAll('_', ''))
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new Failure(`--${name} is "${text}": give a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}.`)
}

const parse = (args: readonly string[]) => {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args: [...args], options: { serials: text, seed: text, gudid: text, udid: text, demo: { type: 'boolean' } } }).values
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)} Usage: ${usage}`, { cause: error })
  }
}

/**
 * Reads the command line of `npm run seed`.
 * @throws Failure where it asks for nothing, for two things, or for what cannot be
 */
export const readSeedArguments = (args: readonly string[]): SeedWish => {
  const { serials, seed, gudid, udid, demo } = parse(args)
  const wishes: SeedWish[] = [
    ...(serials === undefined ? [] : [{ kind: 'generated', serials: wholeNumber('serials', serials, 100, largest), seed: wholeNumber('seed', seed ?? '1', 0, 0xffffffff) } as const]),
    ...(gudid === undefined ? [] : [{ kind: 'gudid', path: gudid } as const]),
    ...(udid === undefined ? [] : [{ kind: 'udid', path: udid } as const]),
    ...(demo ? [{ kind: 'demo' } as const] : []),
  ]
  const [wish, other] = wishes
  if (wish === undefined || other !== undefined) throw new Failure(`Say one thing to load. Usage: ${usage}`)
  if (seed !== undefined && wish.kind !== 'generated') throw new Failure('--seed goes with --serials only.')
  return wish
}
