import type { IconName } from '../../ui/icons.ts'

/** The groups that a timeline can be filtered by. */
export const eventKinds = ['making', 'moves', 'use', 'service', 'holds', 'corrections'] as const
export type EventKind = typeof eventKinds[number]

interface Step { kind: EventKind, icon: IconName }

const step = (kind: EventKind, icon: IconName): Step => ({ kind, icon })

/** CBV 2.0 business steps by short name, and the hub's own. */
const steps: Record<string, Step> = {
  commissioning: step('making', 'eventMake'), creating_class_instance: step('making', 'eventMake'), encoding: step('making', 'eventMake'),
  assembling: step('making', 'eventPart'), transforming: step('making', 'eventMake'), repackaging: step('making', 'eventPack'),
  inspecting: step('holds', 'eventInspect'), sampling: step('holds', 'eventInspect'), holding: step('holds', 'hold'), reserving: step('holds', 'eventStore'),
  packing: step('moves', 'eventPack'), loading: step('moves', 'eventPack'), unpacking: step('moves', 'eventUnpack'), unloading: step('moves', 'eventUnpack'),
  picking: step('moves', 'eventStore'), staging_outbound: step('moves', 'eventStore'),
  shipping: step('moves', 'eventShip'), departing: step('moves', 'eventShip'), consigning: step('moves', 'eventShip'), transporting: step('moves', 'eventShip'), retail_selling: step('moves', 'eventShip'),
  void_shipping: step('moves', 'eventReturn'), arriving: step('moves', 'eventReceive'), receiving: step('moves', 'eventReceive'), accepting: step('moves', 'eventReceive'), collecting: step('moves', 'eventReceive'),
  storing: step('moves', 'eventStore'), stocking: step('moves', 'eventStore'), entering_exiting: step('moves', 'eventStore'), cycle_counting: step('moves', 'eventStore'), stock_taking: step('moves', 'eventStore'),
  installing: step('use', 'eventUse'), putting_into_service: step('use', 'eventUse'), taking_out_of_service: step('use', 'eventReturn'), dispensing: step('use', 'eventUse'), implanting: step('use', 'eventUse'), explanting: step('use', 'eventReturn'),
  repairing: step('service', 'eventPart'), removing: step('service', 'eventPart'), replacing: step('service', 'eventPart'), disassembling: step('service', 'eventPart'),
  decommissioning: step('use', 'eventEnd'), destroying: step('use', 'eventEnd'), killing: step('use', 'eventEnd'),
}

interface EventLike { type: string, bizStep: string | null, disposition: string | null, errorDeclaredAt: string | null }

/** The step by which an event is named; a transformation needs none to be understood. */
export function stepName({ bizStep, type }: Pick<EventLike, 'bizStep' | 'type'>): string {
  return type === 'TRANSFORMATION' && (!bizStep || bizStep === 'commissioning') ? 'transforming' : bizStep ?? 'other'
}

/** The shape that stands on the line; one declared wrong is struck through whatever it was. */
export function eventIcon(event: EventLike): IconName {
  if (event.errorDeclaredAt) return 'void'
  const name = stepName(event)
  if (name === 'inspecting' && event.disposition === 'non_conformant') return 'hold'
  if (name === 'shipping' && event.disposition === 'returned') return 'eventReturn'
  return steps[name]?.icon ?? 'dot'
}

/** Message key below `custody.step.`: the step, refined by what its disposition changes. */
export function stepKey(event: EventLike): string {
  const name = stepName(event)
  const refined: Record<string, readonly string[]> = {
    inspecting: ['conformant', 'non_conformant'], shipping: ['returned'], receiving: ['returned', 'damaged'], accepting: ['returned', 'damaged'],
    dispensing: ['non_sellable_other'], cycle_counting: ['unavailable'],
  }
  return event.disposition && refined[name]?.includes(event.disposition) ? `${name}_${event.disposition}` : name
}

/** Every filter that shows the event. */
export function kindsOf(event: EventLike): EventKind[] {
  const kind = steps[stepName(event)]?.kind ?? 'moves'
  return event.errorDeclaredAt ? [kind, 'corrections'] : [kind]
}

export const stepNames = Object.keys(steps)
