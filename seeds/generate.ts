import type { History } from './history.ts'
import { introduce, largeHospital, smallHospital } from './generate/cast.ts'
import { Chance } from './generate/chance.ts'
import { Chunk, day } from './generate/chunk.ts'
import { tellFinishedBatch } from './generate/devices.ts'
import { Allotment, tellJourney } from './generate/journeys.ts'
import { piecesForLotGoods, tellLotGoods } from './generate/lot-goods.ts'
import { rawLotNumber, rawMaterialOf, type RawLot, tellComponentLot, tellRawLot } from './generate/materials.ts'
import { batchesPerComponentLot, type Plan, planFor } from './generate/plan.ts'

export interface GenerateOptions {
  /** How many serials. */
  readonly serials: number
  /** A whole number: the same gives the same history. */
  readonly seed: number
}

/** What in a generated history is worth asking for. */
export interface Landmarks {
  /** The raw lot that went into the most serials (49,000 of 200,000): primary DI and lot number. */
  readonly heavyRawLot: { readonly di: string; readonly lotNumber: string; readonly serials: number }
  readonly usualRawLot: { readonly di: string; readonly lotNumber: string; readonly serials: number }
  /** Hub codes. */
  readonly largeHospital: string
  readonly smallHospital: string
}

const firstDay = Date.parse('2024-01-08T08:00:00Z')
const lastDay = Date.parse('2026-07-31T08:00:00Z')

const landmark = (plan: Plan, index: number) => ({ di: rawMaterialOf(index), lotNumber: rawLotNumber(plan, index), serials: plan.rawLots[index] ?? 0 })

/** Where to look in the history that the same options generate. */
export const landmarksOf = ({ serials, seed }: GenerateOptions): Landmarks => {
  const plan = planFor(serials, seed)
  return { heavyRawLot: landmark(plan, 0), usualRawLot: landmark(plan, Math.min(1, plan.rawLots.length - 1)), largeHospital, smallHospital }
}

/** Serials in a chunk: so much is in memory at a time. */
const serialsPerChunk = 2_500

/** The plants and all that leaves them, in the order of time. */
class Production {
  private readonly allotment: Allotment
  private readonly chance: Chance
  private chunk = new Chunk(0)
  private chunks = 0
  private made = 0
  private batches = 0

  constructor(private readonly plan: Plan, seed: number) {
    this.allotment = new Allotment(plan)
    this.chance = new Chance(seed)
  }

  /** All that became of one raw lot, in chunks; lots of which more comes are named as open. */
  * rawLot(index: number, serials: number): Generator<History> {
    const raw = tellRawLot(this.chunk, this.plan, index, serials, this.now() - 60 * day)
    let component = ''
    for (let left = serials, number = 0; left > 0; left -= this.plan.batchSize, number += 1) {
      const former = component
      if (number % batchesPerComponentLot === 0) component = this.componentLot(raw, number)
      this.finishedBatch(raw, Math.min(this.plan.batchSize, left), former === component || former === '' ? [component] : [component, former])
      if (this.batches % (serialsPerChunk / this.plan.batchSize) === 0) yield this.handOver([raw.key, component])
    }
    yield this.handOver([])
  }

  /** Batches leave the line at an even pace over the years. */
  private now(): number {
    return firstDay + Math.floor(((lastDay - firstDay) * this.made) / this.plan.serials)
  }

  private componentLot(raw: RawLot, number: number): string {
    const pieces = (batchesPerComponentLot + 1) * this.plan.batchSize + piecesForLotGoods
    const key = tellComponentLot(this.chunk, this.plan, raw, number / batchesPerComponentLot, pieces, this.now() - 20 * day)
    if (number % (2 * batchesPerComponentLot) === 0) tellLotGoods(this.chunk, this.plan, this.batches, raw.maker, key, this.now(), this.chance)
    return key
  }

  private finishedBatch(raw: RawLot, size: number, inputs: readonly string[]): void {
    const recipe = { number: this.batches, firstSerial: this.made, size, maker: raw.maker, inputs, madeAt: this.now() }
    const batch = tellFinishedBatch(this.chunk, this.plan, recipe, this.chance)
    tellJourney(this.chunk, this.plan, batch, this.batches, this.allotment, this.chance)
    this.made += size
    this.batches += 1
  }

  private handOver(open: readonly string[]): History {
    const history = this.chunk.history(open)
    this.chunks += 1
    this.chunk = new Chunk(this.chunks)
    return history
  }
}

/**
 * A history of any size, in chunks, with little in memory: suppliers' lots, component lots, finished batches with serials
 * or quantities, cartons, distributors, hospitals, implants, returns, and goods under way. About five events a serial.
 */
export async function* generate({ serials, seed }: GenerateOptions): AsyncGenerator<History> {
  const plan = planFor(serials, seed)
  const production = new Production(plan, seed)
  yield introduce(plan.hospitals)
  for (const [index, size] of plan.rawLots.entries()) yield* production.rawLot(index, size)
}
