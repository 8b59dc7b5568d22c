/** A day of an input as the graph keeps it; null for none. */
export const dayText = (day: Date | string | null | undefined): string | null => (day instanceof Date ? day.toISOString().slice(0, 10) : (day ?? null))

/** A moment of an input as the graph keeps it: ISO 8601 in UTC with milliseconds; null for none. */
export const momentText = (moment: Date | string | null | undefined): string | null => (moment ? new Date(moment).toISOString() : null)

const dayAfter = (at: string, hours: number): string => new Date(Date.parse(at) + hours * 3_600_000).toISOString().slice(0, 10)

/** The day that it is at a moment where days begin first: nowhere on earth is it a later one. */
export const latestDay = (at: string): string => dayAfter(at, 14)

/** The day that it is at a moment where days begin last: nowhere on earth is it an earlier one. */
export const earliestDay = (at: string): string => dayAfter(at, -12)
