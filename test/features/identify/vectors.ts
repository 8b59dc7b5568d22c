import { readFileSync } from 'node:fs'

/** The rows of a vector file beside this module. */
export function vectors<Row>(name: string): Row[] {
  const text = readFileSync(new URL(`vectors/${name}.json`, import.meta.url), 'utf8')
  return (JSON.parse(text) as { vectors: Row[] }).vectors
}
