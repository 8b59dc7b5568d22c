import type { ScannedCode } from '../scanned-code.ts'

type Named = Pick<ScannedCode, 'di' | 'serial' | 'lot' | 'sscc'>

/** What a serial, lot or carton is waited for by, whatever identifier its product has. Who waits follows. */
export const numberAwaited = ({ serial, lot }: Pick<Named, 'serial' | 'lot'>): string => (serial === null ? `|L|${lot}|` : `|S|${serial}|`)

export const unitAwaited = (sscc: string): string => `sscc|${sscc}|`

/** Undefined of what cannot become known as a thing of the hub: a class without a lot, an asset, a place. */
export const awaited = (code: Named): string | undefined => {
  if (code.sscc !== null && code.di === null) return unitAwaited(code.sscc)
  return code.di === null || code.serial === null && code.lot === null ? undefined : code.di + numberAwaited(code)
}
