import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findingKinds } from '../../../portal/features/findings/finding-kinds.ts'
import { findingsMessages } from '../../../portal/features/findings/messages.ts'
import { findingCodes } from '../../../server/features/custody/finding-codes.ts'

test('every kind of finding has words and what to do in both languages, and can be chosen', () => {
  const codes = [...findingCodes].sort()
  expect([...findingKinds].sort()).toEqual(codes)
  for (const { code, todo } of [findingsMessages.zh, findingsMessages.en]) {
    expect(Object.keys(code).sort()).toEqual(codes)
    expect(Object.keys(todo).sort()).toEqual(codes)
  }
  const schema = readFileSync(new URL('../../../graph-schema/schema.graphql', import.meta.url), 'utf8')
  expect(codes.filter((code) => !schema.includes(code))).toEqual([])
})
