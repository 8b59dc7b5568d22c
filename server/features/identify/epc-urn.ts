import { percentDecoded } from './characters.ts'
import { gs1CheckDigit } from './check-digit.ts'
import { readAi, type AiElement } from './gs1-fields.ts'
import type { LabelInput } from './input.ts'
import { LabelDraft } from './label-draft.ts'

interface EpcScheme { parts: number; elements: (parts: string[]) => AiElement[] }

const ANY = '*'
const checked = (digits: string): string => digits + gs1CheckDigit(digits)
/** Indicator, company prefix and item reference as a GTIN; the indicator is the item part's first digit. */
const gtin = (company = '', item = ''): string => checked(item.slice(0, 1) + company + item.slice(1))
const one = (key: string, value: string): AiElement => ({ key, value })
/** A key whose last part may be any (`*` in a pattern): then only the class remains. */
const suffixed = (key: string, base: string, suffix = ''): AiElement[] => [one(key, base + (suffix === ANY ? '' : suffix))]
const qualified = (key: string, value: string, qualifier: string, by = ''): AiElement[] =>
  by === '' || by === ANY ? [one(key, value)] : [one(key, value), one(qualifier, by)]

/** How each EPC scheme maps to element strings (EPC Tag Data Standard 1.13, section 7). */
const SCHEMES = new Map(Object.entries<EpcScheme>({
  sgtin: { parts: 3, elements: ([company, item, serial]) => qualified('01', gtin(company, item), '21', serial) },
  lgtin: { parts: 3, elements: ([company, item, lot]) => qualified('01', gtin(company, item), '10', lot) },
  upui: { parts: 3, elements: ([company, item, tpx]) => qualified('01', gtin(company, item), '235', tpx) },
  itip: {
    parts: 5,
    elements: ([company, item, piece = '', total = '', serial]) => qualified('8006', gtin(company, item) + piece + total, '21', serial),
  },
  sscc: { parts: 2, elements: ([company, reference]) => [one('00', gtin(company, reference))] },
  sgln: {
    parts: 3,
    elements: ([company = '', location = '', extension]) => qualified('414', checked(company + location), '254', extension === '0' ? '' : extension),
  },
  pgln: { parts: 2, elements: ([company = '', party = '']) => [one('417', checked(company + party))] },
  grai: { parts: 3, elements: ([company = '', asset = '', serial]) => suffixed('8003', `0${checked(company + asset)}`, serial) },
  giai: { parts: 2, elements: ([company = '', asset = '']) => suffixed('8004', company, asset) },
  gdti: { parts: 3, elements: ([company = '', kind = '', serial]) => suffixed('253', checked(company + kind), serial) },
  sgcn: { parts: 3, elements: ([company = '', coupon = '', serial]) => suffixed('255', checked(company + coupon), serial) },
  gsrn: { parts: 2, elements: ([company = '', service = '']) => [one('8018', checked(company + service))] },
  gsrnp: { parts: 2, elements: ([company = '', service = '']) => [one('8017', checked(company + service))] },
  cpi: { parts: 3, elements: ([company = '', part = '', serial]) => qualified('8010', company + part, '8011', serial) },
  ginc: { parts: 2, elements: ([company = '', consignment = '']) => [one('401', company + consignment)] },
  gsin: { parts: 2, elements: ([company = '', shipment = '']) => [one('402', checked(company + shipment))] },
}))
const KINDS = new Set(['id', 'idpat', 'class', 'tag', 'pat'])

/** Reads an EPC URN of any kind; the company prefix's length is where its first dot stands. The check digit is computed, never read. */
export function readEpcUrn(input: LabelInput, today: Date): LabelDraft | undefined {
  const [urn = '', epc = '', kind = '', scheme = '', ...rest] = input.text.trimEnd().split(':')
  if (urn.toLowerCase() !== 'urn' || epc.toLowerCase() !== 'epc' || !KINDS.has(kind)) return undefined
  const escaped = partsOf(kind, scheme, rest.join(':'))
  if (escaped === undefined) return undefined
  const draft = new LabelDraft('EPC')
  const parts = escaped.map(part => decoded(part, draft))
  const company = parts[0] ?? ''
  if (!/^\d{4,12}$/.test(company) || parts[1] === ANY) {
    draft.element('', input.text.trimEnd(), '')
    draft.warn('FIELD_TRUNCATED')
    return draft
  }
  draft.set('companyPrefixLength', company.length)
  for (const element of SCHEMES.get(schemeName(scheme))?.elements(parts) ?? []) readAi(element, draft, today)
  for (const { key } of draft.checks.splice(0)) draft.check(key, 'ABSENT')
  return draft
}

function decoded(part: string, draft: LabelDraft): string {
  const text = percentDecoded(part)
  if (text === undefined) draft.warn('CHARACTER_INVALID')
  return text ?? part
}

function schemeName(scheme: string): string {
  return scheme.split('-', 1)[0] ?? ''
}

/** Only the last one may hold dots itself. A tag URN begins with its filter value, which is left out. */
function partsOf(kind: string, scheme: string, text: string): string[] | undefined {
  const count = SCHEMES.get(schemeName(scheme))?.parts
  if (count === undefined) return undefined
  const all = text.split('.').slice(kind === 'tag' || kind === 'pat' ? 1 : 0)
  if (all.length < count) return undefined
  return [...all.slice(0, count - 1), all.slice(count - 1).join('.')]
}
