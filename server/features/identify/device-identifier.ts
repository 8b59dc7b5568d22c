import { gtin14 } from './gtin.ts'
import { hibcIdentifier } from './hibc.ts'
import { labelInput } from './input.ts'

export type IdentifierScheme = 'GS1' | 'HIBC' | 'ICCBBA' | 'MA' | 'PLAIN'

/**
 * A device identifier as the hub stores it and as `readLabel` gives it back, whatever form a catalogue has it in:
 * GS1 as 14 digits; HIBC as GUDID has it, without `+` and check character; ICCBBA without its mark; others as they are.
 */
export function normalizeDeviceIdentifier(text: string, scheme: IdentifierScheme): string {
  const cleaned = labelInput(text).text.trim()
  if (scheme === 'GS1') return gtin14(cleaned.startsWith('(01)') ? cleaned.slice(4).trim() : cleaned)
  if (scheme === 'HIBC') return hibcIdentifier(cleaned)
  if (scheme === 'ICCBBA') return cleaned.startsWith('=/') || cleaned.startsWith('=)') ? cleaned.slice(2) : cleaned
  return cleaned
}
