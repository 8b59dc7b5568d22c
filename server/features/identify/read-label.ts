import { readBareGtin, readEan } from './bare-digits.ts'
import { recognizeAhm, recognizeMedicine, recognizeTwentyDigits } from './china.ts'
import { readEpcUrn } from './epc-urn.ts'
import { readDigitalLink } from './gs1-digital-link.ts'
import { readBrackets, readElementString } from './gs1.ts'
import { readHibc } from './hibc.ts'
import { readIccbba } from './iccbba.ts'
import { labelInput, type LabelInput } from './input.ts'
import { LabelDraft } from './label-draft.ts'
import type { Label } from './label.ts'
import { readMa } from './ma.ts'
import { readPlain, readPlainUdi } from './plain.ts'

const LONGEST_LABEL = 4096

type Reader = (input: LabelInput, today: Date) => LabelDraft | undefined

/** The order is part of the meaning: what is certain by its marks comes before what is likely by its shape. */
const READERS: Reader[] = [
  readPlainUdi, readMa, recognizeAhm, readEpcUrn, readDigitalLink, readEan, readBrackets, readHibc, readIccbba,
  recognizeMedicine, readElementString, readBareGtin, recognizeTwentyDigits,
]

/**
 * What was scanned, pasted or typed, read by the rules of its issuing agency.
 * Never throws: what could not be read, and what is doubtful, stands in `warnings`.
 * @param raw the text as it came, at most 4,096 characters
 * @param today the day from which two-digit years are counted
 */
export function readLabel(raw: string, today: Date = new Date()): Label {
  if (raw.length > LONGEST_LABEL) return tooLong(raw)
  const input = labelInput(raw)
  for (const read of READERS) {
    const draft = read(input, today)
    if (draft !== undefined) return finished(draft, input)
  }
  return finished(readPlain(input), input)
}

function finished(draft: LabelDraft, input: LabelInput): Label {
  for (const code of input.warnings) draft.warn(code)
  return draft.label(input.raw)
}

function tooLong(raw: string): Label {
  const draft = new LabelDraft('UNKNOWN')
  draft.warn('INPUT_TOO_LONG')
  return draft.label(raw)
}
