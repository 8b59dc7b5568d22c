import type { Label } from '../identify/label.ts'
import { readLabel } from '../identify/read-label.ts'
import { labelOfId } from '../../kernel/ids.ts'
import { assetNumber } from './unit-number.rules.ts'

/** What a `code` argument names, ready for a statement: exactly the fields that were read, the others null. */
export interface ScannedCode {
  /** A global id. */
  readonly id: string | null
  readonly di: string | null
  readonly lot: string | null
  readonly serial: string | null
  /** Of a carton, pallet or returnable tray (unit-number.rules.ts). */
  readonly sscc: string | null
  /** A bare serial or lot number: no label's structure. */
  readonly plain: string | null
}

const nothing: ScannedCode = { id: null, di: null, lot: null, serial: null, sscc: null, plain: null }

/** The fields of a label that find something, as a statement's input. */
export const codeOfLabel = ({ di, lot, serial, sscc, plain, elements }: Label): ScannedCode => {
  const unit = sscc ?? (di === undefined ? assetNumber(elements) : undefined)
  return { ...nothing, di: di ?? null, lot: lot ?? null, serial: serial ?? null, sscc: unit ?? null, plain: di || unit ? null : (plain ?? null) }
}

/** Reads what a person scanned, pasted or typed; a global id is taken as well. */
export const scannedCode = (code: string): ScannedCode => {
  const text = code.trim()
  return labelOfId(text) ? { ...nothing, id: text } : codeOfLabel(readLabel(code))
}
