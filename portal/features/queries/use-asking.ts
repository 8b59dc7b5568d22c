import { GraphQLError } from 'graphql'
import { computed, reactive, ref } from 'vue'
import { askHub, type HubAnswer } from './ask.ts'
import { type Asked, type Kept, withAsked } from './kept.ts'
import { nameOf, type Operation, operationAt } from './operation.ts'

/** Why nothing was asked, or nothing answered. */
export type Trouble = { kind: 'syntax' | 'network', text: string } | { kind: 'empty' | 'variables' | 'subscription', text?: undefined }

class NotAskable extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble.kind)
    this.trouble = trouble
  }
}

function operationIn(text: string, at: number): Operation {
  const operation = text.trim() ? operationAt(text, at) : undefined
  if (!operation) throw new NotAskable({ kind: 'empty' })
  if (operation.operation === 'subscription') throw new NotAskable({ kind: 'subscription' })
  return operation
}

function variablesIn(text: string): unknown {
  try {
    return text.trim() ? JSON.parse(text) : {}
  } catch {
    throw new NotAskable({ kind: 'variables' })
  }
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof NotAskable) return error.trouble
  return { kind: error instanceof GraphQLError ? 'syntax' : 'network', text: error instanceof Error ? error.message : String(error) }
}

/** What stands in the editors, and asking it: a mutation only after `confirm`. Whatever is sent becomes part of the history. */
export function useAsking(keep: (change: (kept: Kept) => Kept) => void, first: Asked) {
  const written = reactive({ ...first, at: 0 })
  const answer = ref<HubAnswer | null>(null)
  const trouble = ref<Trouble | null>(null)
  const asking = ref(false)
  const toConfirm = ref<string | null>(null)

  async function ask(confirmed: boolean): Promise<void> {
    if (asking.value) return
    trouble.value = null
    try {
      const operation = operationIn(written.query, written.at)
      const variables = variablesIn(written.variables)
      const changes = operation.operation === 'mutation'
      toConfirm.value = changes && !confirmed ? nameOf(operation) : null
      if (toConfirm.value) return
      asking.value = true
      // What a mutation carries may be about a patient: it is not kept on the device.
      keep((kept) => withAsked(kept, { query: written.query, variables: changes ? '{}' : written.variables }))
      answer.value = await askHub({ query: written.query, operationName: operation.name?.value, variables })
    } catch (error) {
      answer.value = null
      trouble.value = troubleOf(error)
    } finally {
      asking.value = false
    }
  }

  return {
    written, answer, trouble, asking,
    toConfirm: computed(() => toConfirm.value),
    run: () => { void ask(false) },
    confirm: () => { void ask(true) },
    cancel: () => { toConfirm.value = null },
    take: ({ query, variables }: Asked) => { Object.assign(written, { query, variables, at: 0 }) },
  }
}
