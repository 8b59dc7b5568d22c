import type { BatchState } from './custody-state.type.ts'
import { rounded } from './rounded.ts'

/** Who has what is in a carton from now on. */
export const atHands = (state: BatchState, carton: string | undefined, organization: string): BatchState =>
  carton === undefined || !(carton in state.inside) ? state : { ...state, packedAt: { ...state.packedAt, [carton]: organization } }

/** So many units more in a carton, which somebody has. */
export const intoCarton = (state: BatchState, carton: string, quantity: number, organization: string): BatchState =>
  atHands({ ...state, inside: { ...state.inside, [carton]: rounded((state.inside[carton] ?? 0) + quantity) } }, carton, organization)

/** So many units less in a carton; all of them where no quantity is told. */
export const outOfCarton = (state: BatchState, carton: string, quantity = Infinity): BatchState => {
  if (!(carton in state.inside)) return state
  const left = quantity === Infinity ? 0 : rounded((state.inside[carton] ?? 0) - quantity)
  const { [carton]: _, ...inside } = state.inside
  if (left > 0) return { ...state, inside: { ...inside, [carton]: left } }
  const { [carton]: __, ...packedAt } = state.packedAt ?? {}
  return { ...state, inside, packedAt }
}
