import { zoneFormats } from './zone-formats.ts'

/** Countries of one time zone. The hub knows of a place which country it is in, no more: elsewhere a day is UTC's. */
const zones: Readonly<Record<string, string>> = {
  CN: 'Asia/Shanghai', HK: 'Asia/Hong_Kong', MO: 'Asia/Macau', TW: 'Asia/Taipei', JP: 'Asia/Tokyo', KR: 'Asia/Seoul', SG: 'Asia/Singapore', IN: 'Asia/Kolkata',
  DE: 'Europe/Berlin', AT: 'Europe/Vienna', CH: 'Europe/Zurich', FR: 'Europe/Paris', IT: 'Europe/Rome', NL: 'Europe/Amsterdam', BE: 'Europe/Brussels', GB: 'Europe/London', IE: 'Europe/Dublin',
}

// Swedish writes days as ISO 8601 does.
const formatOf = zoneFormats('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' })

/**
 * Which day it was at a moment, where it was, as `2026-11-23`.
 * @param country ISO 3166-1 alpha-2, where it is known
 */
export const dayAt = (moment: string, country?: string | null): string => formatOf(zones[country ?? ''] ?? 'UTC').format(new Date(moment))
