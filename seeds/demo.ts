import { Calendar, demoDay } from './cast/calendar.ts'
import { demoPeople } from './cast/people.ts'
import { tellDemo } from './cast/tell-demo.ts'
import { tourAround, type TourStop } from './cast/tour.ts'
import type { History } from './history.ts'

export const demoViewers = demoPeople

/**
 * The demo's stories.
 * @param today the day, YYYY-MM-DD, around which they happen; codes, keys and ids are the same on every day
 */
export const demoHistory = (today = demoDay): History => tellDemo(today)

/** What to scan in a demo that was loaded with the same `today`. */
export const demoTour = (today = demoDay): readonly TourStop[] => {
  const calendar = new Calendar(today)
  return tourAround((written) => calendar.day(written))
}
