import { customRef, effectScope, nextTick, type Ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useTyped } from '../../../portal/ui/use-typed.ts'

/** A state that, as the address does, takes over what it is told only some time later. */
const slowState = (delay: number): Ref<string> => {
  let held = ''
  return customRef((track, trigger) => ({
    get: () => { track(); return held },
    set: (value) => { setTimeout(() => { held = value; trigger() }, delay) },
  }))
}
const scope = effectScope()
const field = (delay: number): { state: Ref<string>; typed: Ref<string> } => {
  const state = slowState(delay)
  return { state, typed: scope.run(() => useTyped(state)) as Ref<string> }
}
const type = async (typed: Ref<string>, text: string): Promise<void> => {
  typed.value = text
  await nextTick()
}

describe('a search field', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  it('tells what is typed once, when nobody types any more', async () => {
    const { state, typed } = field(0)
    await type(typed, ' a')
    await vi.advanceTimersByTimeAsync(200)
    await type(typed, ' ab ')
    await vi.advanceTimersByTimeAsync(299)
    expect(state.value).toBe('')
    await vi.advanceTimersByTimeAsync(2)
    expect([state.value, typed.value]).toEqual(['ab', ' ab '])
  })

  it('keeps what is typed while the address still changes to what was typed before', async () => {
    const { state, typed } = field(100)
    await type(typed, 'a')
    await vi.advanceTimersByTimeAsync(350)
    await type(typed, 'ab')
    await vi.advanceTimersByTimeAsync(60)
    expect([state.value, typed.value]).toEqual(['a', 'ab'])
    await vi.advanceTimersByTimeAsync(400)
    expect([state.value, typed.value]).toEqual(['ab', 'ab'])
  })

  it('shows what a link says, also that nothing is looked for', async () => {
    const { state, typed } = field(0)
    await type(typed, 'a')
    await vi.advanceTimersByTimeAsync(400)
    state.value = ''
    await vi.advanceTimersByTimeAsync(400)
    expect([state.value, typed.value]).toEqual(['', ''])
    state.value = 'of a link'
    await vi.advanceTimersByTimeAsync(1)
    expect(typed.value).toBe('of a link')
  })
})
