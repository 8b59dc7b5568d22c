import type { FiledEvent } from './involve.rules.ts'
import { labelOfId } from '../../../kernel/ids.ts'

/** Events as they are stored. */
export const eventRows = (events: readonly FiledEvent[], recordTime: string): object[] =>
  events.map(({ content, eventId, event }) => ({
    reportedBy: event.reportedBy, site: event.site, from: event.from, to: event.to,
    properties: {
      id: event.id, eventId, hash: event.hash, recordTime, type: content.type, action: content.action, bizStep: content.bizStep, disposition: content.disposition, dispositionsSet: content.dispositionsSet, dispositionsUnset: content.dispositionsUnset,
      eventTime: content.eventTime, timeZoneOffset: content.timeZoneOffset, owner: content.owner, note: content.note, noteZh: content.noteZh,
      documentNumber: content.documentNumber, procedureReference: content.procedureReference,
    },
  }))

/** What each event concerns, by the label of the thing. */
export const concernRows = (events: readonly FiledEvent[], label: 'Serial' | 'Batch' | 'LogisticUnit'): object[] =>
  events.flatMap(({ event, content: { things } }) => {
    const own = things.filter(({ id }) => labelOfId(id) === label)
    return own.length === 0 ? [] : [{ event: event.id, things: own }]
  })
