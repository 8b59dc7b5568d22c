/** How many somebody may have open at once. */
export interface OpenCount {
  /** @returns what gives it back, once; undefined where there are too many */
  open(who: string): (() => void) | undefined
}

export const openCount = (most: number): OpenCount => {
  const counts = new Map<string, number>()
  return {
    open: (who) => {
      const now = counts.get(who) ?? 0
      if (now >= most) return undefined
      counts.set(who, now + 1)
      let given = false
      return () => {
        if (given) return
        given = true
        const left = (counts.get(who) ?? 1) - 1
        if (left > 0) counts.set(who, left)
        else counts.delete(who)
      }
    },
  }
}
