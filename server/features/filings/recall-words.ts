import type { Consignee, CoveredNumber, RecallFacts } from './report-facts.cypher.ts'

export const numbersIn = (market: string) => ({ products }: RecallFacts): string[] => [...new Set(products.flatMap(({ registrations }) => registrations.filter((it) => it.market === market).map(({ number }) => number)))]

/** More numbers than this make no form that anybody reads: the rest is counted, and stands in the recall's scope. */
const mostNumbers = 2_000
const numberText = ({ lotNumber, serialNumber }: CoveredNumber): string => [lotNumber && `lot ${lotNumber}`, serialNumber && `serial ${serialNumber}`].filter(Boolean).join(', ')
export const numbersOf = ({ numbers }: RecallFacts): string[] =>
  [...numbers.slice(0, mostNumbers).map(numberText), ...(numbers.length > mostNumbers ? [`and ${numbers.length - mostNumbers} more: see the recall’s scope`] : [])]

/** Who it is; where the maker may not know that, that somebody is. */
export const nameOf = ({ party }: Consignee): string => party.name ?? party.nameZh ?? `(name withheld, ${party.country ?? '–'})`

/** By name, as many as anybody reads; the rest is counted. @param more with `{n}` */
export const mostNamed = (consignees: readonly Consignee[], more: string): string[] =>
  [...consignees.slice(0, mostNumbers).map(nameOf), ...(consignees.length > mostNumbers ? [more.replace('{n}', String(consignees.length - mostNumbers))] : [])]

export const accountedText = ({ progress: { accountedForCount, accountedForUnits, serialCount, unitCount } }: RecallFacts): string =>
  `${accountedForCount} / ${serialCount} by serial number, ${accountedForUnits} / ${unitCount} units of lots`
