import { foldBatch } from './batch-state.rules.ts'
import type { CustodyContext, CustodyEvent, Involvement, Places, Step } from './custody-event.type.ts'
import type { BatchState, SerialState } from './custody-state.type.ts'
import { compareEvents } from './event-order.rules.ts'
import { foldSerial, inOrder } from './serial-state.rules.ts'

/** What the fold asks about other things: containers tell what happens to their content. */
export interface World {
  /** The events that name the thing, in any order. */
  involvements(thing: string): readonly Involvement[]
  readonly places: Places
}

const contextOf = (world: World, maker: string): CustodyContext => ({ places: world.places, maker })

/** The containers a thing was ever put into. */
export const containersOf = (involvements: readonly Involvement[]): string[] =>
  [...new Set(involvements.flatMap(({ parent }) => (parent === undefined ? [] : [parent])))]

const holderBefore = (device: string, event: CustodyEvent, world: World, path: readonly string[]): string | undefined => {
  const steps = stepsOf(device, world, path).filter((step) => compareEvents(step.event, event) < 0)
  return foldSerial(steps, contextOf(world, '')).holder
}

const withParentHolder = (step: Step, world: World, path: readonly string[]): Step => {
  if (step.event.type !== 'ASSOCIATION' || step.parent === undefined || path.includes(step.parent)) return step
  const parentHolder = holderBefore(step.parent, step.event, world, path)
  return parentHolder === undefined ? step : { ...step, parentHolder }
}

const passesOn = ({ role, allChildren }: Step): boolean => role === 'EPC' || (role === 'PARENT' && allChildren === true)

/** What a container is in: to be seen somewhere (OBSERVE) puts it nowhere. */
const outerAfter = (outer: string | undefined, { event: { action }, parent }: Step): string | undefined => {
  if (action === 'ADD') return parent
  return action === 'DELETE' ? undefined : outer
}

/** What happened to a container, as its content sees it: its own events, and its container's while it was in there. */
const stepsThrough = (container: string, world: World, path: readonly string[]): Step[] => {
  const steps: Step[] = []
  let outer: string | undefined
  for (const step of inOrder(stepsOf(container, world, path))) {
    if (step.via !== undefined && step.via !== outer) continue
    if (step.role === 'CHILD') outer = outerAfter(outer, step)
    else if (passesOn(step)) steps.push({ ...step, via: container })
    if (step.via !== undefined && step.allChildren) outer = undefined
  }
  return steps
}

/** All that may concern a thing: what names it, and what names its containers. `path` ends where data goes in a circle. */
export const stepsOf = (thing: string, world: World, path: readonly string[] = []): Step[] => {
  const own = world.involvements(thing)
  const inner = [...path, thing]
  const containers = containersOf(own).filter((container) => !inner.includes(container))
  if (containers.length === 0) return [...own]
  return [...own.map((step) => withParentHolder(step, world, inner)), ...containers.flatMap((container) => stepsThrough(container, world, inner))]
}

/** The state of a serial, its containers' events included. `maker` is the organization whose product it is. */
export const serialState = (serial: string, maker: string, world: World): SerialState =>
  foldSerial(stepsOf(serial, world), contextOf(world, maker))

/** The state of a batch's units that have no serial numbers. */
export const batchState = (batch: string, maker: string, world: World): BatchState =>
  foldBatch(stepsOf(batch, world), contextOf(world, maker))
