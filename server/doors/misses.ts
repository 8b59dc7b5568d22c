import { recordRefusal, type Recorder } from '../record/record.ts'
import type { Rates } from './rates.ts'
import { DoorRefusal, refusal } from './refuse.ts'

/**
 * Counts a look-up that found nothing of the viewer's. The verdict is for everybody, so who tried number after number
 * would learn what there is: an organization has so many misses a minute. Look-ups of its own things go on.
 */
export const missesOf = (rates: Rates, recorder: Recorder, organization: string) => async (): Promise<void> => {
  try {
    await rates.take('misses', organization)
  } catch (error) {
    if (!(error instanceof DoorRefusal)) throw error
    await recordRefusal(recorder, { action: 'LOOKUP', code: 'LOOKUP_LIMIT' })
    throw refusal(`Your organization has looked up many codes that it has nothing to do with. Go on in ${error.headers['retry-after'] ?? '60'} s; what you hold can be looked up meanwhile.`, 'LOOKUP_LIMIT', 429, error.headers)
  }
}
