import type { BalloonLots } from './balloons.ts'
import type { Thing } from './happening.ts'
import { mailan } from './makers.ts'
import type { Teller } from './verbs.ts'

const covering = (...lots: readonly { readonly lot: Thing }[]): { batch?: string }[] => lots.map(({ lot }) => ({ batch: lot.batch }))

/** RC-2026-0017 is open and covers the two lots with coating CT-2608-03; the drill of June is over. */
export const recallBalloons = (tell: Teller, { b01, b04, b05 }: BalloonLots): void => {
  const { story } = tell
  story.recall({
    reference: 'RC-2026-0017', title: 'Glide balloon catheter: balloon may deflate slowly', titleZh: 'Glide 球囊扩张导管：球囊回缩可能缓慢',
    reason: '涂层批次 CT-2608-03 黏度超出上限，球囊回缩可能缓慢。 Coating lot CT-2608-03 was above its viscosity limit; the balloon may deflate slowly.',
    status: 'ONGOING', classification: 'II', actions: ['STOP_USE', 'QUARANTINE', 'RETURN'], drill: false, maker: mailan,
    approvedAt: story.moment('2026-11-20 16:30', mailan), respondBy: story.moment('2026-11-26 18:00', mailan), covers: covering(b04, b05),
  })
  story.recall({
    reference: 'RC-2026-0009', title: 'Drill: trace lot 2603B01', titleZh: '演练：追溯批号 2603B01',
    reason: '年度召回演练，没有缺陷。 Yearly recall drill; nothing is wrong with the lot.',
    status: 'COMPLETED', classification: 'III', actions: ['ADVISORY'], drill: true, maker: mailan,
    approvedAt: story.moment('2026-06-15 09:00', mailan), respondBy: story.moment('2026-06-17 18:00', mailan),
    closedAt: story.moment('2026-06-17 11:20', mailan), covers: covering(b01),
  })
}
