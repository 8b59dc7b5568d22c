import { reactive, watch } from 'vue'
import { useWords } from '../../app/words.ts'
import { partyWords } from '../../ui/party-words.ts'
import type { AuditEntry } from './audit.query.ts'

export interface Choice { readonly value: string, readonly label: string }
export interface Choices { readonly actor: Choice[], readonly organization: Choice[], readonly subject: Choice[] }

/** Whom, which organization and what the records that were read so far name, by id: what a reader may know is what there is to choose. */
export function useAuditChoices(rows: () => readonly AuditEntry[]): Choices {
  const { language, t, localName } = useWords()
  const choices = reactive<Choices>({ actor: [], organization: [], subject: [] })
  const add = (of: Choice[], value: string | null, label: string) => {
    const place = of.findIndex((known) => known.value === value)
    if (value === null) return
    if (place >= 0) of[place] = { value, label }
    else of.push({ value, label })
  }
  watch(rows, (entries) => {
    for (const { actor, subject, subjectLabel } of entries) {
      if (actor.id) add(choices.actor, actor.id, localName(actor) || actor.id)
      if (actor.organization?.id) add(choices.organization, actor.organization.id, partyWords(actor.organization, language.value, t))
      if (subjectLabel !== null || !choices.subject.some(({ value }) => value === subject)) add(choices.subject, subject, subjectLabel ?? subject ?? '')
    }
  }, { immediate: true })
  return choices
}
