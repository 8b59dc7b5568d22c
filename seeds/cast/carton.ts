import type { BalloonLots } from './balloons.ts'
import type { Thing } from './happening.ts'
import { some } from './story.ts'
import type { Teller } from './verbs.ts'

/** Left Kangluo yesterday and has not arrived: serials and lots in one carton. */
export const cartonUnderWay = '106999900070000013'

export const sendCarton = (tell: Teller, { b03 }: BalloonLots, infusionSets: Thing): void => {
  const carton = tell.story.carton(cartonUnderWay)
  tell.pack(carton, ...b03.units.slice(10, 16), some(infusionSets, 200)).at('KANGLUO-MAIN').on('2026-11-21 15:30')
  tell.ship({ from: 'KANGLUO', to: 'NYHH', sent: '2026-11-21 17:10', paper: 'KL-1121-007' }, carton)
}
