import type { LabelElement } from '../identify/label.ts'

/**
 * What a carton, pallet or tray is known by, where an SSCC stands else: a returnable asset by its GRAI with a serial
 * number, or its GIAI, after the identifier in brackets, as it is printed. An SSCC stands without one.
 */
const assets = new Set(['8003', '8004'])
/** N1 + N13 of the GRAI; without more it is a kind of asset, and none of them. */
const kindOfAsset = 14

/** The returnable asset that a label or link names; undefined where it names none. */
export const assetNumber = (elements: readonly LabelElement[]): string | undefined => {
  const [first] = elements
  if (first === undefined || !assets.has(first.key) || first.key === '8003' && first.value.length <= kindOfAsset) return undefined
  return `(${first.key})${first.value}`
}

const bracketed = /^\((8003|8004)\)(.+)$/s

/** The identifier of a unit with its number: an SSCC's is 00. */
export const unitElement = (number: string): readonly [key: string, value: string] => {
  const [, key, value] = bracketed.exec(number) ?? []
  return key !== undefined && value !== undefined ? [key, value] : ['00', number]
}

export const isAsset = (number: string): boolean => bracketed.test(number)
