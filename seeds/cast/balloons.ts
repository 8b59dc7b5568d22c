import { buyCoatings, extrude } from './balloon-tubing.ts'
import { balloon } from './devices.ts'
import type { Thing } from './happening.ts'
import { mailan } from './makers.ts'
import { mainSiteOf } from './settle.ts'
import { some } from './story.ts'
import { numbered, release } from './supply.ts'
import type { Teller } from './verbs.ts'

/** A finished lot with its catheters, one by one. */
export interface BalloonLot {
  readonly lot: Thing
  readonly units: readonly Thing[]
}

/** The five lots that one raw lot became; the last two share a coating, and are recalled. */
export interface BalloonLots {
  readonly b01: BalloonLot
  readonly b02: BalloonLot
  readonly b03: BalloonLot
  readonly b04: BalloonLot
  readonly b05: BalloonLot
}

const piecesOfLot = 40

type Recipe = Readonly<{ lotNumber: string; madeOn: string; released: string; expiresOn: string; of: readonly Thing[] }>

const build = (tell: Teller, { lotNumber, madeOn, released, expiresOn, of }: Recipe): BalloonLot => {
  const plant = mainSiteOf(mailan)
  const lot = tell.story.lot(balloon, lotNumber, {
    kind: 'FINISHED', madeBy: mailan, madeAt: plant, manufacturedOn: madeOn, expiresOn, quantity: piecesOfLot, unit: 'EA',
  })
  const units = numbered(`${lotNumber.slice(4)}-`, 1, piecesOfLot).map((serialNumber) =>
    tell.story.device(balloon, serialNumber, { lot, manufacturedOn: madeOn, expiresOn }))
  tell.make([lot, ...units], of).at(plant).on(`${madeOn} 17:20`).proved('STERILISATION_RECORD', `EO-${lotNumber}`, '灭菌合格', 'sterilised')
  release(tell, lot, lotNumber, released, units)
  return { lot, units }
}

/** The heart of the genealogy: a raw lot, three lots of tubing, five lots of catheters; diamonds, and several lots in one. */
export const makeBalloons = (tell: Teller): BalloonLots => {
  const [first, second, third] = extrude(tell)
  const [spring, august] = buyCoatings(tell)
  const metres = (tube: Thing, length: number): Thing => some(tube, length, 'MTR')
  const litres = (fluid: Thing, volume: number): Thing => some(fluid, volume, 'LTR')
  return {
    b01: build(tell, {
      lotNumber: '2603B01', madeOn: '2026-03-20', released: '2026-04-02 13:00', expiresOn: '2028-03-19',
      of: [metres(first, 2400), litres(spring, 16)],
    }),
    b02: build(tell, {
      lotNumber: '2604B02', madeOn: '2026-04-18', released: '2026-05-06 10:30', expiresOn: '2028-04-17',
      of: [metres(first, 1300), metres(second, 1300), litres(spring, 18)],
    }),
    b03: build(tell, {
      lotNumber: '2606B03', madeOn: '2026-06-12', released: '2026-06-26 15:40', expiresOn: '2028-06-11',
      of: [metres(second, 2200), litres(spring, 15)],
    }),
    b04: build(tell, {
      lotNumber: '2608B04', madeOn: '2026-08-28', released: '2026-09-11 11:15', expiresOn: '2028-08-27',
      of: [metres(second, 900), metres(third, 1100), litres(august, 15)],
    }),
    b05: build(tell, {
      lotNumber: '2609B05', madeOn: '2026-09-10', released: '2026-09-24 09:50', expiresOn: '2028-09-09',
      of: [metres(third, 1900), litres(august, 14)],
    }),
  }
}
