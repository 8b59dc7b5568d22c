/** A day of an input as the graph keeps it; null for none. */
export const dayText = (day: Date | string | null | undefined): string | null => (day instanceof Date ? day.toISOString().slice(0, 10) : (day ?? null))

/** A moment of an input as the graph keeps it: ISO 8601 in UTC with milliseconds; null for none. */
export const momentText = (moment: Date | string | null | undefined): string | null => (moment ? new Date(moment).toISOString() : null)
