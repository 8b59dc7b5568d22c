export interface OutboxRow {
  readonly id: string
  readonly at: string
  readonly type: string
  readonly subject: string
  /** JSON. */
  readonly data: string
}

/** CloudEvents 1.0 HTTP binding, structured mode. */
export const cloudEventType = 'application/cloudevents+json; charset=utf-8'

/** A message of the outbox as a CloudEvents 1.0 event in JSON. @param source the hub's own address */
export const cloudEvent = ({ id, at, type, subject, data }: OutboxRow, source: string): string =>
  JSON.stringify({ specversion: '1.0', id, source, type, subject, time: at, datacontenttype: 'application/json', data: JSON.parse(data) as unknown })
