import type { ThingSeed } from '../history.ts'
import { distributors, hospitalCode, largeHospital, mainSite, smallHospital, wardOf } from './cast.ts'
import type { Chance } from './chance.ts'
import { type Chunk, day, hour } from './chunk.ts'
import type { FinishedBatch } from './devices.ts'
import type { Plan } from './plan.ts'

const epcs = (serials: readonly string[]): ThingSeed[] => serials.map((serial) => ({ role: 'EPC', serial }))

/** Who still gets how many, so that the two special hospitals end with what the plan says. */
export class Allotment {
  private large: number
  private small: number

  constructor(private readonly plan: Plan) {
    this.large = plan.largeHospitalHolds
    this.small = Math.min(plan.smallHospitalHolds, plan.serials - this.large)
  }

  /** The hospital for the next few devices, and how many of them it may get. Every fourth batch is the large hospital's until it has enough. */
  next(batch: number, wanted: number, chance: Chance): { hospital: string; count: number; stays: boolean } {
    if (batch % 4 === 1 && this.large > 0) return { hospital: largeHospital, count: this.fromLarge(wanted), stays: true }
    if (batch % 4 === 2 && this.small > 0) return { hospital: smallHospital, count: this.fromSmall(wanted), stays: true }
    return { hospital: hospitalCode(2 + chance.below(this.plan.hospitals - 2)), count: wanted, stays: false }
  }

  private fromLarge(wanted: number): number {
    const count = Math.min(wanted, this.large)
    this.large -= count
    return count
  }

  private fromSmall(wanted: number): number {
    const count = Math.min(wanted, this.small)
    this.small -= count
    return count
  }
}

/** To the distributor: by a list of serial numbers, or one batch in eight in a carton under its SSCC. */
const toDistributor = (chunk: Chunk, plan: Plan, batch: FinishedBatch, number: number, distributor: string, at: number): void => {
  const { maker, serials } = batch
  if (number % 8 !== 3) return chunk.send(epcs(serials), maker, distributor, at, at + 3 * day)
  const sscc = ssccOf(plan.seed, number)
  const children = serials.map((serial) => ({ role: 'CHILD', serial }) as const)
  chunk.logisticUnits.push({ key: sscc, sscc, kind: 'CARTON' })
  chunk.tell('packing', at - hour, maker, [{ role: 'PARENT', unit: sscc }, ...children], { type: 'AGGREGATION', action: 'ADD', disposition: 'in_progress' })
  chunk.send([{ role: 'EPC', unit: sscc }], maker, distributor, at, at + 3 * day)
  chunk.tell('unpacking', at + 3 * day + hour, distributor, [{ role: 'PARENT', unit: sscc }, ...children], { type: 'AGGREGATION', action: 'DELETE', disposition: 'in_progress' })
}

/** Part of the seed is in it, so that cartons of two generated histories are not the same. */
const ssccOf = (seed: number, number: number): string => {
  const digits = `0952${String(seed % 1_000_000).padStart(6, '0')}${String(number).padStart(7, '0')}`
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** What becomes of a device in the hospital: to the ward, then in a third of them into a patient; one in a hundred goes back. */
const inHospital = (chunk: Chunk, serial: string, distributor: string, hospital: string, at: number, chance: Chance): void => {
  const things = epcs([serial])
  const lot = chance.next()
  if (lot < 0.01) return chunk.send(things, hospital, distributor, at + 2 * day, at + 4 * day, 'returned')
  if (lot < 0.5) chunk.tell('storing', at + hour, hospital, things, { site: wardOf(hospital), disposition: 'in_progress' })
  if (lot < 0.01 + 0.33) {
    chunk.tell('implanting', at + (5 + chance.below(40)) * day, hospital, things, { site: wardOf(hospital), procedureReference: `OP-${serial}` })
  }
}

const toHospital = (chunk: Chunk, serials: readonly string[], distributor: string, hospital: string, at: number, stays: boolean, chance: Chance): void => {
  const paper = { from: distributor, to: hospital }
  for (const serial of serials) {
    const arrives = stays || !chance.isUnder(0.03)
    chunk.send(epcs([serial]), distributor, hospital, at, arrives ? at + day : undefined)
    if (stays) chunk.tell('storing', at + day + hour, hospital, epcs([serial]), { site: mainSite(paper.to), disposition: 'in_progress' })
    else if (arrives) inHospital(chunk, serial, distributor, hospital, at + day, chance)
  }
}

/** The way of a batch from the plant to hospitals, in orders of five; some stay at the maker or at the distributor. */
export const tellJourney = (chunk: Chunk, plan: Plan, batch: FinishedBatch, number: number, allotment: Allotment, chance: Chance): void => {
  const lot = chance.next()
  const special = number % 4 === 1 || number % 4 === 2
  if (!special && lot < 0.08) return
  const distributor = chance.pick(distributors)
  const left = batch.readyAt + (1 + chance.below(6)) * day
  toDistributor(chunk, plan, batch, number, distributor, left)
  if (!special && lot < 0.18) return
  for (let done = 0; done < batch.serials.length;) {
    const { hospital, count, stays } = allotment.next(number, Math.min(5, batch.serials.length - done), chance)
    toHospital(chunk, batch.serials.slice(done, done + count), distributor, hospital, left + (5 + chance.below(20)) * day, stays, chance)
    done += count
  }
}
