import { expect, test } from 'vitest'
import { placeAfter, prefixesOf } from '../../../server/features/custody/prefixes.ts'

test('a text begins a number as typed and in capitals, once each', () => {
  expect(prefixesOf(' ml4-26 ')).toEqual(['ml4-26', 'ML4-26'])
  expect(prefixesOf('ML4')).toEqual(['ML4'])
  expect(prefixesOf('  ')).toEqual([])
  expect(prefixesOf(undefined)).toEqual([])
})

test('a place is a number, which may have bars in it, and an id, which has none', () => {
  expect(placeAfter('A|1|ser_x')).toEqual({ number: 'A|1', id: 'ser_x' })
  expect(placeAfter('')).toEqual({ number: '', id: '' })
})
