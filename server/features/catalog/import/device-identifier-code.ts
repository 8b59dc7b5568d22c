import { hasRightCheckDigit } from '../../identify/check-digit.ts'
import { normalizeDeviceIdentifier } from '../../identify/device-identifier.ts'
import { isGtin } from '../../identify/gtin.ts'
import { type IdentifierScheme, UnusableRecord } from './catalog-record.ts'

/**
 * The one spelling of a device identifier under which the hub files it, as labels are read.
 * @throws UnusableRecord where it cannot be a GTIN and should be: the registers check theirs, so the file is damaged
 */
export const deviceIdentifierCode = (text: string, scheme: IdentifierScheme): string => {
  const code = normalizeDeviceIdentifier(text, scheme)
  if (scheme !== 'GS1') return code
  if (!isGtin(code)) throw new UnusableRecord(`${text || 'nothing'} is no GTIN: 8, 12, 13 or 14 digits are expected`)
  if (!hasRightCheckDigit(code)) throw new UnusableRecord(`${text} has a wrong GTIN check digit`)
  return code
}
