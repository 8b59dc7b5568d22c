import { useWords } from '../app/words.ts'

export interface QuantityLike { value: number, unit: string }

/** An amount with its unit in words (UN/ECE Recommendation 20): `4 pieces`, `2.5 kg`. */
export function useAmount() {
  const { language, count, known } = useWords()
  return ({ value, unit }: QuantityLike): string => {
    const n = value.toLocaleString(language.value, { maximumFractionDigits: 3 })
    if (unit === 'EA') return count('ui.unit.EA', value, { n })
    return known(`ui.unit.${unit}`, `${n} ${unit}`, { n })
  }
}
