import { expect, it } from 'vitest'
import { type OpenNotice, stepsDue } from '../../../server/features/delivery/escalation.rules.ts'

const issuedAt = '2026-11-22T08:00:00.000Z'
const hour = 3_600_000
const after = (hours: number, notice: Partial<OpenNotice> = {}) =>
  stepsDue({ classification: 'I', issuedAt, toldAt: issuedAt, toAnswer: true, respondBy: '2026-11-25T08:00:00.000Z', reminders: 0, escalatedAt: null, phoneTaskAt: null, ...notice }, new Date(Date.parse(issuedAt) + hours * hour))

it.each([
  [3.9, {}, { reminders: null, escalate: false, phone: false }],
  [4, {}, { reminders: null, escalate: false, phone: true }],
  [4, { phoneTaskAt: issuedAt }, { reminders: null, escalate: false, phone: false }],
  [27, { phoneTaskAt: issuedAt, reminders: 1, toldAt: '2026-11-23T08:00:00.000Z' }, { reminders: null, escalate: false, phone: false }],
  [28, { phoneTaskAt: issuedAt, reminders: 1, toldAt: '2026-11-23T08:00:00.000Z' }, { reminders: null, escalate: false, phone: true }],
  [80, { toAnswer: false }, { reminders: null, escalate: false, phone: true }],
  [24, { phoneTaskAt: issuedAt }, { reminders: 1, escalate: false, phone: false }],
  [24, { phoneTaskAt: issuedAt, reminders: 1 }, { reminders: null, escalate: false, phone: false }],
  [80, { phoneTaskAt: issuedAt }, { reminders: 2, escalate: true, phone: false }],
  [80, { phoneTaskAt: issuedAt, reminders: 2, escalatedAt: issuedAt }, { reminders: null, escalate: false, phone: false }],
  [80, { classification: 'II', respondBy: null }, { reminders: 1, escalate: false, phone: false }],
  [80, { classification: 'III', respondBy: null }, { reminders: null, escalate: false, phone: false }],
  [170, { classification: 'III', respondBy: null }, { reminders: 1, escalate: false, phone: false }],
] as [number, Partial<OpenNotice>, object][])('%s hours after a class I notice unless said otherwise, %o', (hours, notice, due) => expect(after(hours, notice)).toEqual(due))
