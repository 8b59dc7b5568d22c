import { isDigits, percentDecoded } from './characters.ts'
import { aiOf } from './gs1-ai.ts'
import { readAi, withGtin14, type AiElement } from './gs1-fields.ts'
import type { LabelInput } from './input.ts'
import { LabelDraft } from './label-draft.ts'

/** Convenience names that older links use in place of AIs (GS1 Digital Link 1.1, section 4.3). */
const ALIASES = new Map(Object.entries({
  sscc: '00', gtin: '01', lot: '10', ser: '21', cpv: '22', exp: '17', gdti: '253', glnx: '254', gcn: '255', ginc: '401', gsin: '402', gln: '414',
  payto: '415', grai: '8003', giai: '8004', itip: '8006', cpid: '8010', cpsn: '8011', gmn: '8013', gsrnp: '8017', gsrn: '8018', srin: '8019', refno: '8020',
}))
const QUALIFIERS = new Set(['10', '21', '22', '235', '254', '7040', '8011', '8019', '8020'])
const COMPRESSED = /^[A-Za-z0-9_-]{12,}$/

/** Reads a GS1 Digital Link URI on any domain (GS1 Digital Link: URI Syntax 1.4); undefined for every other text. */
export function readDigitalLink(input: LabelInput, today: Date): LabelDraft | undefined {
  const link = linkOf(input.text.trimEnd())
  if (link === undefined) return undefined
  const pairs = pathPairs(link.path)
  if (pairs === undefined) return compressed(link, input)
  const draft = new LabelDraft('GS1')
  for (const pair of [...pairs, ...queryPairs(link.query)]) readPair(pair, draft, today)
  return draft
}

interface Link { host: string; path: string[]; query: string }

function linkOf(text: string): Link | undefined {
  const scheme = /^https?:\/\//i.exec(text)?.[0]
  if (scheme === undefined) return undefined
  const [withoutFragment = ''] = text.slice(scheme.length).split('#', 1)
  const question = withoutFragment.indexOf('?')
  const beforeQuery = question < 0 ? withoutFragment : withoutFragment.slice(0, question)
  const [host = '', ...path] = beforeQuery.split('/')
  if (path.at(-1) === '') path.pop()
  return { host: host.toLowerCase(), path, query: question < 0 ? '' : withoutFragment.slice(question + 1) }
}

/** Goes from the end of the path over qualifiers back to the primary key; what stands before it is the domain owner's. */
function pathPairs(path: string[]): AiElement[] | undefined {
  const pairs: AiElement[] = []
  for (let at = path.length - 2; at >= 0; at -= 2) {
    const name = path[at] ?? ''
    const key = ALIASES.get(name) ?? name
    const value = path[at + 1] ?? ''
    if (value === '') return undefined
    pairs.push({ key, value })
    if (aiOf(key)?.linkKey) return pairs.reverse()
    if (!QUALIFIERS.has(key)) return undefined
  }
  return undefined
}

/** AIs among the query's parameters; other parameters, such as `linkType`, are not the label's. */
function queryPairs(query: string): AiElement[] {
  return query.replaceAll(';', '&').split('&').flatMap(parameter => {
    const equals = parameter.indexOf('=')
    const name = parameter.slice(0, Math.max(equals, 0))
    const key = ALIASES.get(name) ?? name
    const numbered = isDigits(key) && key.length >= 2 && key.length <= 4
    return numbered ? [{ key, value: parameter.slice(equals + 1) }] : []
  })
}

function readPair({ key, value }: AiElement, draft: LabelDraft, today: Date): void {
  const decoded = percentDecoded(value)
  if (decoded === undefined) draft.warn('CHARACTER_INVALID', key)
  readAi(withGtin14({ key, value: decoded ?? value }), draft, today)
}

/** A link without AIs may be a compressed one; on GS1's own resolver it must be. */
function compressed({ host, path }: Link, input: LabelInput): LabelDraft | undefined {
  const last = path.at(-1) ?? ''
  const own = host === 'id.gs1.org'
  if (!COMPRESSED.test(last) || !(own || looksEncoded(last))) return undefined
  const draft = new LabelDraft(own ? 'GS1' : 'UNKNOWN')
  draft.element('', input.text.trimEnd(), '')
  draft.warn('LINK_COMPRESSED')
  return draft
}

/** Words of a web address seldom hold digits, small and capital letters all together. */
function looksEncoded(text: string): boolean {
  return /\d/.test(text) && text.toLowerCase() !== text && text.toUpperCase() !== text
}
