import { poissonTail } from './poisson.rules.ts'

/** By what cases are compared. SITE is where the lot was made, ORGANIZATION who reported. */
export const signalKinds = ['BATCH', 'MATERIAL_LOT', 'SUPPLIER', 'MODEL', 'SITE', 'ORGANIZATION'] as const
export type SignalKind = (typeof signalKinds)[number]

export interface SignalParameters {
  /** Fewer cases are no signal, however improbable. */
  readonly leastCases: number
  /** The share of false signals that is accepted among everything looked at: spread evenly over the kinds, and within a kind over its things (Bonferroni). */
  readonly alpha: number
  /** Cases that are added to the others' of each model, spread by exposure, so that no rate is zero where there have been none. */
  readonly prior: number
}

/** The one place for them; the page shows them. */
export const usualParameters: SignalParameters = { leastCases: 3, alpha: 0.05, prior: 0.5 }

export interface Amount {
  readonly cases: number
  /** Devices in stock or used outside of the maker, that could have had an event. */
  readonly devices: number
}

/** One thing's cases and devices of one model: rates are compared within a model only, so that a model with more cases by its nature makes no signal of its lots. */
export interface Cell extends Amount {
  readonly thing: string
  readonly model: string
}

export interface Look {
  readonly cells: readonly Cell[]
  /** All cases and devices of each model. */
  readonly models: ReadonlyMap<string, Amount>
  /** How many things of the kind there are to look at. */
  readonly looked: number
}

export interface FoundSignal extends Amount {
  readonly thing: string
  /** Cases that the others' rates would let expect. */
  readonly expected: number
  /** How probable as many cases or more are, were its rates the others'. */
  readonly p: number
  /** Cases over expected cases. */
  readonly ratio: number
}

/** p below which cases of one thing are a signal, where so many of its kind are looked at. */
export const thresholdOf = (looked: number, { alpha }: SignalParameters = usualParameters): number => alpha / signalKinds.length / Math.max(1, looked)

/** What one model says of a thing; nothing where no device of it is without the thing, since there is nothing to compare with. */
const expectedIn = ({ cases, devices, model }: Cell, models: Look['models'], prior: number): (Amount & { readonly expected: number }) | null => {
  const all = models.get(model)
  const others = (all?.devices ?? 0) - devices
  if (!all || others <= 0 || devices <= 0) return null
  return { cases, devices, expected: (devices * (all.cases - cases + prior)) / others }
}

const summed = (thing: string, cells: readonly Cell[], models: Look['models'], prior: number): FoundSignal => {
  const told = cells.flatMap((cell) => expectedIn(cell, models, prior) ?? [])
  const sum = (of: (part: (typeof told)[number]) => number): number => told.reduce((total, part) => total + of(part), 0)
  const [cases, devices, expected] = [sum((part) => part.cases), sum((part) => part.devices), sum((part) => part.expected)]
  return { thing, cases, devices, expected, p: told.length > 0 ? poissonTail(cases, expected) : 1, ratio: expected > 0 ? cases / expected : 0 }
}

const byThing = (cells: readonly Cell[]): Map<string, Cell[]> => {
  const things = new Map<string, Cell[]>()
  for (const cell of cells) things.set(cell.thing, [...(things.get(cell.thing) ?? []), cell])
  return things
}

/**
 * More cases than expected: each thing's cases against those that the other devices of the same models let expect, summed
 * over its models (indirect standardization; one-sided exact Poisson test on exposure). The most improbable first. A
 * signal is a question to a person, with its numbers; never a proof.
 */
export const signalsAmong = ({ cells, models, looked }: Look, parameters: SignalParameters = usualParameters): FoundSignal[] =>
  [...byThing(cells)]
    .map(([thing, own]) => summed(thing, own, models, parameters.prior))
    .filter(({ cases, p }) => cases >= parameters.leastCases && p < thresholdOf(looked, parameters))
    .sort((one, other) => one.p - other.p)
