import type { DocumentInput } from '@urql/vue'
import { reactive, toRef } from 'vue'
import { type Done, type Sent, useChange } from './use-change.ts'
import { useKept } from './use-kept.ts'

/** What was sent and not answered yet, with the moment that was sent with it. */
interface SentAt { sent: Sent | null, words: string, at: string }

const nothing = (): SentAt => ({ sent: null, words: '', at: '' })

/** A change that says when it happened. Its moment and its key stay with it until the hub has answered: the same words sent again are the same change. */
export function useTimedChange<Data extends object, Input extends { idempotencyKey: string, at: string }>(mutation: DocumentInput<Data, { input: Input }>, kept: SentAt = reactive(nothing())) {
  const change = useChange<Data, Input>(mutation, toRef(kept, 'sent'))

  /** @param at the moment that a person gave; otherwise it is now */
  async function send(input: Omit<Input, 'idempotencyKey' | 'at'>, at: string | null = null): Promise<Done<Data> | null> {
    const words = JSON.stringify([input, at])
    if (kept.sent === null || kept.words !== words) Object.assign(kept, { words, at: at ?? new Date().toISOString() })
    return change.send({ ...input, at: kept.at } as unknown as Omit<Input, 'idempotencyKey'>)
  }

  return { ...change, send }
}

/** A timed change that outlasts its page: this tab keeps its words, so they must tell nothing of a patient. */
export const useKeptChange = <Data extends object, Input extends { idempotencyKey: string, at: string }>(mutation: DocumentInput<Data, { input: Input }>, name: string) =>
  useTimedChange<Data, Input>(mutation, useKept(`${name} sent`, nothing).form)
