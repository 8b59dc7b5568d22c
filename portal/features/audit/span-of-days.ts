const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** Whole days of the reader's own clock as moments; null where a day is not given. */
export const spanOfDays = (from: string, to: string): { from: string | null, to: string | null } => ({
  from: isDay(from) ? new Date(`${from}T00:00:00`).toISOString() : null,
  to: isDay(to) ? new Date(`${to}T23:59:59.999`).toISOString() : null,
})
