import { gs1CheckDigit } from '../../identify/check-digit.ts'

/**
 * The extension digit of what the hub numbers (GS1 General Specifications 3.2.1 leaves it to the company): an
 * organization's own systems mostly begin with 0, so the two do not meet.
 */
const extensionDigit = '9'

/** Extension digit, company prefix and serial reference are 17 digits together. */
const digits = 17

/** The SSCC of this serial reference; undefined where the prefix leaves no room for so many. */
export const ssccOf = (companyPrefix: string, reference: number): string | undefined => {
  const room = digits - extensionDigit.length - companyPrefix.length
  const serial = String(reference).padStart(room, '0')
  if (serial.length > room) return undefined
  const body = `${extensionDigit}${companyPrefix}${serial}`
  return body + gs1CheckDigit(body)
}
