/** Days on which an authority does not work, beside its weekends; and weekend days on which it does. */
export interface Calendar {
  readonly country: 'US' | 'CN'
  readonly source: string
  /** Seen in a source, and not only remembered. */
  readonly verified: boolean
  /** First and last year that the lists know; beyond them only weekends are left out, and the clock says so. */
  readonly years: readonly [number, number]
  readonly off: ReadonlySet<string>
  readonly worked: ReadonlySet<string>
}

const span = (from: string, to: string): string[] => {
  const days: string[] = []
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) days.push(new Date(day).toISOString().slice(0, 10))
  return days
}

const us: Calendar = {
  country: 'US', source: '5 U.S.C. 6103(a), as observed (OPM)', verified: false, years: [2025, 2027],
  off: new Set([
    '2025-01-01', '2025-01-20', '2025-02-17', '2025-05-26', '2025-06-19', '2025-07-04', '2025-09-01', '2025-10-13', '2025-11-11', '2025-11-27', '2025-12-25',
    '2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25',
    '2027-01-01', '2027-01-18', '2027-02-15', '2027-05-31', '2027-06-18', '2027-07-05', '2027-09-06', '2027-10-11', '2027-11-11', '2027-11-25', '2027-12-24',
  ]),
  worked: new Set(),
}

const china: Calendar = {
  country: 'CN', source: '国务院办公厅关于 2026 年部分节假日安排的通知', verified: false, years: [2026, 2026],
  off: new Set([
    ...span('2026-01-01', '2026-01-03'), ...span('2026-02-15', '2026-02-23'), ...span('2026-04-04', '2026-04-06'), ...span('2026-05-01', '2026-05-05'),
    ...span('2026-06-19', '2026-06-21'), ...span('2026-09-25', '2026-09-27'), ...span('2026-10-01', '2026-10-07'),
  ]),
  worked: new Set(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']),
}

export const calendars = { US: us, CN: china } as const
export type CalendarCountry = keyof typeof calendars
