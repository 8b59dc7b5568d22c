import { type DocumentInput, useMutation } from '@urql/vue'
import { shallowRef } from 'vue'

/** Why a change was not made; `network`: nobody knows, for no answer came. */
export interface Trouble { code: string, message: string }

type Answer<Data> = NonNullable<Data[keyof Data]>
/** What a mutation answers when it was done. */
export type Done<Data> = Exclude<Answer<Data>, { __typename: 'Refused' | 'IdempotencyKeyReused' }>

/**
 * Sends a change. The same words sent again after a lost answer are the same change to the hub; other words are another.
 * `send` gives what was done, or null with the reason in `trouble`.
 */
export function useChange<Data extends object, Input extends { idempotencyKey: string }>(mutation: DocumentInput<Data, { input: Input }>) {
  const { executeMutation, fetching } = useMutation<Data, { input: Input }>(mutation)
  const trouble = shallowRef<Trouble | null>(null)
  let lost: { words: string, key: string } | null = null

  async function send(input: Omit<Input, 'idempotencyKey'>): Promise<Done<Data> | null> {
    const words = JSON.stringify(input)
    const idempotencyKey = lost?.words === words ? lost.key : crypto.randomUUID()
    const { data, error } = await executeMutation({ input: { ...input, idempotencyKey } as Input })
    lost = error?.networkError ? { words, key: idempotencyKey } : null
    const answer = data && Object.values(data)[0] as (Answer<Data> & Partial<Trouble>) | undefined
    trouble.value = !answer ? { code: error?.networkError ? 'NETWORK' : 'SERVER', message: '' } : refusalIn(answer)
    return trouble.value ? null : answer as Done<Data>
  }

  return { send, trouble, busy: fetching }
}

function refusalIn({ code, message }: Partial<Trouble>): Trouble | null {
  return code !== undefined && message !== undefined ? { code, message } : null
}
