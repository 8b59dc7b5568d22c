import { daysUntil } from '../../ui/local-time.ts'

/** How near a date of expiry is: past, within 30 days, within 90, or further off. */
export type ExpiryUrgency = 'expired' | 'soon' | 'later' | 'far'

/** Days left (0 on the last day, negative once past) and what that means. */
export function expiryUrgency(expiresOn: string, today = new Date()): { days: number, urgency: ExpiryUrgency } {
  const days = daysUntil(expiresOn, today)
  return { days, urgency: days < 0 ? 'expired' : days <= 30 ? 'soon' : days <= 90 ? 'later' : 'far' }
}
