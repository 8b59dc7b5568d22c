import type { PackWriter } from './pack-writer.ts'

/** What the hub has and a pack does not, by name: nothing is left out in silence. */
export interface LeftOut {
  /** Lots, by UDI-DI and lot number, and inputs of a genealogy by their titles, whose papers are in packs of their own. */
  readonly papersOf: string[]
  /** Lots whose genealogy is in packs of their own. */
  readonly genealogyOf: string[]
  /** Files of genealogies that end before their last step. */
  readonly cutShort: string[]
  /** SHA-256 of papers whose content the store does not have any more. */
  readonly originals: string[]
}

export const leavingOut = (): LeftOut => ({ papersOf: [], genealogyOf: [], cutShort: [], originals: [] })

export const leftOutPath = 'left-out.json'

export const isAnyLeftOut = (leftOut: LeftOut): boolean => Object.values(leftOut).some((names: readonly string[]) => names.length > 0)

export const addLeftOut = async (pack: PackWriter, leftOut: LeftOut): Promise<void> => {
  if (isAnyLeftOut(leftOut)) await pack.json(leftOutPath, leftOut)
}
