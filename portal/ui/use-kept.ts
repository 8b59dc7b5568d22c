import { reactive, watch } from 'vue'

/**
 * What is typed into a form, kept in this tab with every change: a reload, a lost network or a refusal loses nothing.
 * @param name whose it is, and of which form: nobody finds another's
 */
export function useKept<Form extends object>(name: string, empty: () => Form) {
  const key = `kept ${name}`
  const form = reactive({ ...empty(), ...JSON.parse(sessionStorage.getItem(key) ?? '{}') as object }) as Form
  const clear = () => { Object.assign(form, empty()) }

  watch(form, (now) => {
    const words = JSON.stringify(now)
    if (words === JSON.stringify(empty())) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, words)
  }, { deep: true })

  return { form, clear }
}
