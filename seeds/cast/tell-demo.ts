import type { History } from '../history.ts'
import { sellBalloons } from './balloon-journeys.ts'
import { makeBalloons } from './balloons.ts'
import { Calendar } from './calendar.ts'
import { sendCarton } from './carton.ts'
import { introduceDevices } from './devices.ts'
import { introduceDistributors } from './distributors.ts'
import { introduceHospitals } from './hospitals.ts'
import { tellEmperion, tellXience } from './imported-goods.ts'
import { tellLotGoods, tellNeedles, tellPapersTrouble } from './lot-goods.ts'
import { introduceMakers } from './makers.ts'
import { introduceMaterials } from './materials.ts'
import { tellPorts } from './ports.ts'
import { tellFleet, tellSyringePumps } from './pump-fleet.ts'
import { tellPump } from './pump-hero.ts'
import { heroIndex, makePumps } from './pumps.ts'
import { recallBalloons } from './recalls.ts'
import { introduceServices } from './services.ts'
import { Story } from './story.ts'
import { introduceSuppliers } from './suppliers.ts'
import { Teller } from './verbs.ts'

const introduce = (story: Story): void => {
  introduceMakers(story)
  introduceSuppliers(story)
  introduceDistributors(story)
  introduceHospitals(story)
  introduceServices(story)
  introduceMaterials(story)
  introduceDevices(story)
}

const tellPumps = (tell: Teller): void => {
  const { units, parts } = makePumps(tell)
  const [hero, second, third, fourth] = units.slice(heroIndex)
  if (!hero || !second || !third || !fourth) throw new RangeError('the series of pumps is too short')
  tellPump(tell, hero, [second, third, fourth], parts)
  tellFleet(tell, units.filter((unit) => ![hero, second, third, fourth].includes(unit)))
  tellSyringePumps(tell)
}

/**
 * Everything that the demo tells.
 * @param today the day, YYYY-MM-DD, around which it happens; keys and codes are the same on every day
 */
export const tellDemo = (today: string): History => {
  const story = new Story(new Calendar(today))
  const tell = new Teller(story)
  introduce(story)
  const balloons = makeBalloons(tell)
  sellBalloons(tell, balloons)
  recallBalloons(tell, balloons)
  tellPumps(tell)
  tellPorts(tell)
  sendCarton(tell, balloons, tellLotGoods(tell))
  tellPapersTrouble(tell)
  tellNeedles(tell)
  tellXience(tell)
  tellEmperion(tell)
  return story.history()
}
