import type { Quantity } from '../../kernel/scalars.ts'

/** Serials, and units of lots by unit of measure. */
export class Amount {
  serials = 0
  private units: Record<string, number> | undefined

  addSerials(serials: number): void {
    this.serials += serials
  }

  addUnits(unit: string, quantity: number): void {
    if (quantity === 0) return
    this.units ??= {}
    this.units[unit] = (this.units[unit] ?? 0) + quantity
  }

  add(other: Amount): void {
    this.serials += other.serials
    for (const unit in other.units) this.addUnits(unit, other.units[unit] ?? 0)
  }

  /** Those that there are any of, in the order of their unit. */
  get quantities(): Quantity[] {
    if (!this.units) return []
    return Object.entries(this.units)
      .map(([unit, value]) => ({ value, unit }))
      .filter(({ value }) => value !== 0)
      .sort((a, b) => (a.unit < b.unit ? -1 : 1))
  }

  get isSomething(): boolean {
    if (this.serials !== 0) return true
    for (const unit in this.units) if (this.units[unit] !== 0) return true
    return false
  }
}

/** An amount for each key, made when it is first asked for. */
export class Amounts<Key> extends Map<Key, Amount> {
  of(key: Key): Amount {
    const known = this.get(key)
    if (known) return known
    const amount = new Amount()
    this.set(key, amount)
    return amount
  }

  get sum(): Amount {
    const sum = new Amount()
    for (const amount of this.values()) sum.add(amount)
    return sum
  }
}
