import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { limits } from '../../server/doors/limits.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

it.each(Object.entries(limits))('the README tells the limit of %s', (name, limit) => {
  const said = name === 'time' ? `A statement has ${limit} ms` : `| ${limit} | \`${name.replace(/e?s$/, '').toUpperCase()}_LIMIT`
  expect(readme).toContain(said)
})
