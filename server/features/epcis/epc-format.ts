import type { Reader } from '../../kernel/graph.ts'
import { companyPrefixes } from './company-prefix.cypher.ts'
import { canonicalId } from './epc-id.rules.ts'
import { epcUrn } from './epc-urn.rules.ts'
import { type EpcisEvent, isObject, type Json, membersOf } from './epcis-event.type.ts'
import { Problem } from './problem.ts'

type Write = (id: string) => string

/** Members whose values identify something, wherever in an event they stand outside ILMD and extensions. */
const identifying = new Set(['parentID', 'epcList', 'childEPCs', 'inputEPCList', 'outputEPCList', 'epcClass', 'id', 'source', 'destination', 'bizTransaction', 'transformationID'])
const carrying = new Set(['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList', 'readPoint', 'bizLocation', 'sourceList', 'destinationList', 'bizTransactionList'])

const rewritten = (name: string, value: Json, write: Write): Json => {
  if (typeof value === 'string') return identifying.has(name) ? write(value) : value
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => rewritten(name, one, write))
  if (isObject(value) && carrying.has(name)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rewritten(key, one, write)]))
  return value
}

const writing = (write: Write) => (event: EpcisEvent): EpcisEvent =>
  Object.fromEntries(Object.entries(membersOf(event)).map(([name, value]) => [name, rewritten(name, value, write)])) as unknown as EpcisEvent

const formats = ['No_Preference', 'Never_Translates', 'Always_GS1_Digital_Link', 'Always_EPC_URN'] as const

/** What a GS1-EPC-Format header asks for. @throws Problem where there is no such form */
export const checkedFormat = (asked: string | string[] | undefined = 'No_Preference'): (typeof formats)[number] => {
  const found = formats.find((format) => format === asked)
  if (found === undefined) throw new Problem('NotAcceptableException', 'Unknown EPC format', 'GS1-EPC-Format is No_Preference, Always_GS1_Digital_Link, Always_EPC_URN or Never_Translates.')
  return found
}

/**
 * How identifiers are written in an answer, as the GS1-EPC-Format header asks. As URN only where the hub has learned how long
 * the company prefix is, which a Digital Link does not tell; otherwise the Digital Link stays.
 */
export const writtenAs = async (graph: Reader, asked: string | string[] | undefined): Promise<(event: EpcisEvent) => EpcisEvent> => {
  switch (checkedFormat(asked)) {
    case 'No_Preference': case 'Never_Translates': return (event) => event
    case 'Always_GS1_Digital_Link': return writing(canonicalId)
    case 'Always_EPC_URN': {
      const prefixes = new Set((await graph.read(companyPrefixes, {})).map(({ digits }) => digits))
      return writing((id) => epcUrn(id, prefixes))
    }
  }
}
