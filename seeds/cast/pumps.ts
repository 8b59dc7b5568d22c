import { pump } from './devices.ts'
import type { Thing } from './happening.ts'
import { mailan } from './makers.ts'
import { buyPumpParts, pumpCount, type PumpParts } from './pump-parts.ts'
import { mainSiteOf } from './settle.ts'
import { some } from './story.ts'
import type { Teller } from './verbs.ts'

export interface Pumps {
  readonly units: readonly Thing[]
  readonly parts: PumpParts
}

/** Which of the series is ML4-260311-0452, whose life is told one by one. */
export const heroIndex = 6

const line = `${mailan}-LINE1`

const assemble = (tell: Teller, unit: Thing, index: number, { boards, sensors, heads, oldBatteries }: PumpParts): void => {
  const [board, sensor] = [boards[index], sensors[index]]
  if (!board || !sensor) throw new RangeError(`no board or sensor for pump ${index}`)
  tell.install(unit,
    { ...board, position: '主板 Main board' }, { ...sensor, position: '气泡传感器 Air sensor' },
    { ...some(heads, 1), position: '泵头 Pump head' }, { ...some(oldBatteries, 1), position: '电池 Battery' },
  ).at(line).on(`2026-03-11 10:${String(16 + index).padStart(2, '0')}`)
}

/** Twenty-four pumps of one day: no lot, a serial number each, four parts inside. */
export const makePumps = (tell: Teller): Pumps => {
  const parts = buyPumpParts(tell)
  const units = Array.from({ length: pumpCount }, (_, index) =>
    tell.story.device(pump, `ML4-260311-0${446 + index}`, { manufacturedOn: '2026-03-11' }))
  tell.commission(...units).at(line).on('2026-03-11 08:00')
  units.forEach((unit, index) => { assemble(tell, unit, index, parts) })
  tell.inspect(...units).at(mainSiteOf(mailan)).on('2026-04-15 13:00')
    .noting('出厂检验合格', 'Final inspection passed')
    .proved('CERTIFICATE_OF_CONFORMITY', 'COC-IP4-2604').proved('INSPECTION_REPORT', 'FQC-IP4-2604')
  return { units, parts }
}
