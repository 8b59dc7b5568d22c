import { isDigits } from './characters.ts'
import { dayOfYear } from './dates.ts'
import type { LabelInput } from './input.ts'
import { LabelDraft } from './label-draft.ts'

type IccbbaField = 'di' | 'lot' | 'serial' | 'donationId' | 'expires' | 'made' | 'none'

interface DataStructure { mark: string; length: number; title: string; field: IccbbaField }

/** ISBT 128 data structures of a UDI (FDA, UDI formats by accredited issuing agencies), longest mark first. */
const STRUCTURES: DataStructure[] = [
  { mark: '&,1', length: 18, title: 'Lot', field: 'lot' },
  { mark: '=/', length: 16, title: 'Device identifier', field: 'di' },
  { mark: '=)', length: 10, title: 'Device identifier of a blood container', field: 'di' },
  { mark: '&)', length: 10, title: 'Lot of a blood container', field: 'lot' },
  { mark: '=,', length: 6, title: 'Serial number', field: 'serial' },
  { mark: '=>', length: 6, title: 'Expiry date', field: 'expires' },
  { mark: '&>', length: 10, title: 'Expiry date and time', field: 'expires' },
  { mark: '=}', length: 6, title: 'Production date', field: 'made' },
  { mark: '&}', length: 10, title: 'Production date and time', field: 'made' },
  { mark: '=+', length: 5, title: 'Compound message', field: 'none' },
  { mark: '=<', length: 8, title: 'Product code', field: 'none' },
]
// The letter or digit after `=` belongs to the number itself; O is not given out.
const DONATION: DataStructure = { mark: '=', length: 15, title: 'Donation identification number', field: 'donationId' }

/** Reads ISBT 128 data structures one after the other, with or without `=+` before them. */
export function readIccbba(input: LabelInput): LabelDraft | undefined {
  const text = input.text.trimEnd()
  if (structureAt(text, 0) === undefined) return undefined
  const draft = new LabelDraft('ICCBBA')
  for (let at = 0; at < text.length;) {
    const structure = structureAt(text, at)
    if (structure === undefined) {
      draft.element('', text.slice(at), '')
      draft.warn('AI_UNKNOWN')
      break
    }
    const start = at + structure.mark.length
    at = start + structure.length
    readStructure(structure, text.slice(start, at), draft)
  }
  return draft
}

function structureAt(text: string, at: number): DataStructure | undefined {
  const found = STRUCTURES.find(({ mark }) => text.startsWith(mark, at))
  return found ?? (/^=[A-NP-Z1-9]/.test(text.slice(at, at + 2)) ? DONATION : undefined)
}

function readStructure({ mark, length, title, field }: DataStructure, value: string, draft: LabelDraft): void {
  draft.element(mark, value, title)
  if (value.length < length) draft.warn('FIELD_TRUNCATED', mark)
  else if (!/^[0-9A-Za-z]+$/.test(value)) draft.warn('CHARACTER_INVALID', mark)
  else if (field === 'expires' || field === 'made') readIsbtDate(field, value, mark, draft)
  else if (field !== 'none') draft.set(field, value, mark)
}

/** `cYYJJJ` and, in the longer form, `HHMM`; c is 0 for the years from 2000 on and 9 for those before. */
function readIsbtDate(field: 'expires' | 'made', value: string, shown: string, draft: LabelDraft): void {
  const year = Number(value.slice(0, 3))
  const day = isDigits(value) ? dayOfYear(year >= 900 ? 1000 + year : 2000 + year, Number(value.slice(3, 6))) : undefined
  draft.setDay(field === 'expires' ? 'expiresOn' : 'manufacturedOn', day, shown)
  if (day !== undefined && field === 'expires' && value.length === 10) draft.set('expiresAt', `${day}T${value.slice(6, 8)}:${value.slice(8)}`)
}
