import { expect, it } from 'vitest'
import { clip, shortName } from '../../../portal/features/genealogy/genealogy-names.ts'

it.each([
  ['(01)06972145030188(10)IP4-2601(21)ML4-0452', 'ML4-0452'], ['(01)08717648200274(10)5031184', '5031184'], ['+A999BJ5D6E1/$$3231212', 'Pump lot 7'],
])('calls %s by %s', (label, name) => {
  expect(shortName({ label, title: 'Pump lot 7' })).toBe(name)
})

it('cuts by width, a Han character being two wide', () => {
  expect(clip('迈澜输注泵', 10)).toBe('迈澜输注泵')
  expect(clip('迈澜输注泵', 9)).toBe('迈澜输注…')
  expect(clip('Infusion pump', 9)).toBe('Infusion…')
})
