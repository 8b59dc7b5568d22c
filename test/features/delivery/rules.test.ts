import { expect, it } from 'vitest'
import { webhookGroups } from '../../../portal/features/delivery/webhook-types.ts'
import { cloudEvent } from '../../../server/features/delivery/cloud-event.ts'
import { mailOf, mailWords } from '../../../server/features/delivery/mail-words.ts'
import { mailedTypes, messageKinds } from '../../../server/features/delivery/message-types.ts'
import { nextAttempt, outcomeOf } from '../../../server/features/delivery/retry.rules.ts'

const begin = new Date('2026-11-22T08:00:00.000Z')

it('tries for three days, with longer and longer pauses, and then no more', () => {
  const times = (chance: number): number[] => {
    const all: number[] = []
    for (let at = begin, attempt = 1; ; attempt += 1) {
      const next = nextAttempt(attempt, at, chance)
      if (next === null) return all
      all.push((Date.parse(next) - at.getTime()) / 60_000)
      at = new Date(next)
    }
  }
  const hours = (pauses: readonly number[]): number => pauses.reduce((sum, pause) => sum + pause, 0) / 60
  expect(times(0)[0]).toBeCloseTo(5 / 60)
  expect(times(0)).toEqual([...times(0)].sort((a, b) => a - b))
  expect(hours(times(0))).toBeGreaterThan(71)
  expect(hours(times(0))).toBeLessThan(72)
  expect(hours(times(1))).toBeCloseTo(0.9 * hours(times(0)))
})

it.each([[200, 'DELIVERED'], [204, 'DELIVERED'], [301, 'FAILED'], [404, 'FAILED'], [410, 'GONE'], [429, 'FAILED'], [500, 'FAILED'], [null, 'FAILED']])('%s means %s', (status, outcome) => expect(outcomeOf(status)).toBe(outcome))

it('a message is a CloudEvents 1.0 event in JSON', () => {
  expect(JSON.parse(cloudEvent({ id: 'msg_1', at: begin.toISOString(), type: 'recall.notice.issued', subject: 'ntc_1', data: '{"notice":"ntc_1"}' }, 'https://hub.example'))).toEqual({
    specversion: '1.0', id: 'msg_1', source: 'https://hub.example', type: 'recall.notice.issued', subject: 'ntc_1', time: begin.toISOString(), datacontenttype: 'application/json', data: { notice: 'ntc_1' },
  })
})

it('every mailed type has its words, and no other', () => {
  expect(Object.keys(mailWords).sort()).toEqual(mailedTypes.map(({ type }) => type).sort())
})

it('an endpoint’s filter offers every kind of message that there is', () => {
  expect([...webhookGroups].sort()).toEqual([...new Set(Object.keys(messageKinds).map((type) => type.split('.')[0]))].sort())
})

it('a mail has both languages, the reader’s first, leads to what it is about, and takes no markup from anybody', () => {
  const message = { id: 'msg_1', at: begin.toISOString(), type: 'recall.notice.issued', subject: 'ntc_1', data: JSON.stringify({ reference: 'RC-1', title: '<b>Pumps</b>', titleZh: '输液泵' }) }
  const en = mailOf(message, { publicUrl: 'https://hub.example', locale: 'en' })
  expect(en.text.indexOf('Recall notice')).toBeLessThan(en.text.indexOf('召回通知'))
  expect(en.text).toContain('RC-1 <b>Pumps</b>')
  expect(en.text).toContain('RC-1 输液泵')
  expect(en.text).toContain('https://hub.example/notices/ntc_1')
  expect(en.html).toContain('&lt;b&gt;Pumps&lt;/b&gt;')
  expect(en.html).not.toContain('<b>')
  expect(mailOf(message, { publicUrl: 'https://hub.example', locale: null }).subject).toMatch(/^召回通知.* · Recall notice.*\(RC-1\)$/)
})
