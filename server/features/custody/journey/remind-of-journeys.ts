import type { Graph } from '../../../kernel/graph.ts'
import { actOfHub } from '../../delivery/tell-of-hub.ts'
import { markReminded, type OpenJourney, openJourneys, raiseUnconfirmed } from './journey.cypher.ts'
import { reminderKey, unconfirmedId } from './journey.rules.ts'

const day = 86_400_000

/** In days since it left. */
export interface JourneySettings {
  readonly remindAfter: number
  readonly findingAfter: number
}

/** Older ones are findings for long. */
const lookedBack = 400 * day
const most = 20_000
const atOnce = 100

const ends = ({ from, to }: OpenJourney): readonly (readonly [organization: string, way: 'sent' | 'coming'])[] => [[from, 'sent'], [to, 'coming']]

/** Each end once, however many makers' goods it was. */
const remind = async (graph: Graph, journeys: readonly OpenJourney[], now: Date): Promise<void> => {
  const due = new Map(journeys.flatMap((journey) => ends(journey).map(([organization, way]) => [reminderKey(journey, organization), { organization, way, journey }] as const)))
  await graph.write(async (writer) => {
    const at = now.toISOString()
    const fresh = await writer.run(markReminded, { rows: [...due].map(([key, { organization }]) => ({ key, organization })), at })
    const told = fresh.flatMap(({ key }) => due.get(key) ?? [])
    if (told.length === 0) return
    await actOfHub(writer, {
      action: 'REMIND_OF_JOURNEY', at,
      entries: told.map(({ way, journey: { things, from, to } }) => ({ subject: things[0] ?? (way === 'sent' ? from : to), changes: [{ field: `journey.${way}`, before: null, after: at }] })),
      messages: told.map(({ organization, way, journey: { since, count } }) => ({ type: `custody.unconfirmed.${way}`, subject: organization, organization, data: { since, things: count } })),
    })
  })
}

const raise = async (graph: Graph, journeys: readonly OpenJourney[], now: Date): Promise<void> => {
  const at = now.toISOString()
  await graph.write(async (writer) => {
    const rows = journeys.flatMap((journey) => ends(journey).map(([organization, way]) => ({ id: unconfirmedId(journey, organization), organization, maker: way === 'sent' ? journey.maker : null, journey })))
    const raised = new Set((await writer.run(raiseUnconfirmed, { rows, at })).map(({ id }) => id))
    const fresh = rows.filter(({ id }) => raised.has(id))
    if (fresh.length === 0) return
    await actOfHub(writer, {
      action: 'REMIND_OF_JOURNEY', at,
      entries: fresh.map(({ id, maker }) => ({ subject: id, ...(maker === null ? {} : { maker }), changes: [{ field: 'UNCONFIRMED_RECEIPT', before: null, after: at }] })),
      messages: fresh.flatMap(({ id, organization, maker }) => [...new Set([organization, ...(maker === null ? [] : [maker])])].map((recipient) => ({ type: 'finding.raised', subject: id, organization: recipient, data: { finding: id, code: 'UNCONFIRMED_RECEIPT' } }))),
    })
  })
}

/**
 * Once a day: what was sent and not received is told to both ends after some days, and becomes a finding of both after
 * more. Each once, by however many nodes.
 */
export const remindOfJourneys = async (graph: Graph, { remindAfter, findingAfter }: JourneySettings, now: Date): Promise<void> => {
  const before = (days: number): string => new Date(now.getTime() - days * day).toISOString()
  const after = new Date(now.getTime() - lookedBack).toISOString()
  const open = await graph.read(openJourneys, { before: before(Math.min(remindAfter, findingAfter)), after, limit: most })
  for (let from = 0; from < open.length; from += atOnce) await remind(graph, open.slice(from, from + atOnce).filter(({ since }) => since < before(remindAfter)), now)
  const late = open.filter(({ since }) => since < before(findingAfter))
  for (let from = 0; from < late.length; from += atOnce) await raise(graph, late.slice(from, from + atOnce), now)
}
