import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inProject } from '../../../server/kernel/project.ts'
import { hasWords } from './audit-words.ts'

const sources = readdirSync(inProject('server'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(inProject('server'), name), 'utf8'))
const records = /\baudit\(|FieldChange|recordActs?\(|recordCredential\(|lookOnce\(/

it('every field that the hub records by its name has words in both languages', () => {
  const fields = sources.filter((source) => records.test(source)).flatMap((source) => [...source.matchAll(/\bfield: ['`]([a-zA-Z_.\d ]+)/g)].map(([, field]) => field ?? ''))
  expect(new Set(fields).size).toBeGreaterThan(80)
  expect([...new Set(fields)].filter((field) => !hasWords(field))).toEqual([])
})
