import type { BalloonLots } from './balloons.ts'
import type { Thing } from './happening.ts'
import { mailan } from './makers.ts'
import type { Journey, Teller } from './verbs.ts'

const kangluo = (sent: string, received: string, paper: string): Journey => ({ from: mailan, to: 'KANGLUO', sent, received, paper })

const use = (tell: Teller, site: string, ...uses: readonly (readonly [on: string, unit: Thing | undefined, procedure: string])[]): void => {
  for (const [on, unit, procedure] of uses) if (unit) tell.dispense(unit).at(site).on(on).procedure(procedure)
}

/** Lots one and two: sold, received, used; nothing to report. */
const sellSpring = (tell: Teller, { b01, b02 }: BalloonLots): void => {
  const [u, v] = [b01.units, b02.units]
  tell.deliver(kangluo('2026-04-08 09:10', '2026-04-10 10:30', 'ML-260408-02'), ...u.slice(0, 28))
  tell.deliver({ from: 'KANGLUO', to: 'CJUH', into: 'CJUH-CATHLAB', sent: '2026-04-20 08:30', received: '2026-04-20 15:10', paper: 'KL-0420-011' }, ...u.slice(0, 12))
    .proved('INSPECTION_REPORT', 'CJ-0420-007')
  tell.deliver({ from: 'KANGLUO', to: 'CZFP', into: 'CZFP-CATHLAB', sent: '2026-04-22 08:30', received: '2026-04-22 14:20', paper: 'KL-0422-003' }, ...u.slice(12, 20))
  use(tell, 'CJUH-CATHLAB', ['2026-05-11 10:20', u[0], 'CJ-OP-26-2291'], ['2026-06-02 09:05', u[1], 'CJ-OP-26-2610'], ['2026-07-14 11:40', u[2], 'CJ-OP-26-3127'])
  use(tell, 'CZFP-CATHLAB', ['2026-05-19 13:30', u[12], 'CF-26-0588'], ['2026-06-25 16:00', u[13], 'CF-26-0713'])
  tell.deliver({ from: mailan, to: 'HEZHONG', sent: '2026-05-12 09:30', received: '2026-05-14 11:00', paper: 'ML-260512-01' }, ...v.slice(0, 24))
  tell.deliver({ from: 'HEZHONG', to: 'NYHH', into: 'NYHH-CATHLAB', sent: '2026-05-20 09:00', received: '2026-05-20 16:45', paper: 'HZ-20260520-2' }, ...v.slice(0, 15))
    .proved('INSPECTION_REPORT', 'NY-0520-02')
  use(tell, 'NYHH-CATHLAB', ['2026-06-08 10:00', v[0], 'NY-3381'], ['2026-06-30 14:30', v[1], 'NY-3440'], ['2026-08-04 09:20', v[2], 'NY-3602'])
}

/** Lot three: ten arrive with the outer box wet; three go back, and Kangluo takes two of them into stock again. */
const partialReturn = (tell: Teller, { b03: { units } }: BalloonLots): void => {
  tell.deliver(kangluo('2026-07-02 09:20', '2026-07-04 10:10', 'ML-260702-05'), ...units.slice(0, 30))
  tell.deliver({ from: 'KANGLUO', to: 'CJUH', into: 'CJUH-CATHLAB', sent: '2026-07-09 08:40', received: '2026-07-09 14:55', paper: 'KL-0709-004' }, ...units.slice(0, 10))
    .proved('INSPECTION_REPORT', 'CJ-0709-012', '3 件外盒受潮', '3 outer boxes wet')
  const back = { from: 'CJUH', to: 'KANGLUO', sent: '2026-07-10 09:30', received: '2026-07-10 16:20', paper: 'CJ-RT-0710-01' }
  tell.ship(back, ...units.slice(0, 3)).as('returned').noting('部分退货：外盒受潮 3 件', 'Partial return: 3 outer boxes wet')
  tell.receive(back, ...units.slice(0, 3)).as('returned')
  tell.inspect(...units.slice(0, 2)).at('KANGLUO-MAIN').on('2026-07-13 10:00').proved('INSPECTION_REPORT', 'KL-QC-0713', '内包装完好，重新入库', 'sterile barrier intact, back to stock')
  use(tell, 'CJUH-CATHLAB', ['2026-08-18 09:45', units[3], 'CJ-OP-26-3555'])
}

/** Lots four and five, before anybody knew: used, on shelves, and under way in three countries. */
const sellRecalled = (tell: Teller, { b04, b05 }: BalloonLots): void => {
  const [u, v] = [b04.units, b05.units]
  tell.deliver(kangluo('2026-09-16 09:15', '2026-09-18 10:40', 'ML-260916-03'), ...u.slice(0, 26))
  tell.deliver({ from: 'KANGLUO', to: 'CJUH', into: 'CJUH-CATHLAB', sent: '2026-09-25 08:30', received: '2026-09-25 15:25', paper: 'KL-0925-006' }, ...u.slice(0, 10))
    .proved('INSPECTION_REPORT', 'CJ-0925-019')
  use(tell, 'CJUH-CATHLAB', ['2026-10-14 10:35', u[0], 'CJ-OP-26-4402'], ['2026-10-30 15:10', u[1], 'CJ-OP-26-4718'], ['2026-11-12 09:25', u[2], 'CJ-OP-26-4990'])
  tell.ship({ from: 'KANGLUO', to: 'JPPH', sent: '2026-11-19 09:00', paper: 'KL-1119-002' }, ...u.slice(10, 16))
  tell.deliver({ from: mailan, to: 'NORDKAI', sent: '2026-09-30 16:00', received: '2026-10-12 09:30', paper: 'ML-260930-EX1' }, ...v.slice(0, 16))
  tell.deliver({ from: 'NORDKAI', to: 'SILBERSEE', into: 'SILBERSEE-CATHLAB', sent: '2026-10-19 08:00', received: '2026-10-20 10:05', paper: 'NK-77120' }, ...v.slice(0, 6))
    .proved('INSPECTION_REPORT', 'SB-2026-1188')
  use(tell, 'SILBERSEE-CATHLAB', ['2026-11-03 08:50', v[0], 'SB-HK-0912'])
  tell.ship({ from: mailan, to: 'STRAITS-MERIDIAN', sent: '2026-11-17 15:30', paper: 'ML-261117-EX2' }, ...v.slice(16, 24))
}

export const sellBalloons = (tell: Teller, lots: BalloonLots): void => {
  sellSpring(tell, lots)
  partialReturn(tell, lots)
  sellRecalled(tell, lots)
}
