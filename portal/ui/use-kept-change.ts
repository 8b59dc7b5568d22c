import type { DocumentInput } from '@urql/vue'
import { toRef } from 'vue'
import { type Done, type Sent, useChange } from './use-change.ts'
import { useKept } from './use-kept.ts'

/**
 * A change that says when it happened. Its moment and its key stay with it in this tab until the hub has answered, so
 * that the same words sent again are the same change, also by a page that was loaded anew.
 */
export function useKeptChange<Data extends object, Input extends { idempotencyKey: string, at: string }>(mutation: DocumentInput<Data, { input: Input }>, name: string) {
  const { form: kept } = useKept<{ sent: Sent | null, words: string, at: string }>(`${name} sent`, () => ({ sent: null, words: '', at: '' }))
  const change = useChange<Data, Input>(mutation, toRef(kept, 'sent'))

  /** @param at the moment that a person gave; otherwise it is now */
  async function send(input: Omit<Input, 'idempotencyKey' | 'at'>, at: string | null = null): Promise<Done<Data> | null> {
    const words = JSON.stringify([input, at])
    if (kept.sent === null || kept.words !== words) Object.assign(kept, { words, at: at ?? new Date().toISOString() })
    return change.send({ ...input, at: kept.at } as unknown as Omit<Input, 'idempotencyKey'>)
  }

  return { ...change, send }
}
