/** For how many years what is kept. The hub itself never deletes a record of trade or use: this is what the law asks of whoever takes such records home. */
export interface Retention {
  /** Records of purchase, receipt, sale and use, from the expiry date on (order 739, art. 45: 2). */
  readonly afterExpiry: number
  /** The same, of what has no expiry date, from the record on (order 739, art. 45: at least 5). */
  readonly withoutExpiry: number
  /** Names and addresses of reporters and of those who were telephoned, from the end of their case or the call on. */
  readonly contacts: number
}

export interface KeptRecord {
  /** A moment. */
  readonly at: string
  readonly step: string
  readonly expiresOn: string | null
  /** Null where no register says. */
  readonly implantable: boolean | null
}

/** The same day of a later year; 29 February becomes 1 March. */
export const yearsAfter = (day: string, years: number): string => {
  const date = new Date(`${day.slice(0, 10)}T00:00:00.000Z`)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.toISOString().slice(0, 10)
}

const implants: readonly string[] = ['implanting', 'explanting']

/** The last day until which a record has to be kept: a day, or null for ever, which is the rule for implants. */
export const keptUntil = ({ at, step, expiresOn, implantable }: KeptRecord, { afterExpiry, withoutExpiry }: Retention): string | null => {
  if (implantable === true || implants.includes(step)) return null
  const day = at.slice(0, 10)
  if (expiresOn === null) return yearsAfter(day, withoutExpiry)
  return yearsAfter(expiresOn > day ? expiresOn : day, afterExpiry)
}

/** As a column of an export says it. */
export const keptUntilText = (record: KeptRecord, retention: Retention): string => {
  const until = keptUntil(record, retention)
  if (until === null) return '永久 for ever'
  return record.implantable === null ? `${until}（植入类永久 for ever if an implant）` : until
}
