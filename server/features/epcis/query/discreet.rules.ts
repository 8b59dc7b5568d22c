import type { EpcisEvent } from '../epcis-event.type.ts'

const told = [
  'type', 'eventTime', 'eventTimeZoneOffset', 'action', 'bizStep', 'disposition', 'persistentDisposition', 'parentID', 'epcList', 'childEPCs', 'inputEPCList', 'outputEPCList',
  'quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList',
] as const satisfies readonly (keyof EpcisEvent)[]

/** What happened to which things: without places, parties, papers, and whatever its sender added in words of its own. */
export const discreetEvent = (event: EpcisEvent): EpcisEvent => {
  const { declarationTime, reason } = event.errorDeclaration ?? {}
  return {
    ...Object.fromEntries(told.flatMap((name) => (event[name] === undefined ? [] : [[name, event[name]]]))),
    ...(declarationTime !== undefined && { errorDeclaration: { declarationTime, ...(reason !== undefined && { reason }) } }),
  } as EpcisEvent
}
