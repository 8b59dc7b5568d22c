/** More than there are zones; names come in many spellings, and from outside. */
const most = 600

/** Formats of moments in a time zone (IANA), each made once: making one takes a hundred times as long as using it. */
export const zoneFormats = (locale: string, options: Intl.DateTimeFormatOptions): ((timeZone: string) => Intl.DateTimeFormat) => {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (timeZone) => {
    const known = formats.get(timeZone)
    if (known) return known
    const made = new Intl.DateTimeFormat(locale, { ...options, timeZone })
    if (formats.size >= most) formats.clear()
    formats.set(timeZone, made)
    return made
  }
}
