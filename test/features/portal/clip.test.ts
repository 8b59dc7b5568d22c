import { expect, it } from 'vitest'
import { clip } from '../../../portal/features/genealogy/clip.ts'

it('cuts by width, a Han character being two wide', () => {
  expect(clip('迈澜输注泵', 10)).toBe('迈澜输注泵')
  expect(clip('迈澜输注泵', 9)).toBe('迈澜输注…')
  expect(clip('Infusion pump', 9)).toBe('Infusion…')
})
