import type { MessageKey } from '../../app/all-messages.ts'
import type { OrganizationKind } from './organization.query.ts'

type Translate = (key: MessageKey) => string

/** The kinds of an organization in words; one may be several. */
export function kindWords(kinds: readonly OrganizationKind[], t: Translate): string {
  return kinds.map((kind) => t(`ui.party.${kind}`)).join(' · ')
}
