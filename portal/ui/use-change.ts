import { type DocumentInput, useMutation } from '@urql/vue'
import { type Ref, shallowRef } from 'vue'

/** Why a change was not made; `network`: nobody knows, for no answer came. `path`: where in the input, of a mutation that asks for it. */
export interface Trouble { code: string, message: string, path?: readonly string[] | null }

type Answer<Data> = NonNullable<Data[keyof Data]>
/** What a mutation answers when it was done. */
export type Done<Data> = Exclude<Answer<Data>, { __typename: 'Refused' | 'IdempotencyKeyReused' }>

/** A change that was sent and not answered yet. */
export interface Sent { words: string, key: string }

/**
 * Sends a change. The same words sent again after a lost answer are the same change to the hub; other words are another.
 * `send` gives what was done, or null with the reason in `trouble`.
 * @param unanswered where the page keeps what was not answered, if it is to outlast the page
 */
export function useChange<Data extends object, Input extends { idempotencyKey: string }>(mutation: DocumentInput<Data, { input: Input }>, unanswered: Ref<Sent | null> = shallowRef(null)) {
  const { executeMutation, fetching } = useMutation<Data, { input: Input }>(mutation)
  const trouble = shallowRef<Trouble | null>(null)

  async function send(input: Omit<Input, 'idempotencyKey'>): Promise<Done<Data> | null> {
    const words = JSON.stringify(input)
    const idempotencyKey = unanswered.value?.words === words ? unanswered.value.key : crypto.randomUUID()
    unanswered.value = { words, key: idempotencyKey }
    const { data, error } = await executeMutation({ input: { ...input, idempotencyKey } as Input })
    if (!error?.networkError) unanswered.value = null
    const answer = data && Object.values(data)[0] as (Answer<Data> & Partial<Trouble>) | undefined
    trouble.value = !answer ? { code: error?.networkError ? 'NETWORK' : 'SERVER', message: '' } : refusalIn(answer)
    return trouble.value ? null : answer as Done<Data>
  }

  return { send, trouble, busy: fetching }
}

function refusalIn({ code, message, path }: Partial<Trouble>): Trouble | null {
  return code !== undefined && message !== undefined ? { code, message, path: path ?? null } : null
}
