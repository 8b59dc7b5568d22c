/** Refused for now, since others of the same organization, or too many of all, are at work. */
export class Busy extends Error {
  readonly headers: Readonly<Record<string, string>>

  constructor(message: string, seconds: number) {
    super(`${message} Try again in ${seconds} s.`)
    this.headers = { 'retry-after': String(seconds) }
  }
}

export interface AllowanceOptions {
  /** What one organization may have at once on this node. */
  readonly one: number
  /** What all may have together. */
  readonly all: number
  /** What is said to who would have more. */
  readonly refusal: string
  /** After so many seconds it is worth trying again. */
  readonly seconds: number
}

/** What somebody has of an allowance. */
export interface Held {
  /** @throws Busy where that is more than is left */
  take(amount: number): void
  /** Gives all of it back; once, however often it is called. */
  end(): void
}

/** What organizations may have at once of something that this node has little of: memory, disk, work. */
export class Allowance {
  readonly #options: AllowanceOptions
  readonly #used = new Map<string, number>()
  #all = 0

  constructor(options: AllowanceOptions) {
    this.#options = options
  }

  hold(organization: string): Held {
    let held = 0
    return {
      take: (amount) => {
        this.#add(organization, amount)
        held += amount
      },
      end: () => {
        this.#give(organization, held)
        held = 0
      },
    }
  }

  #add(organization: string, amount: number): void {
    const { one, all, refusal, seconds } = this.#options
    const used = (this.#used.get(organization) ?? 0) + amount
    if (used > one || this.#all + amount > all) throw new Busy(refusal, seconds)
    this.#used.set(organization, used)
    this.#all += amount
  }

  #give(organization: string, amount: number): void {
    const left = (this.#used.get(organization) ?? 0) - amount
    if (left > 0) this.#used.set(organization, left)
    else this.#used.delete(organization)
    this.#all -= amount
  }
}
