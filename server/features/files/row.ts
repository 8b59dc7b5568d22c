/** A row of a file, blank ones left out. */
export interface Row {
  /** As a spreadsheet counts it: the header is mostly 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** A file that cannot be read as what it says it is. */
export class Unreadable extends Error {
  readonly code: 'UNREADABLE' | 'TOO_LARGE' | 'EMPTY_FILE'

  /** @param message what is wrong and what to do */
  constructor(code: Unreadable['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Bounds of one file, against those that were made to fill a memory or a disk. */
export const fileLimits = {
  /** Bytes as sent. */
  bytes: 64 * 1_048_576,
  lines: 200_000,
  columns: 100,
  /** Characters of one row. */
  row: 20_000,
} as const

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

export const tooManyLines = (): Unreadable => new Unreadable('TOO_LARGE', `A file holds at most ${fileLimits.lines} lines. Split it.`)
