import type { Language, MessageKey } from '../app/all-messages.ts'
import { localName, type Named } from '../app/words.ts'

/** What the API tells of a party; id and name are null where the viewer may not know it. */
export interface PartyLike extends Named { kinds: readonly string[], country?: string | null }

type Translate = (key: MessageKey, values?: Record<string, string>) => string

/** The party's name, or what may be said instead of it: `Distributor, China`. */
export function partyWords(party: PartyLike, language: Language, t: Translate): string {
  const name = localName(party, language)
  if (name) return name
  const kind = party.kinds[0]
  if (!kind) return t('ui.party.unknown')
  const kindWord = t(`ui.party.${kind}` as MessageKey)
  return party.country ? t('ui.party.masked', { kind: kindWord, country: countryName(party.country, language) }) : kindWord
}

/** A country by its ISO 3166-1 alpha-2 code, in the reader's language. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region', style: 'short' }).of(code) ?? code
}
