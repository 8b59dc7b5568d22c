/** What may be wrong with a label, by stable code: the portal translates by code, the sentence is for everyone else. */
const SENTENCES = {
  AHM_NOT_READ: 'This is an AHM code; its format is not published, so nothing was read from it',
  AI_UNKNOWN: 'This part carries no known identifier and was not read',
  CHARACTER_INVALID: 'A character stands where the standard does not allow it',
  CHECK_CHARACTER_DROPPED: 'The check character is a space that was lost on the way; the rest agrees with it',
  CHECK_DIGIT_WRONG: 'The check digit or check character is wrong; compare with the label',
  DATE_IMPOSSIBLE: 'This date does not exist',
  DEVICE_IDENTIFIER_MISSING: 'The device identifier stands in another barcode; scan that one too',
  DIGITS_ALONE: 'Digits alone were read as a GTIN because the check digit agrees; they may be a lot or serial number',
  FIELD_EMPTY: 'A field is empty',
  FIELD_REPEATED: 'A field stands on the label twice with different values; the first one was taken',
  FIELD_TOO_LONG: 'A field is longer than its standard allows',
  FIELD_TRUNCATED: 'A field is shorter than its standard demands',
  FIRST_INVALID_DAY: 'The label gives the first day on which the device is no longer valid',
  FULL_WIDTH_FOLDED: 'Full-width characters were read as their plain forms',
  INPUT_EMPTY: 'There is nothing to read',
  INPUT_TOO_LONG: 'This is longer than any label; nothing was read',
  LINK_CHARACTER_WRONG: 'The two barcodes do not belong together: the link character differs',
  LINK_COMPRESSED: 'This looks like a compressed GS1 Digital Link; compressed links are not read',
  LOT_WITH_DOT: 'A value with a dot inside cannot be told from a new field; compare with the label',
  MEDICINE_CODE: "This is a medicine's code (20 digits), not a device's",
  NOT_RECOGNIZED: 'No known label format',
  SEPARATOR_DOUBTFUL: 'No separator follows the lot; its last part may be a serial number',
  SEPARATOR_MISSING: 'A separator is missing: this field seems to have swallowed the next ones',
  SEPARATOR_REPLACED: 'Other characters were read as the separator FNC1',
  UNMARKED: 'Nothing marks this as GS1 data; it may be a bare lot or serial number',
  URL_WRAPPED: 'The code was taken out of a web address',
} as const

export type LabelWarningCode = keyof typeof SENTENCES

export interface LabelWarning {
  code: LabelWarningCode
  message: string
  /** Key of the element it is about. */
  about?: string
  /** Another reading, in a form that can be read again. Never applied by itself. */
  suggestion?: string
}

export const LABEL_WARNING_CODES = Object.keys(SENTENCES) as LabelWarningCode[]

/** The warning with its English sentence; `about` is the key of the element it concerns. */
export function labelWarning(code: LabelWarningCode, about?: string, suggestion?: string): LabelWarning {
  const place = about ? ` (${about})` : ''
  const hint = suggestion ? ` Perhaps ${suggestion}` : ''
  return {
    code,
    message: `${SENTENCES[code]}${place}.${hint}`,
    ...(about ? { about } : {}),
    ...(suggestion ? { suggestion } : {}),
  }
}
