/** How large the parts of a generated history are. */
export interface Plan {
  readonly serials: number
  readonly seed: number
  /** Serials of a finished batch. */
  readonly batchSize: number
  /** Stands in every lot and serial number, so that histories of different seeds fit beside each other. */
  readonly tag: string
  /** Serials that each raw lot ends up in; the first is the heavy one. */
  readonly rawLots: readonly number[]
  readonly hospitals: number
  /** What one hospital holds in the end, and another. */
  readonly largeHospitalHolds: number
  readonly smallHospitalHolds: number
}

/** Serials of one finished batch: as a stent maker's, where there are enough for many of them. */
const batchSizeOf = (serials: number): number => (serials >= 50_000 ? 500 : 25)
export const batchesPerComponentLot = 5

const heaviest = 49_000
const usual = 5_000

const inBatches = (serials: number, size: number): number => Math.max(size, Math.round(serials / size) * size)

const rawLotSizes = (serials: number): number[] => {
  const size = batchSizeOf(serials)
  const heavy = Math.min(heaviest, inBatches(serials * 0.245, size), serials)
  const each = Math.min(usual, inBatches(serials * 0.025, size))
  const others = Math.max(0, Math.ceil((serials - heavy) / each))
  return [heavy, ...Array.from({ length: others }, (_, index) => Math.min(each, serials - heavy - index * each))]
}

export const planFor = (serials: number, seed: number): Plan => ({
  serials,
  seed,
  batchSize: batchSizeOf(serials),
  tag: seed.toString(36).toUpperCase(),
  rawLots: rawLotSizes(serials),
  hospitals: Math.max(4, Math.round(serials / 125)),
  largeHospitalHolds: Math.min(20_000, inBatches(serials / 10, batchSizeOf(serials))),
  smallHospitalHolds: 30,
})
